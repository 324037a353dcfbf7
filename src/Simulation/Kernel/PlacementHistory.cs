using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// The placements of a child of the initial stock from entry until today. Spells are drawn by the rules that draw them later; homes are
/// not finite in the past, so only the kind of home is known until the child is given a real one today.
/// </summary>
internal sealed class PlacementHistory(CountyKernel kernel)
{
    /// <summary>Past matches are not known; a weak one stands for them and for homes that closed.</summary>
    private const int TypicalMatch = 1;

    /// <summary>Lives through the placements up to today.</summary>
    public void Live(ref ChildState child, in Draws draws, in Today then, in Today today)
    {
        Today at = then;
        Start(ref child, draws, at);
        while (true)
        {
            int next = Math.Min(child.LegalDay, child.PlacementEndDay);
            if (next > today.Day)
            {
                return;
            }

            at = today with { Day = next };
            if (child.LegalDay <= next)
            {
                if (CareRules.PassMilestone(ref child, draws, at))
                {
                    PlacementRules.Begin(ref child, HomeKind.Adoption, ChildState.NoHome, 3, draws, at, kernel.Effects);
                }

                continue;
            }

            if (PlacementRules.ConvertsInPlace(child, draws, at))
            {
                PlacementRules.Convert(ref child, draws, at, kernel.Effects);
            }
            else
            {
                Start(ref child, draws, at);
            }
        }
    }

    private void Start(ref ChildState child, in Draws draws, in Today at)
    {
        HomeKind kind = HomeSearch.KindInThePast(child, draws, at);
        PlacementRules.Begin(ref child, kind, ChildState.NoHome, TypicalMatch, draws, at, kernel.Effects);
    }
}
