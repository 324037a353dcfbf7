using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// Stands between the residents and the service that makes plans: asks it for a child, does what a plan says, and looks for the places that
/// it wants. Places by plan are counted by school; those of mainstream schools are named within the number or above it, as the law has it.
/// </summary>
internal sealed class PlanDesk(SchoolCounty county, SchoolReach reach) : IPlanPlaces
{
    private static readonly string[] s_settings = [.. Enum.GetNames<Setting>().Select(name => name.ToLowerInvariant())];

    private readonly StockDraws _draws = new(county.Residents);
    private SendRates _rates = null!;
    private int _year;
    private int _entryYear;

    /// <summary>Draws who has a plan, and who waits for one, on the start.</summary>
    public void Begin(DrawKey key, in SchoolToday today)
    {
        SendRates rates = _rates = today.Rates.Send;
        county.Send.Begin(key, rates);
        double nobody = SendService.NobodyAsksFrom(rates);
        int number = 0;
        while (number < county.Residents.StockCount)
        {
            foreach (ref readonly RandomBlock luck in _draws.From(number, key, Process.PlanAssessment, PlanRules.CharacterBlock))
            {
                Start(number++, luck, nobody);
            }
        }

        county.Send.EndStart(rates);
    }

    /// <summary>Begins a day.</summary>
    public void BeginDay(in SchoolToday today)
    {
        _rates = today.Rates.Send;
        _year = today.Year;
        county.Send.BeginDay(today.Day, _rates);
    }

    /// <summary>A plan is asked for a child.</summary>
    public void Ask(int number)
    {
        ref ResidentState child = ref county.Residents[number];
        bool asked = county.Send.Ask(number, child.Id, child.BirthDay, county.DistrictOf(child), child.Setting, child.Uses, _rates);
        if (asked)
        {
            child.Set(ResidentFacts.PlanAsked, true);
            county.Events.Tell(child.Id, EventKind.PlanAsked);
        }
    }

    /// <summary>A child leaves Kent.</summary>
    public void Leaves(int number)
    {
        if (IsKnown(number))
        {
            county.Send.Leave(number);
        }
    }

    /// <summary>A child moved within Kent.</summary>
    public void Moves(int number)
    {
        if (IsKnown(number))
        {
            county.Send.Move(number, county.DistrictOf(county.Residents[number]), _rates);
        }
    }

    /// <summary>A child's setting changed for a reason of its own.</summary>
    public void Follows(int number, Setting setting)
    {
        if (IsKnown(number))
        {
            county.Send.Follow(number, setting);
        }
    }

    /// <summary>A young person leaves school for good; the plan may go on.</summary>
    public void LeavesSchool(int number)
    {
        if (IsKnown(number))
        {
            ref ResidentState child = ref county.Residents[number];
            child.Set(ResidentFacts.HasPlan, county.Send.LeaveSchool(number, _rates));
            child.Set(ResidentFacts.PlanAsked, false);
            county.Care.Touch(number);
        }
    }

    /// <summary>A young person leaves the age of school: a plan goes on without the child.</summary>
    public void ComesOfAge(int number)
    {
        if (IsKnown(number))
        {
            county.Send.ComeOfAge(number);
        }
    }

    /// <summary>Names the next school of those of a cohort who have a plan, before the round of the others.</summary>
    public void NameSchools(int entryYear, int cohort)
    {
        _entryYear = entryYear;
        county.Send.NameSchools(cohort, _rates, this);
    }

    /// <summary>Does the day's work, and what the plans of the day say.</summary>
    public void Run()
    {
        county.Send.Work(_rates, this);
        foreach (PlanOutcome outcome in county.Send.Outcomes)
        {
            if (outcome.Child >= 0)
            {
                Take(outcome);
            }
        }
    }

    /// <inheritdoc/>
    public bool ChangesSchool(in PlanState plan)
    {
        ref readonly ResidentState child = ref county.Residents[plan.Child];
        return child.School == ResidentState.NoSchool
            ? _entryYear != AdmissionYears.Junior
            : !county.Estate.Schools[child.School].Teaches(_entryYear);
    }

    /// <inheritdoc/>
    public int NearestSpecial(in PlanState plan, bool next)
    {
        ref readonly ResidentState child = ref county.Residents[plan.Child];
        int nearest = -1;
        long least = long.MaxValue;
        foreach (int school in county.SpecialSchools)
        {
            bool free = PlaceSearch.SpecialPlaces(county.DesignatedPlaces[school], _rates) > county.ByPlan[school];
            if (free && Squared(child, school) is var squared && squared < least)
            {
                (nearest, least) = (school, squared);
            }
        }

        return nearest;
    }

    /// <inheritdoc/>
    public int NearestResource(in PlanState plan, bool next)
    {
        ref readonly ResidentState child = ref county.Residents[plan.Child];
        int year = _year - child.Cohort + (next ? 1 : 0);
        int nearest = -1;
        long least = long.MaxValue;
        foreach (int school in county.ResourceSchools)
        {
            bool free = PlaceSearch.ResourcePlaces(county.ResourcePlaces[school], _rates) > county.ByPlan[school];
            if (free && county.Estate.Schools[school].Teaches(year) && Squared(child, school) is var squared && squared < least)
            {
                (nearest, least) = (school, squared);
            }
        }

        return nearest;
    }

    /// <inheritdoc/>
    public int NearestMainstream(in PlanState plan, bool next)
    {
        ref readonly ResidentState child = ref county.Residents[plan.Child];
        int year = _year - child.Cohort + (next ? 1 : 0);
        if (year is < 0 or > 11)
        {
            return -1;
        }

        bool secondary = year >= AdmissionYears.Secondary;
        int free = Nearest(child, year, reach.Open(child.Area, secondary ? AdmissionYears.Secondary : AdmissionYears.Reception), withPlace: true);
        int junior = secondary || year < AdmissionYears.Junior ? -1 : Nearest(child, year, reach.Open(child.Area, AdmissionYears.Junior), withPlace: true);
        if (junior >= 0 && (free < 0 || Squared(child, junior) < Squared(child, free)))
        {
            free = junior;
        }

        return free >= 0 ? free
            : Nearest(child, year, reach.Open(child.Area, secondary ? AdmissionYears.Secondary : AdmissionYears.Reception), withPlace: false);
    }

    /// <inheritdoc/>
    public void Settle(in PlanState plan, Setting setting, int school, bool next)
    {
        int number = plan.Child;
        county.WithdrawOffer(number);
        if (next)
        {
            county.NameNext(number, school, setting, named: true);
            return;
        }

        county.Leave(number, setting, "plan");
        if (school >= 0)
        {
            county.Enrol(number, school, setting, "plan", named: true);
        }
    }

    private void Start(int number, in RandomBlock luck, double nobody)
    {
        ref ResidentState child = ref county.Residents[number];
        if (luck.UniformC >= nobody && child.Setting != Setting.Further && !child.Is(ResidentFacts.HasPlan | ResidentFacts.PlanAsked))
        {
            return; // By far the most: nothing was asked for, whatever their age and district.
        }

        int district = county.DistrictOf(child);
        if (child.Is(ResidentFacts.HasPlan))
        {
            county.Send.AddPlan(number, child.Id, child.BirthDay, district, child.Need, child.Setting, _rates);
            return;
        }

        StartedWith with = county.Send.AddPast(number, child.Id, child.BirthDay, district, child.Setting, luck, _rates);
        child.Set(ResidentFacts.PlanAsked, with == StartedWith.Request);
        child.Set(ResidentFacts.HasPlan, with == StartedWith.Plan);
    }

    private bool IsKnown(int number) => (county.Residents[number].Facts & (ResidentFacts.HasPlan | ResidentFacts.PlanAsked)) != 0;

    private void Take(in PlanOutcome outcome)
    {
        ref ResidentState child = ref county.Residents[outcome.Child];
        county.Care.Touch(outcome.Child);
        switch (outcome.Kind)
        {
            case PlanOutcomeKind.Issued:
                child.Set(ResidentFacts.HasPlan, true);
                child.Set(ResidentFacts.PlanAsked, false);
                child.Need = outcome.Need;
                county.Care.Meet(outcome.Child);
                county.Events.Tell(child.Id, EventKind.PlanAnswered, s_settings[(int)outcome.Setting]);
                break;
            case PlanOutcomeKind.Refused or PlanOutcomeKind.NoPlan:
                child.Set(ResidentFacts.PlanAsked, false);
                county.Events.Tell(child.Id, EventKind.PlanAnswered, "refused");
                break;
            case PlanOutcomeKind.Ceased:
                child.Set(ResidentFacts.HasPlan, false);
                child.Need = 0;
                county.Events.Tell(child.Id, EventKind.PlanEnded);
                break;
            default:
                break;
        }
    }

    private int Nearest(in ResidentState child, int year, ReadOnlySpan<int> schools, bool withPlace)
    {
        int nearest = -1;
        long least = long.MaxValue;
        foreach (int school in schools)
        {
            bool open = county.Rolls.Capacity(school, child.Cohort) > 0 && county.Estate.Schools[school].Teaches(year);
            if (open && (!withPlace || county.Rolls.Free(school, child.Cohort) > 0) && Squared(child, school) is var squared && squared < least)
            {
                (nearest, least) = (school, squared);
            }
        }

        return nearest;
    }

    private long Squared(in ResidentState child, int school)
    {
        PlanningArea area = county.Estate.Areas[child.Area];
        long east = child.EastIn(area) - county.Estate.Schools[school].East;
        long north = child.NorthIn(area) - county.Estate.Schools[school].North;
        return (east * east) + (north * north);
    }
}
