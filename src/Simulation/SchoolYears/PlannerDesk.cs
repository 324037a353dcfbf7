using System.Runtime.InteropServices;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// Shows the planner what a council sees in the autumn: children of pre-school and primary age by planning area, what became of the latest
/// cohort, places and schemes under way. The forecast of a later cohort is the demand of the latest, in proportion to its size.
/// </summary>
internal sealed class PlannerDesk(SchoolCounty county, RoundBook book, SupplyCalendar calendar)
{
    private const int MostCommissions = 64;
    private const int PlanMonth = 11;

    private readonly List<Scheme> _schemes = new(MostCommissions);
    private readonly List<PlannedHost> _hosts = new(512);
    private readonly Commission[] _commissions = new Commission[MostCommissions];

    /// <summary>Whether the plan is made today: 1 November.</summary>
    public static bool IsDue(in SchoolToday today) => today.Date is { Month: PlanMonth, Day: 1 };

    /// <summary>The schemes of the year's plan; valid until the next.</summary>
    public List<Scheme> Plan(in SchoolToday today)
    {
        _schemes.Clear();
        PlannerRates rates = today.Rates.Supply.Planner;
        Plan(Admissions.SchoolPhase.Primary, rates.PrimaryYears, county.Estate.Areas.Length, today);
        Plan(Admissions.SchoolPhase.Secondary, rates.SecondaryYears, county.Estate.Groups.Length, today);
        return _schemes;
    }

    private void Plan(Admissions.SchoolPhase phase, int yearsAhead, int unitCount, in SchoolToday today)
    {
        bool primary = phase == Admissions.SchoolPhase.Primary;
        int entry = primary ? 0 : 7;
        int coming = today.Year + 1 - entry;
        int later = coming + yearsAhead - 1;
        int latest = today.Year - entry;
        int[] now = Children(latest, primary);
        int[] soon = Children(coming, primary);
        int[] then = Children(later, primary);
        var units = new PlannedUnit[unitCount];
        for (int unit = 0; unit < unitCount; unit++)
        {
            int district = primary ? county.Estate.Areas[unit].District : county.Estate.Groups[unit].District;
            int at = primary ? unit : district;
            long demand = book.Demand[(int)phase][unit];
            units[unit] = new PlannedUnit(
                district, Scaled(demand, then[at], now[at]), Places(unit, primary, later), Scaled(demand, soon[at], now[at]), Places(unit, primary, coming));
        }

        Gather(primary, later);
        int count = PlacesPlanner.Plan(
            units, CollectionsMarshal.AsSpan(_hosts), today.Rates.Supply.Planner, new bool[_hosts.Count], _commissions);
        var day = new SupplyDay(today.Day, calendar, today.Rates.Supply);
        for (int i = 0; i < count; i++)
        {
            _schemes.Add(PlacesPlanner.SchemeOf(_commissions[i], county.Estate.Schools[_commissions[i].School], day));
        }
    }

    private static int Scaled(long demand, int children, int latest) => latest == 0 ? (int)demand : (int)(demand * children / latest);

    /// <summary>Residents of a cohort by planning area, or by district for Year 7, since older children do not keep to their area.</summary>
    private int[] Children(int cohort, bool byArea)
    {
        var count = new int[byArea ? county.Estate.Areas.Length : Placements.KentMap.Districts];
        foreach (int number in county.Residents.Of(cohort))
        {
            ref readonly ResidentState child = ref county.Residents[number];
            if (child.Is(ResidentFacts.Present))
            {
                count[byArea ? child.Area : county.DistrictOf(child)]++;
            }
        }

        return count;
    }

    private int Places(int unit, bool primary, int cohort)
    {
        int places = 0;
        int entry = primary ? 0 : 7;
        foreach (School school in county.Estate.Schools)
        {
            if (county.Begins(school.Index, entry) && (primary ? school.Area : school.Group) == unit)
            {
                places += county.Rolls.Capacity(school.Index, cohort);
            }
        }

        foreach (SchemeCase scheme in county.Schemes)
        {
            School school = county.Estate.Schools[scheme.Scheme.School];
            bool here = county.Begins(school.Index, entry) && (primary ? school.Area : school.Group) == unit;
            if (here && IsComing(scheme) && scheme.Scheme.TargetYear - entry <= cohort)
            {
                places += scheme.State.Places;
            }
        }

        return places;
    }

    /// <summary>Permanent growth under way whose places are not in the rolls yet.</summary>
    private static bool IsComing(in SchemeCase scheme) =>
        scheme.State.UnderWay && scheme.State.OpenYear == SchemeState.NotOffered && scheme.Scheme.Kind is SchemeKind.Enlarge or SchemeKind.Open;

    private void Gather(bool primary, int cohort)
    {
        _hosts.Clear();
        int phase = primary ? 0 : 1;
        foreach (School school in county.Estate.Schools)
        {
            ref readonly SchoolStatus status = ref county.Statuses[school.Index];
            if (!county.Begins(school.Index, primary ? 0 : 7) || status.Standing != SchoolStanding.Open)
            {
                continue;
            }

            int intake = county.Rolls.Capacity(school.Index, cohort);
            double popularity = intake == 0 ? 0 : (double)book.FirstOf[phase][school.Index] / intake;
            bool busy = county.Schemes.Exists(scheme => scheme.Scheme.School == school.Index && scheme.State.UnderWay);
            _hosts.Add(new PlannedHost(
                school.Index, primary ? school.Area : school.Group, school.District, status.Grade, popularity, intake, !primary, busy));
        }
    }
}
