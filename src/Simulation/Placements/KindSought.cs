using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Placements;

/// <summary>
/// The kind of home that a child's needs ask for. Where the child's plan is known it decides on residential schools: only those seek one whose
/// plan asks for it, and they so much more often that as many are sought as without that knowledge.
/// </summary>
internal static class KindSought
{
    /// <summary>The kind.</summary>
    /// <param name="child">The child.</param>
    /// <param name="seeker">What is known of the child.</param>
    /// <param name="taste">The block of the placement to come.</param>
    /// <param name="draws">The child's draws.</param>
    /// <param name="today">The day's conditions.</param>
    public static HomeKind Of(in ChildState child, in Seeker seeker, in RandomBlock taste, in Draws draws, in Today today)
    {
        AliasTable sought = today.Rates.Placements.Sought[(int)PlacementPolicy.GroupOf(child, today.Day)];
        var kind = (HomeKind)sought.Sample(taste.A);
        if (seeker.Plan == PlanAsks.Unknown || sought.Share((int)HomeKind.ResidentialSchool) is not (> 0 and double share))
        {
            return kind;
        }

        RandomBlock luck = draws.For(Process.CareSchool, child.PlacementUses);
        return seeker.Plan == PlanAsks.Boarding && luck.UniformA < share / seeker.BoardingShare ? HomeKind.ResidentialSchool
            : kind != HomeKind.ResidentialSchool ? kind
            : Another(sought, luck);
    }

    private static HomeKind Another(AliasTable sought, in RandomBlock luck)
    {
        foreach (uint word in (ReadOnlySpan<uint>)[luck.B, luck.C, luck.D])
        {
            var kind = (HomeKind)sought.Sample(word);
            if (kind != HomeKind.ResidentialSchool)
            {
                return kind;
            }
        }

        return HomeKind.ChildrensHome;
    }
}
