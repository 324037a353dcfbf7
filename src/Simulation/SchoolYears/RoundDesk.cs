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
    private readonly int[] _places;
    private readonly int[] _above;
    private Applicant[] _applicants = new Applicant[20_000];
    private readonly GatheredDraws _draws = new(Process.ResidentCharacter, SectorRules.SectorBlock);
    private readonly bool[][] _ofRound;
    private int _count;

    public RoundDesk(SchoolCounty county, PlanDesk plans, SchoolReach reach)
    {
        _county = county;
        _plans = plans;
        _round = new AdmissionsRound(county.Estate, reach);
        Book = new RoundBook(county.Estate);
        _places = new int[county.Estate.Schools.Length];
        _above = new int[county.Estate.Schools.Length];
        _ofRound = [.. AdmissionYears.All.Select(year => county.Estate.Schools.Select(school => IsOfRound(school, year)).Append(year != AdmissionYears.Junior).ToArray())];
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

        _plans.NameSchools(entryYear, cohort);
        Gather(entryYear, cohort, key, today, counts ? phase : null);
        Prepare(entryYear, cohort, counts ? phase : null, today.Rates.Admissions);
        var view = new IntakeView { Places = _places, Above = _above, Liking = _county.Liking, Grades = _county.Grades };
        ReadOnlySpan<AdmissionOutcome> outcomes = _round.Hold(today.Rates.Admissions, key, entryYear, _applicants.AsSpan(0, _count), view);
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
        bool[] ofRound = _ofRound[AdmissionYears.Round(entryYear)];
        int none = ofRound.Length - 1;
        foreach (int number in _county.Residents.Of(cohort))
        {
            ref readonly ResidentState child = ref _county.Residents[number];
            if (!child.Is(ResidentFacts.Present) || !ofRound[Math.Min(child.School, none)])
            {
                continue;
            }

            if (child.NextSetting != Setting.None)
            {
                CountNamed(child, counted);
            }
            else if (_draws.Add(number, child.Id))
            {
                Ask(entryYear, closing, key, today.Rates.Residents);
            }
        }

        Ask(entryYear, closing, key, today.Rates.Residents);
    }

    /// <summary>Those who do not leave for another sector apply; their draws are made in a block.</summary>
    private void Ask(int entryYear, int closing, DrawKey key, ResidentRates rates)
    {
        ReadOnlySpan<RandomBlock> luck = _draws.Draw(key, out ReadOnlySpan<int> numbers);
        if (_applicants.Length < _count + luck.Length)
        {
            Array.Resize(ref _applicants, (2 * _count) + luck.Length);
        }

        for (int i = 0; i < luck.Length; i++)
        {
            ref readonly ResidentState child = ref _county.Residents[numbers[i]];
            if (!SectorRules.StaysOut(child, entryYear, _county.DistrictOf(child), luck[i], rates))
            {
                _applicants[_count++] = ApplicantOf(child, numbers[i], closing);
            }
        }
    }

    private void CountNamed(in ResidentState child, SchoolPhase? counted)
    {
        if (counted is SchoolPhase phase && child.Offer != ResidentState.NoSchool)
        {
            Book.AddNamed(phase, child.Offer);
        }
    }

    /// <summary>Whether the pupils of a school are of a round; those of no school are, but for Year 3.</summary>
    private static bool IsOfRound(School school, int entryYear) => entryYear switch
    {
        AdmissionYears.Junior => school.Kind == SchoolKind.Infant,
        AdmissionYears.Secondary => !school.Teaches(entryYear),
        _ => true,
    };

    private Applicant ApplicantOf(in ResidentState child, int number, int closing)
    {
        PlanningArea area = _county.Estate.Areas[child.Area];
        bool late = EntityId.Kind(child.Id) is not (EntityKind.BornResident or EntityKind.StockResident) && EntityId.Day(child.Id) > closing;
        return new Applicant
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

    /// <summary>Places that are left on the offer day.</summary>
    private void Prepare(int entryYear, int cohort, SchoolPhase? counted, AdmissionRates rates)
    {
        foreach (School school in _county.Estate.Schools)
        {
            int index = school.Index;
            int places = _county.Begins(index, entryYear) ? _county.Rolls.Capacity(index, cohort) : 0;
            bool takesPart = places > 0 && _county.Statuses[index].StopsCohort > cohort;
            _places[index] = takesPart ? Math.Max(0, _county.Rolls.Free(index, cohort)) : NoPart;
            _above[index] = takesPart ? rates.Above(places, school.OverOffer, entryYear) : 0;
            if (counted is SchoolPhase phase)
            {
                Book.AddPlaces(phase, index, places);
            }
        }
    }
}
