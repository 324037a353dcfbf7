using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Supply;

/// <summary>The rule by which places are commissioned. Immutable.</summary>
public sealed class PlannerRates
{
    /// <summary>Whether places are commissioned by the rule at all.</summary>
    public required bool On { get; init; }

    /// <summary>The surplus that the plan aims at, a share of places.</summary>
    public required double Target { get; init; }

    /// <summary>The forecast surplus of the coming September below which bulge classes are commissioned; a share of places.</summary>
    public required double BulgeBelow { get; init; }

    /// <summary>Years from the plan to the September for which primary places are commissioned.</summary>
    public required int PrimaryYears { get; init; }

    /// <summary>Years from the plan to the September for which Year 7 places are commissioned.</summary>
    public required int SecondaryYears { get; init; }

    /// <summary>Most places a year group that one plan commissions in one area or group.</summary>
    public required int MostPlaces { get; init; }

    /// <summary>Admission number beyond which a primary school is not enlarged.</summary>
    public required int LargestPrimary { get; init; }

    /// <summary>Admission number beyond which a secondary school is not enlarged.</summary>
    public required int LargestSecondary { get; init; }
}

/// <summary>An area or group as the plan sees it.</summary>
/// <param name="District">Its district, in which hosts are looked for where it has none itself.</param>
/// <param name="Demand">Forecast demand for the first year group in the September planned for.</param>
/// <param name="Places">Places there will be, those of schemes under way included.</param>
/// <param name="SoonDemand">Forecast demand for the coming September.</param>
/// <param name="SoonPlaces">Places there will be in the coming September.</param>
public readonly record struct PlannedUnit(int District, int Demand, int Places, int SoonDemand, int SoonPlaces);

/// <summary>A school that could be enlarged.</summary>
/// <param name="School">The school, by index.</param>
/// <param name="Unit">Its area or group, by the index of its <see cref="PlannedUnit"/>.</param>
/// <param name="District">Its district.</param>
/// <param name="Grade">Its grade today.</param>
/// <param name="Popularity">First preferences for each place in the latest round.</param>
/// <param name="Intake">Its admission number in the September planned for, schemes under way included.</param>
/// <param name="Secondary">Whether its first year group is Year 7.</param>
/// <param name="Busy">Whether it has a scheme under way already.</param>
public readonly record struct PlannedHost(
    int School, int Unit, int District, Grade Grade, double Popularity, int Intake, bool Secondary, bool Busy);

/// <summary>What the plan commissions.</summary>
/// <param name="School">The school.</param>
/// <param name="Unit">The area or group that it is for.</param>
/// <param name="Places">Places a year group: 15 or 30.</param>
/// <param name="Bulge">Whether it is a bulge class for the coming September instead of permanent growth.</param>
public readonly record struct Commission(int School, int Unit, int Places, bool Bulge);

/// <summary>
/// The commissioning plan of an autumn as a rule: where the surplus forecast for the September that can still be reached falls below the target,
/// popular schools judged good or outstanding are enlarged, half a form of entry or one at a time. What is commissioned goes through the same
/// pipeline as any other scheme, and may fail as any other. A pure function of what it is shown.
/// </summary>
public static class PlacesPlanner
{
    /// <summary>One form of entry.</summary>
    public const int Form = 30;

    /// <summary>Half a form of entry.</summary>
    public const int HalfForm = 15;

    /// <summary>Plans.</summary>
    /// <param name="units">Areas or groups, all of one phase.</param>
    /// <param name="hosts">Schools of the phase, in any order.</param>
    /// <param name="rates">The rule's numbers.</param>
    /// <param name="taken">A flag for each host, all clear; set for those that are used.</param>
    /// <param name="commissions">Receives what is commissioned; the plan ends where it is full.</param>
    /// <returns>How many commissions there are.</returns>
    public static int Plan(
        ReadOnlySpan<PlannedUnit> units, ReadOnlySpan<PlannedHost> hosts, PlannerRates rates, Span<bool> taken, Span<Commission> commissions)
    {
        int count = 0;
        if (!rates.On)
        {
            return 0;
        }

        for (int unit = 0; unit < units.Length; unit++)
        {
            int given = 0;
            int needed = Needed(units[unit].Demand, units[unit].Places, rates.Target);
            while (count < commissions.Length && given < Math.Min(needed, rates.MostPlaces))
            {
                int places = needed - given > HalfForm ? Form : HalfForm;
                int host = Host(units[unit].District, unit, hosts, taken, places, rates);
                if (host < 0)
                {
                    break;
                }

                taken[host] = true;
                commissions[count++] = new Commission(hosts[host].School, unit, places, Bulge: false);
                given += places;
            }

            if (count < commissions.Length && Needed(units[unit].SoonDemand, units[unit].SoonPlaces, rates.BulgeBelow) > 0)
            {
                int host = Host(units[unit].District, unit, hosts, taken, Form, rates);
                if (host >= 0)
                {
                    taken[host] = true;
                    commissions[count++] = new Commission(hosts[host].School, unit, Form, Bulge: true);
                }
            }
        }

        return count;
    }

    /// <summary>Places a year group that bring the surplus of a demand up to a share of the places; 0 where there are enough.</summary>
    public static int Needed(int demand, int places, double surplus)
    {
        double wanted = demand / (1 - surplus);
        return Math.Max(0, (int)Math.Ceiling(wanted - places));
    }

    /// <summary>The scheme that a commission becomes; its luck is addressed by school and day, so another plan's draws stay as they are.</summary>
    /// <param name="commission">What is commissioned.</param>
    /// <param name="school">The school.</param>
    /// <param name="today">The day of the plan.</param>
    public static Scheme SchemeOf(in Commission commission, School school, in SupplyDay today)
    {
        PlannerRates rates = today.Rates.Planner;
        int coming = today.Calendar.YearBeginningFrom(today.Day);
        int ahead = commission.Bulge ? 0 : (school.FirstYear == 7 ? rates.SecondaryYears : rates.PrimaryYears) - 1;
        return new Scheme
        {
            Address = EntityId.Of(EntityKind.Scheme, school.District, today.Day, school.Index),
            School = school.Index,
            Kind = commission.Bulge ? SchemeKind.Bulge : SchemeKind.Enlarge,
            Places = commission.Places,
            FromYear = coming + ahead,
            Stage = SchemeStage.Planned,
            StageDay = today.Day,
        };
    }

    /// <summary>The best host: in the unit before the rest of the district, outstanding before good, then the more popular, then by index.</summary>
    private static int Host(
        int district, int unit, ReadOnlySpan<PlannedHost> hosts, ReadOnlySpan<bool> taken, int places, PlannerRates rates)
    {
        int best = -1;
        for (int i = 0; i < hosts.Length; i++)
        {
            bool near = hosts[i].Unit == unit || hosts[i].District == district;
            if (near && !taken[i] && CanGrow(hosts[i], places, rates) && (best < 0 || Precedes(hosts[i], hosts[best], unit)))
            {
                best = i;
            }
        }

        return best;
    }

    private static bool CanGrow(in PlannedHost host, int places, PlannerRates rates) =>
        !host.Busy && host.Grade is Grade.Outstanding or Grade.Good
        && host.Intake + places <= (host.Secondary ? rates.LargestSecondary : rates.LargestPrimary);

    private static bool Precedes(in PlannedHost one, in PlannedHost other, int unit)
    {
        bool inUnit = one.Unit == unit;
        if (inUnit != (other.Unit == unit))
        {
            return inUnit;
        }

        if (one.Grade != other.Grade)
        {
            return one.Grade < other.Grade;
        }

        return one.Popularity != other.Popularity ? one.Popularity > other.Popularity : one.School < other.School;
    }
}
