using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Unaccompanied;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// The county at the start of the lead-in. Every stock is drawn as it would be met at a moment chosen at random: an entry uniform in
/// the past is kept if it would still be present (for a law alone: lengths in proportion to their length), so elapsed times are
/// length-biased and the rest of each duration belongs to what has passed.
/// </summary>
internal sealed class InitialState(CountyKernel kernel)
{
    private const int MostAttempts = 4096;
    private readonly PlacementHistory _history = new(kernel);
    private readonly InitialHouseholds _households = new(kernel);
    private readonly InitialCases _cases = new(kernel);
    private readonly InitialCareLeavers _careLeavers = new(kernel);
    private int _ordinal;

    private InitialStock Stock => kernel.Parameters.Stock;

    /// <summary>Builds the county.</summary>
    public void Build(in Today today)
    {
        Effects effects = kernel.Effects;
        _ordinal = StockOrdinals.LookedAfter;
        _households.Build(today);
        BuildOtherAuthorities(today);
        BuildUnaccompanied(today);
        BuildLookedAfter(today);
        _cases.Build(today);
        _careLeavers.Build(today);
        _households.WindDownSome(today);
        effects.ClearDay();
        TellPresent(effects);
        Array.Clear(effects.Flows);
        effects.Count(Flow.ChildrenIn, kernel.Children.Present);
    }

    /// <summary>Their histories lie before the log, so that it opens with where each of them stands.</summary>
    private void TellPresent(Effects effects)
    {
        if (!effects.Telling)
        {
            return;
        }

        DateOnly start = kernel.Parameters.Start;
        foreach (int slot in kernel.LookedAfter.Members)
        {
            ref ChildState child = ref kernel.Children[slot];
            string place = $"{CodeNames.Of(child.Legal, child.Need)}/{CodeNames.PlaceAndProvider(child.Place)}";
            string dates = $"{start.AddDays(child.PhaseDay):yyyy-MM-dd}/{start.AddDays(child.PlacementDay):yyyy-MM-dd}";
            effects.Tell(child.Id, EventKind.PresentAtStart, $"{place}/{dates}", (ulong)(uint)(child.Home + 1));
        }
    }

    private void BuildOtherAuthorities(in Today today)
    {
        if (Stock.OtherAuthorities == 0)
        {
            return;
        }

        EquilibriumLaw equilibrium = today.Rates.OtherAuthorities.Stay.InStock;
        for (int i = 0; i < Stock.OtherAuthorities; i++)
        {
            ulong id = EntityId.Of(EntityKind.OtherAuthorityChild, i % KentMap.Districts, -4_000_000, i);
            var draws = new Draws(kernel.Key, id);
            int slot = kernel.AddChild(id, i % KentMap.Districts);
            ref ChildState child = ref kernel.Children[slot];
            kernel.Effects.Enter(ref child, Phase.OtherAuthority);
            RandomBlock luck = draws.For(Process.InitialStock, 0);
            HomeKind kind = OtherAuthorities.OtherAuthorityRules.KindSought(draws, today);
            Found found = kernel.Service.Search.PoolWithRoom(ref child, kind, draws, today);
            if (!found.IsHome)
            {
                FrontDoor.FrontDoorRules.Leave(ref child, kernel.Effects);
                kernel.Children.Remove(slot);
                continue;
            }

            kernel.Service.Register.Fill(found.Home, slot, single: false);
            OtherAuthorities.OtherAuthorityRules.Begin(ref child, found.Kind, found.Home, draws, today);
            double whole = equilibrium.Whole(luck.UniformA);
            child.PlacementDay = today.Day - (int)(luck.UniformB * whole);
            child.PhaseEndDay = child.NextDay = today.Day + 1 + Numerics.Days.Round((1 - luck.UniformB) * whole, luck.D);
            kernel.ScheduleChild(slot, today.Day);
        }
    }

    private void BuildUnaccompanied(in Today today)
    {
        UnaccompaniedRates rates = today.Rates.Unaccompanied;
        for (int i = 0; i < Stock.Unaccompanied; i++)
        {
            int slot = AddStockChild(0, StockOrdinals.Unaccompanied + i, out Draws draws);
            ref ChildState child = ref kernel.Children[slot];
            for (int attempt = 0; attempt < MostAttempts; attempt++)
            {
                // Each attempt is another child who might have arrived; the first who would still be here is the one who is.
                RandomBlock luck = draws.For(Process.InitialStock, attempt);
                int elapsed = (int)(luck.UniformA * 5 * Age.Year);
                Today then = today with { Day = today.Day - elapsed };
                UnaccompaniedRules.DrawCharacter(ref child, draws, then, luck);
                CareCourse course = UnaccompaniedRules.Course(draws, 1 + attempt, rates, aboveThreshold: true);
                if (elapsed < Math.Min(course.Length, Age.Days18 - child.AgeOn(then.Day)))
                {
                    Settle(slot, course, ChildState.NoHome, then, today);
                    break;
                }
            }
        }
    }

    private void BuildLookedAfter(in Today today)
    {
        for (int built = 0; built < Stock.LookedAfter;)
        {
            int lead = AddStockChild(District(_ordinal), _ordinal++, out Draws draws);
            ref ChildState child = ref kernel.Children[lead];
            CareCourse course = default;
            Today then = today;
            for (int attempt = 0; attempt < MostAttempts; attempt++)
            {
                RandomBlock luck = draws.For(Process.InitialStock, attempt);
                int elapsed = (int)(luck.UniformA * 18 * Age.Year);
                then = today with { Day = today.Day - elapsed };
                child.BirthDay = then.Day - AgeAtEntry((AgeBand)Stock.EntryAge!.Sample(luck.B), luck.UniformC, today.Rates.FrontDoor.NewbornSkew);
                course = CareCourse.Draw(draws, 1 + attempt, child.AgeOn(then.Day), today.Rates.Care);
                if (elapsed < Math.Min(course.Length, Age.Days18 - child.AgeOn(then.Day)))
                {
                    child.Episodes = (byte)Math.Min(attempt, 250);
                    break;
                }
            }

            child.LastReferralDay = then.Day;
            ChildCharacter.Draw(ref child, draws, then);
            int size = Math.Min(child.GroupSize, Stock.LookedAfter - built);
            ChildState leadState = child;
            int first = child.Episodes;
            Settle(lead, course, ChildState.NoHome, then, today);
            leadState.Home = kernel.Children[lead].Home;
            built++;
            for (int member = 1; member < size; member++)
            {
                built += SettleSibling(leadState, member, first, then, today) ? 1 : 0;
            }
        }
    }

    /// <summary>A brother or sister who entered with the lead, if still looked after.</summary>
    private bool SettleSibling(in ChildState lead, int member, int attempt, in Today then, in Today today)
    {
        ulong id = EntityId.Sibling(lead.Id, member);
        var draws = new Draws(kernel.Key, id);
        int slot = kernel.AddChild(id, lead.District);
        ref ChildState child = ref kernel.Children[slot];
        ChildCharacter.DrawAsSibling(ref child, lead, draws, then);
        CareCourse course = CareCourse.Draw(draws, 1 + attempt, child.AgeOn(then.Day), today.Rates.Care);
        if (today.Day - then.Day < Math.Min(course.Length, Age.Days18 - child.AgeOn(then.Day)))
        {
            child.Episodes = (byte)Math.Min(attempt, 250);
            Settle(slot, course, lead.Home, then, today);
            return true;
        }

        FrontDoor.FrontDoorRules.Leave(ref child, kernel.Effects);
        kernel.Children.Remove(slot);
        return false;
    }

    /// <summary>Lets a child live through the placements since entry by the rules themselves, then gives it a real home today.</summary>
    private void Settle(int slot, in CareCourse course, int siblingHome, in Today then, in Today today)
    {
        ref ChildState child = ref kernel.Children[slot];
        var draws = new Draws(kernel.Key, child.Id);
        kernel.Effects.Slot = slot;
        CareRules.Begin(ref child, course, then, kernel.Effects);
        _history.Live(ref child, draws, then, today);
        kernel.Service.Settle(slot, ref child, siblingHome, draws, today);
        if (child.Place == HomeKind.ConnectedPerson)
        {
            kernel.Resolver.SettleConnected(child.Home, today);
        }

        CareRules.Reschedule(ref child);
        kernel.ScheduleChild(slot, today.Day);
    }

    private int AddStockChild(int district, int ordinal, out Draws draws)
    {
        ulong id = EntityId.Of(EntityKind.StockChild, district, 0, ordinal);
        draws = new Draws(kernel.Key, id);
        return kernel.AddChild(id, district);
    }

    private int District(int ordinal) => InitialHouseholds.Spread(Stock.ChildShares, ordinal);

    private static int AgeAtEntry(AgeBand band, double uniform, double newbornSkew) => band switch
    {
        AgeBand.Under1 => (int)(Numerics.Elementary.Pow(uniform, newbornSkew) * 365),
        AgeBand.From1To4 => 365 + (int)(uniform * (1826 - 365)),
        AgeBand.From5To9 => 1826 + (int)(uniform * (3652 - 1826)),
        AgeBand.From10To15 => 3652 + (int)(uniform * (Age.Days16 - 3652)),
        _ => Age.Days16 + (int)(uniform * (Age.Days18 - Age.Days16 - 30)),
    };
}
