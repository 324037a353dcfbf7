using KentSufficiency.Scenarios.Cohorts.Families;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>Takes children for a cohort, family by family in their order, until there are enough: the last family may be cut, no other is.</summary>
internal sealed class CohortSelection(CohortRequest request)
{
    private readonly int _most = request.Children ?? int.MaxValue;

    /// <summary>Children taken so far.</summary>
    public int Taken { get; private set; }

    /// <summary>Children of them who were looked after.</summary>
    public int InCare { get; private set; }

    /// <summary>Whether there are enough.</summary>
    public bool IsComplete => Taken == _most;

    /// <summary>Takes from a replication.</summary>
    /// <returns>The families with those of their children who were taken.</returns>
    public List<TakenFamily> Take(CountyHistory county, IEnumerable<FamilyUnit> families)
    {
        int from = county.DayOf(request.From);
        var taken = new List<TakenFamily>();
        foreach (FamilyUnit family in families)
        {
            if (IsComplete)
            {
                break;
            }

            Member[] members = [.. family.Members.Where(member => IsTaken(county, member, from))];
            if (members.Length > 0)
            {
                taken.Add(new TakenFamily(family, members));
            }
        }

        return taken;
    }

    private bool IsTaken(CountyHistory county, in Member member, int from)
    {
        bool inCare = member.Care?.IsLookedAfterIn(from, county.LastDay) == true;
        bool wanted = inCare || (request.Population == CohortPopulation.All && member.Resident >= 0 && LivedInKent(county, member.Resident, from));
        if (!wanted || !HasRoom(inCare))
        {
            return false;
        }

        Taken++;
        InCare += inCare ? 1 : 0;
        return true;
    }

    private bool HasRoom(bool inCare) => Taken < _most
        && (request.InCare is not int asked || (inCare ? InCare < asked : request.Children is null || Taken - InCare < _most - asked));

    private static bool LivedInKent(CountyHistory county, int resident, int from)
    {
        foreach (ref readonly ResidentEvent happened in county.EventsOf(resident))
        {
            if (happened.Kind == EventKind.LeftKent)
            {
                return happened.Day > from;
            }
        }

        return true;
    }
}
