using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Placements;

/// <summary>Homes for the children of the initial stock.</summary>
internal static class Settlement
{
    /// <summary>
    /// Gives a child of the initial stock, whose present placement is known by kind and date, a real home today. Carers have long
    /// since accepted; where no in-house home is left the placement is an agency's.
    /// </summary>
    public static void Settle(PlacementService service, int slot, ref ChildState child, int siblingHome, in Draws draws, in Today today)
    {
        if (child.Place is HomeKind.Adoption or HomeKind.WithParents)
        {
            return;
        }

        Seeker seeker = Seekers.Of(child, today.Day, tonight: false) with { SiblingHome = siblingHome };
        Found found = service.Search.ToSettle(ref child, seeker, draws, today);
        if (!found.IsHome)
        {
            throw new InvalidOperationException($"The initial stock does not fit: no place is left for {child.Place}, not even by spot purchase.");
        }

        bool longTerm = child.Place is HomeKind.InHouseLongTerm or HomeKind.AgencyLongTerm;
        child.Place = found.Kind switch
        {
            HomeKind.InHouseFoster when longTerm => HomeKind.InHouseLongTerm,
            HomeKind.AgencyFoster when longTerm => HomeKind.AgencyLongTerm,
            _ => found.Kind,
        };
        child.Home = found.Home;
        PlacementMoves.NoteWhere(ref child, found);
        service.Register.Fill(found.Home, slot, child.Is(ChildFacts.SinglePlacement));
    }
}
