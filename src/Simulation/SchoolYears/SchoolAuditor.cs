using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// Checks the conservation laws of the school side: children who came = children who went + those present; each has at most one school, and
/// is there in a year group that it teaches; a roll is the number of its children; nobody is above places and declared over-offer but by law.
/// </summary>
internal sealed class SchoolAuditor(SchoolCounty county)
{
    private const int LastCompulsory = 11;

    private readonly int[] _rolls = new int[county.Estate.Schools.Length * county.Rolls.Cohorts];
    private readonly int[] _offered = new int[county.Estate.Schools.Length * county.Rolls.Cohorts];
    private readonly int[] _named = new int[county.Estate.Schools.Length * county.Rolls.Cohorts];
    private readonly int[] _byPlan = new int[county.Estate.Schools.Length];
    private readonly int[] _atStart = new int[county.Estate.Schools.Length * county.Rolls.Cohorts];

    /// <summary>Checks the end of a day.</summary>
    /// <exception cref="AuditException">A law is broken.</exception>
    public void Check(in SchoolToday today)
    {
        Array.Clear(_rolls);
        Array.Clear(_offered);
        Array.Clear(_named);
        Array.Clear(_byPlan);
        long present = 0;
        for (int number = 0; number < county.Residents.Count; number++)
        {
            ref readonly ResidentState child = ref county.Residents[number];
            if (child.Is(ResidentFacts.Present))
            {
                present++;
                CheckChild(child, today);
            }
            else
            {
                CheckGone(child, today);
            }
        }

        long should = county.Residents.StockCount + county.Flows[(int)SchoolFlow.Came] - county.Flows[(int)SchoolFlow.Went];
        if (present != should)
        {
            throw Broken(today, $"{should} residents should be present, {present} are.");
        }

        CheckRolls(today);
    }

    private static void CheckGone(in ResidentState child, in SchoolToday today)
    {
        if (child.School != ResidentState.NoSchool || child.Offer != ResidentState.NoSchool)
        {
            throw Broken(today, $"child {child.Id:x} has gone and holds a place.");
        }
    }

    private void CheckChild(in ResidentState child, in SchoolToday today)
    {
        bool onRoll = child.Setting is Setting.Mainstream or Setting.ResourceProvision or Setting.Special;
        if (onRoll != (child.School != ResidentState.NoSchool))
        {
            throw Broken(today, $"child {child.Id:x} is {child.Setting} and {(onRoll ? "on no roll" : "on a roll")}.");
        }

        if (onRoll)
        {
            Place(child.School, child, child.Setting, child.Is(ResidentFacts.Named));
            int year = today.Year - child.Cohort;
            if (!county.Estate.Schools[child.School].Teaches(year))
            {
                throw Broken(today, $"child {child.Id:x} is in Year {year} of {county.Estate.Schools[child.School].Id}, which has none.");
            }
        }

        if (child.Offer != ResidentState.NoSchool)
        {
            Place(child.Offer, child, child.NextSetting, child.Is(ResidentFacts.NamedNext));
            _offered[At(child.Offer, child.Cohort)]++;
        }
    }

    private void Place(int school, in ResidentState child, Setting setting, bool named)
    {
        int at = At(school, child.Cohort);
        _rolls[at]++;
        _named[at] += named ? 1 : 0;
        _byPlan[school] += setting is Setting.Special or Setting.ResourceProvision ? 1 : 0;
    }

    private int At(int school, int cohort) => (school * county.Rolls.Cohorts) + cohort + SchoolRolls.Before;

    private void CheckRolls(in SchoolToday today)
    {
        for (int school = 0; school < _byPlan.Length; school++)
        {
            for (int cohort = -SchoolRolls.Before; cohort < county.Rolls.Cohorts - SchoolRolls.Before; cohort++)
            {
                CheckRoll(county.Estate.Schools[school], cohort, today);
            }

            if (_byPlan[school] != county.ByPlan[school])
            {
                throw Broken(today, $"{county.Estate.Schools[school].Id} has {county.ByPlan[school]} pupils by plan, {_byPlan[school]} children say so.");
            }
        }
    }

    /// <summary>
    /// A roll, and in Years R to 11 that nobody is above the places and the declared over-offer but those named by a plan and those whom the
    /// run began with.
    /// </summary>
    private void CheckRoll(School school, int cohort, in SchoolToday today)
    {
        int at = At(school.Index, cohort);
        int offered = county.Rolls.Offered(school.Index, cohort);
        int roll = county.Rolls.Roll(school.Index, cohort) + offered;
        if (_rolls[at] != roll || _offered[at] != offered)
        {
            throw Broken(
                today, $"{school.Id} has {roll} pupils and offers in cohort {cohort}, {offered} of them offers; {_rolls[at]} and {_offered[at]} children say so.");
        }

        if (today.Day == 0)
        {
            _atStart[at] = roll;
        }

        int year = today.Year - cohort;
        int places = county.Rolls.Capacity(school.Index, cohort) + school.OverOffer;
        bool limited = school.Kind != SchoolKind.Special && year <= LastCompulsory;
        if (limited && roll - _named[at] > Math.Max(places, _atStart[at]))
        {
            throw Broken(today, $"{school.Id} has {roll} on roll in Year {year}, {_named[at]} of them by plan, and {places} places with its over-offer.");
        }
    }

    /// <summary>Made only when a law is broken: putting the words together for every child and every day would take most of the time.</summary>
    private static AuditException Broken(in SchoolToday today, string problem) => new(today.Date, problem);
}
