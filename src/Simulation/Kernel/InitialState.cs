using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Unaccompanied;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// The county at the start of the lead-in, but for the front door's own children (<see cref="InitialCases"/>). Every stock is drawn as it would be met at a moment chosen at random: an entry uniform in
/// the past is kept if it would still be present (for a law alone: lengths in proportion to their length), so elapsed times are
/// length-biased and the rest of each duration belongs to what has passed.
/// </summary>
internal sealed class InitialState(CountyKernel kernel)
{
    private const int MostAttempts = 4096;
    private readonly PlacementHistory _history = new(kernel);
    private readonly InitialHouseholds _households = new(kernel);
    private readonly InitialCareLeavers _careLeavers = new(kernel);
    private readonly StockRoom _room = new();
    private readonly StockAttempts _attempts = new();
    private int _ordinal;

    private InitialStock Stock => kernel.Parameters.Stock;

    /// <summary>Builds the county.</summary>
    public void Build(in Today today)
    {
        Effects effects = kernel.Effects;
        _ordinal = StockOrdinals.LookedAfter;
        _room.Begin(Stock.Known);
        _households.Build(today);
        BuildOtherAuthorities(today);
        BuildUnaccompanied(today);
        BuildLookedAfter(today);
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
                LeaveOut(slot);
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
                if (elapsed < Math.Min(course.Length, Age.Days18 - child.AgeOn(then.Day)) && Settle(slot, course, ChildState.NoHome, attempt, then, today))
                {
                    break;
                }
            }
        }
    }

    private void BuildLookedAfter(in Today today)
    {
        for (int built = 0; built < Stock.LookedAfter;)
        {
            built += BuildGroup(Stock.LookedAfter - built, today);
        }
    }

    /// <summary>
    /// A group who entered together and of whom at least one is still looked after: those who would have left are left out. Each attempt is
    /// another group who might have entered; the first that would still be met is the one that is.
    /// </summary>
    private int BuildGroup(int most, in Today today)
    {
        int lead = AddStockChild(District(_ordinal), _ordinal++, out Draws draws);
        CharacterLuck character = CharacterLuck.Of(draws);
        _attempts.Begin(draws);
        for (int attempt = 0; ; attempt++)
        {
            ref ChildState child = ref kernel.Children[lead];
            _attempts.GoTo(attempt);
            RandomBlock luck = _attempts.Entry;
            Today then = today with { Day = today.Day - (int)(luck.UniformA * 18 * Age.Year) };
            child.BirthDay = then.Day - AgeAtEntry((AgeBand)Stock.EntryAge!.Sample(luck.B), luck.UniformC, today.Rates.FrontDoor.NewbornSkew);
            child.LastReferralDay = then.Day;
            ChildCharacter.Draw(ref child, character, then);
            ChildState entered = child;
            int size = Math.Min(entered.GroupSize, most);
            int settled = SettleIfHere(lead, attempt, ref entered, then, today) ? 1 : 0;
            for (int member = 1; member < size; member++)
            {
                settled += SettleSibling(entered, member, attempt, then, today) ? 1 : 0;
            }

            if (settled > 0 || attempt == MostAttempts)
            {
                LeaveOut(lead);
                return Math.Max(1, settled);
            }
        }
    }

    /// <summary>Settles the lead child if still here, and notes where, for the brothers and sisters.</summary>
    private bool SettleIfHere(int slot, int attempt, ref ChildState entered, in Today then, in Today today)
    {
        ref ChildState child = ref kernel.Children[slot];
        var draws = new Draws(kernel.Key, child.Id);
        CareCourse course = CareCourse.Of(_attempts.Course, _attempts.Order, child.AgeOn(then.Day), today.Rates.Care);
        if (!IsStillHere(child, course, draws, then, today))
        {
            return false;
        }

        child.Episodes = (byte)Math.Min(attempt, 250);
        if (!Settle(slot, course, entered.Home, attempt, then, today))
        {
            return false;
        }

        entered.Home = child.Home;
        return true;
    }

    /// <summary>A brother or sister who entered with the lead, if still looked after.</summary>
    private bool SettleSibling(ChildState lead, int member, int attempt, in Today then, in Today today)
    {
        ulong id = EntityId.Sibling(lead.Id, member);
        int slot = kernel.AddChild(id, lead.District);
        ChildCharacter.DrawAsSibling(ref kernel.Children[slot], lead, new Draws(kernel.Key, id), then);
        bool here = SettleIfHere(slot, attempt, ref lead, then, today);
        LeaveOut(slot);
        return here;
    }

    /// <summary>Takes a child who was not settled out of the county again.</summary>
    private void LeaveOut(int slot)
    {
        ref ChildState child = ref kernel.Children[slot];
        if (child.Phase != Phase.LookedAfter)
        {
            FrontDoor.FrontDoorRules.Leave(ref child, kernel.Effects);
            kernel.Children.Remove(slot);
        }
    }

    /// <summary>Whether a child who entered then is still looked after; the first home may bring a return home nearer, as it does later.</summary>
    private static bool IsStillHere(in ChildState child, in CareCourse course, in Draws draws, in Today then, in Today today)
    {
        int elapsed = today.Day - then.Day;
        int toAdult = Age.Days18 - child.AgeOn(then.Day);
        int length = Math.Min(course.Length, toAdult);
        if (course.Plan != CarePlan.ReturnHome || elapsed >= toAdult)
        {
            return elapsed < length;
        }

        double factor = today.Rates.Care.ReturnHomeFactor[(int)HomeSearch.KindInThePast(child, draws, then)];
        return elapsed < Math.Min(Math.Max(1, (int)(length * factor)), toAdult);
    }

    /// <summary>Lets a child live through the placements since entry by the rules themselves, then gives it a real home today.</summary>
    /// <returns>Whether there is such a child; what is known of the stock may leave no room for it, and it is then as before.</returns>
    private bool Settle(int slot, in CareCourse course, int siblingHome, int attempt, in Today then, in Today today)
    {
        ref ChildState child = ref kernel.Children[slot];
        if (!_room.HasAge(child, today.Day))
        {
            return false;
        }

        ChildState before = child;
        var draws = new Draws(kernel.Key, child.Id);
        kernel.Effects.Slot = slot;
        CareRules.Begin(ref child, course, then, kernel.Effects);
        _history.Live(ref child, draws, then, today);
        if (!_room.HasPlacement(child.Place, attempt))
        {
            kernel.Effects.Enter(ref child, before.Phase);
            child = before;
            return false;
        }

        Settlement.Settle(kernel.Service, slot, ref child, siblingHome, draws, today);
        if (child.Place == HomeKind.ConnectedPerson)
        {
            kernel.Resolver.SettleConnected(child.Home, today);
        }

        _room.Take(child, today.Day);
        CareRules.Reschedule(ref child);
        kernel.ScheduleChild(slot, today.Day);
        return true;
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
