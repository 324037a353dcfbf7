using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Peers.Placement;

/// <summary>The numbers of W2, as W2.md gives them. Time runs in ticks of an hour.</summary>
internal static class ProviderTypes
{
    public const int TicksPerDay = 24;
    public const int LeadIn = 730 * TicksPerDay;
    public const int End = LeadIn + (7305 * TicksPerDay / 2);
    public const double MeanGap = TicksPerDay / 5.0;
    public const double TonightShare = 0.3;

    /// <summary>In-house foster, agency foster, children's home, supported accommodation.</summary>
    public static readonly HomeKind[] Kinds = [HomeKind.InHouseLongTerm, HomeKind.AgencyFoster, HomeKind.ChildrensHome, HomeKind.SemiIndependent];

    public static readonly int[] Places = [830, 450, 100, 110];

    public static readonly DurationLaw[] Stays = [LogNormalStay(330, 400), LogNormalStay(300, 350), LogNormalStay(260, 300), LogNormalStay(200, 200)];

    public static readonly double[] GroupsUpTo = [0.45, 0.75, 0.85, 1];

    public static readonly int[][] Preferences = [[0, 1], [0, 1, 2], [2, 1], [3, 0, 1]];

    /// <summary>Mean patience in ticks by priority: tonight, planned.</summary>
    public static readonly double[] Patience = [7 * TicksPerDay, 30 * TicksPerDay];

    private static DurationLaw LogNormalStay(double mean, double sd)
    {
        var law = LogNormal.FromMeanAndSd(mean * TicksPerDay, sd * TicksPerDay);
        return new DurationLaw(law.Sample);
    }
}
