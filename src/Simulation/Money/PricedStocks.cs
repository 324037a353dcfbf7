using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Simulation.Money;

/// <summary>Counts the stocks of <see cref="PriceBook.Cases"/>.</summary>
internal static class PricedStocks
{
    /// <summary>Children being assessed, in need, on plans and open to early help; approved households and connected persons.</summary>
    public static void Count(Effects effects, ReadOnlySpan<int> atFrontDoor, HomeRegister register, Span<long> into)
    {
        into[0] = effects.Stocks[(int)Phase.Assessment] + atFrontDoor[(int)Phase.Assessment];
        into[1] = effects.Stocks[(int)Phase.ChildInNeed] + atFrontDoor[(int)Phase.ChildInNeed];
        into[2] = effects.Stocks[(int)Phase.ProtectionPlan] + atFrontDoor[(int)Phase.ProtectionPlan];
        into[3] = effects.Stocks[(int)Phase.EarlyHelp] + atFrontDoor[(int)Phase.EarlyHelp];
        into[4] = register.InHouse.Length;
        into[5] = register.ConnectedCount;
    }
}
