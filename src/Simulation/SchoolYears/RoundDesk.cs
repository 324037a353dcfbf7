using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// Holds the coordinated rounds: Year 7 on 1 March, Reception and Year 3 on 16 April. Children whose plan names a school have their place
/// within the number first; then come those who applied in time, then those who came after the closing date.
/// </summary>
internal sealed class RoundDesk
{
    private const int NoPart = -1;
    private static readonly string[] s_ranks = ["0", "1", "2", "3", "4", "5", "6"];

    private readonly SchoolCounty _county;
    private readonly PlanDesk _plans;
    private readonly AdmissionsRound _round;
    private readonly double[] _liking;
    private readonly Grade[] _grades;
    private readonly int[] _places;
    private Applicant[] _applicants = new Applicant[20_000];
    private AdmissionOutcome[] _outcomes = new AdmissionOutcome[20_000];
    private int _count;

    public RoundDesk(SchoolCounty county, PlanDesk plans, SchoolReach reach)
    {
        _county = county;
        _plans = plans;
        _round = new AdmissionsRound(county.Estate, reach);
        Book = new RoundBook(county.Estate);
        int schools = county.Estate.Schools.Length;
        _liking = new double[schools];
        _grades = new Grade[schools];
        _places = new int[schools];
    }

    /// <summary>What the latest rounds came to.</summary>
    public RoundBook Book { get; }

    /// <summary>Holds the rounds of a day, if it is an offer day.</summary>
    public void Run(DrawKey key, in SchoolToday today)
    {
        int next = today.Year + 1;
        if (today.Day == _county.Calendar.DayOf(today.Year, 3, 1))
        {
            Hold(AdmissionYears.Secondary, next, key, today);
        }
        else if (today.Day == _county.Calendar.DayOf(today.Year, 4, 16))
        {
            Hold(AdmissionYears.Reception, next, key, today);
            Hold(AdmissionYears.Junior, next, key, today);
        }
    }

    /// <summary>The rounds of the spring before the start, where it lies after an offer day: they decide on the September to come.</summary>
    public void Begin(DrawKey key, in SchoolToday today)
    {
        Book.Reset();
        if (today.Day >= _county.Calendar.DayOf(today.Year, 3, 1))
        {
            Hold(AdmissionYears.Secondary, today.Year + 1, key, today);
        }

        if (today.Day >= _county.Calendar.DayOf(today.Year, 4, 16))
        {
            Hold(AdmissionYears.Reception, today.Year + 1, key, today);
            Hold(AdmissionYears.Junior, today.Year + 1, key, today);
        }
    }

    /// <summary>Holds one round.</summary>
    /// <param name="entryYear">The year group that the children enter.</param>
    /// <param name="academicYear">The academic year in which they do.</param>
    /// <param name="key">Seed and replication.</param>
    /// <param name="today">The offer day.</param>
    private void Hold(int entryYear, int academicYear, DrawKey key, in SchoolToday today)
    {
        int cohort = academicYear - entryYear;
        SchoolPhase phase = AdmissionYears.Phase(entryYear);
        bool counts = entryYear != AdmissionYears.Junior;
        if (counts)
        {
            Book.Begin(phase);
        }

        Gather(entryYear, cohort, key, today, counts ? phase : null);
        Prepare(entryYear, cohort, academicYear, counts ? phase : null);
        Span<AdmissionOutcome> outcomes = _outcomes.AsSpan(0, _count);
        _round.Run(entryYear, key, _applicants.AsSpan(0, _count), _places, _liking, _grades, today.Rates.Admissions, outcomes);
        foreach (ref readonly AdmissionOutcome outcome in outcomes)
        {
            ref readonly ResidentState child = ref _county.Residents[outcome.Slot];
            if (counts)
            {
                Book.Add(phase, _county.DistrictOf(child), outcome);
            }

            if (outcome.School != ResidentState.NoSchool)
            {
                _county.NameNext(outcome.Slot, outcome.School, Setting.Mainstream);
                _county.Events.Tell(child.Id, EventKind.PlaceOffered, s_ranks[outcome.Rank], _county.Ids[outcome.School]);
            }
        }
    }

    /// <summary>Who takes part: those who leave for another sector do not, and a plan has named its school before.</summary>
    private void Gather(int entryYear, int cohort, DrawKey key, in SchoolToday today, SchoolPhase? counted)
    {
        _count = 0;
        int closing = entryYear == AdmissionYears.Secondary
            ? _county.Calendar.DayOf(today.Year, 10, 31)
            : _county.Calendar.DayOf(today.Year, 1, 15);
        foreach (int number in _county.Residents.Of(cohort))
        {
            ref readonly ResidentState child = ref _county.Residents[number];
            if (!child.Is(ResidentFacts.Present) || !IsOfRound(child, entryYear))
            {
                continue;
            }

            if (child.Is(ResidentFacts.HasPlan))
            {
                _plans.NameSchool(number, entryYear, key, today, counted is null ? null : Book);
            }
            else if (!SectorRules.StaysOut(child, entryYear, _county.DistrictOf(child), key, today.Rates.Residents))
            {
                Apply(number, closing);
            }
        }
    }

    private bool IsOfRound(in ResidentState child, int entryYear) => entryYear switch
    {
        AdmissionYears.Junior => child.School != ResidentState.NoSchool && _county.Estate.Schools[child.School].Kind == SchoolKind.Infant,
        AdmissionYears.Secondary => child.School == ResidentState.NoSchool || !_county.Estate.Schools[child.School].Teaches(entryYear),
        _ => true,
    };

    private void Apply(int number, int closing)
    {
        if (_count == _applicants.Length)
        {
            Array.Resize(ref _applicants, 2 * _count);
            Array.Resize(ref _outcomes, 2 * _count);
        }

        ref readonly ResidentState child = ref _county.Residents[number];
        PlanningArea area = _county.Estate.Areas[child.Area];
        bool late = EntityId.Kind(child.Id) is not (EntityKind.BornResident or EntityKind.StockResident) && EntityId.Day(child.Id) > closing;
        _applicants[_count++] = new Applicant
        {
            Id = child.Id,
            Slot = number,
            Area = child.Area,
            East = (short)child.EastIn(area),
            North = (short)child.NorthIn(area),
            School = child.School,
            Facts = late ? ApplicantFacts.Late : ApplicantFacts.None,
        };
    }

    /// <summary>Places that are left, and how each school stands with families, on the offer day.</summary>
    private void Prepare(int entryYear, int cohort, int academicYear, SchoolPhase? counted)
    {
        int opening = _county.Calendar.FirstDayOf(academicYear);
        foreach (School school in _county.Estate.Schools)
        {
            int index = school.Index;
            ref readonly Supply.SchoolStatus status = ref _county.Statuses[index];
            bool takesPart = _county.Begins(index, entryYear) && status.TakesIntake(opening);
            int places = takesPart ? _county.PlacesOf(index, cohort) : 0;
            _places[index] = takesPart ? Math.Max(0, places - _county.Rolls.Roll(index, cohort)) : NoPart;
            _liking[index] = school.Pull + status.Liking;
            _grades[index] = status.Grade;
            if (counted is SchoolPhase phase)
            {
                Book.AddPlaces(phase, index, places);
            }
        }
    }
}
