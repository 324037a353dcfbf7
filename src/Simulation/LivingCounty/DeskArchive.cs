using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Money;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>Everything a living county is made of at the end of a day.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Children">Every child who has not gone.</param>
/// <param name="Households">Every household, with its home.</param>
/// <param name="Notes">The flows noted so far, oldest first.</param>
/// <param name="Measured">What was measured so far: a record day after another.</param>
public sealed record CountyParts(
    CountyDesk Desk, IReadOnlyList<ChildState> Children, IReadOnlyList<HouseholdEntry> Households, IReadOnlyList<long[]> Notes, IReadOnlyList<long> Measured);

/// <summary>Makes a desk from what was kept, and what is kept from a desk.</summary>
public static class DeskArchive
{
    /// <summary>Takes a snapshot apart, so that each entity can keep itself from its last day on.</summary>
    /// <param name="start">The snapshot.</param>
    /// <param name="parameters">What it was made with.</param>
    /// <param name="seed">The seed it was made with.</param>
    /// <param name="replication">The replication it was made from.</param>
    public static CountyParts TakeApart(CountySnapshot start, CountyParameters parameters, uint seed, uint replication)
    {
        var desk = new CountyDesk(parameters, seed, replication) { Day = start.Day };
        CountyState state = desk.State;
        state.CopyFrom(start.State);
        state.Ledger.Begin(parameters, start.Day + 1);
        state.Effects.Count(Flow.ChildrenIn, start.FrontDoor.Count);
        var children = new List<ChildState>(start.FrontDoor);
        children.ForEach(child => state.Effects.Stocks[(int)child.Phase]++);
        for (int slot = 0; slot < state.Children.Top; slot++)
        {
            ChildState child = state.Children[slot];
            if (child.Id == 0)
            {
                continue;
            }

            children.Add(child);
            if (CountyDesk.Concerns(child))
            {
                desk.ChildSlots[child.Id] = slot;
            }
            else
            {
                state.Children.Remove(slot);
            }
        }

        desk.NoteChangedHomes();
        var households = new List<HouseholdEntry>();
        for (int slot = 0; slot < state.Households.Count; slot++)
        {
            HouseholdState household = state.Households[slot];
            households.Add(new HouseholdEntry(household, household.Home == ChildState.NoHome ? null : desk.KnownHomes[household.Home]));
            desk.HouseholdSlots[household.Id] = slot;
        }

        BeginSchools(desk, start.Schools?.Orders ?? [], start.CareSchools);
        desk.ForgetChanges();
        return new CountyParts(desk, children, households, [.. Enumerable.Range(0, state.Notes.Count).Select(note => state.Notes.At(note).ToArray())], start.Measured);
    }

    /// <summary>What a desk keeps of its own.</summary>
    public static DeskState Save(CountyDesk desk)
    {
        CountyState state = desk.State;
        HomeRegister register = state.Service.Register;
        NightCount nights = state.Ledger.Nights;
        return new DeskState
        {
            Day = desk.Day,
            Queue = [.. state.Service.Waiting.ToArray().Select(w => new QueuedRequest(w.Id, w.Priority, w.Since, w.Lot, w.Reason, state.Children[w.Slot].OfferUses))],
            StabilityTokens = state.Service.StabilityTokens,
            Panel = [.. state.Panel.Waiting.ToArray().Select(w => new PanelEntry(w.Household, w.Priority, w.Since, w.Lot))],
            PanelDue = state.Panel.Due,
            Respite = [.. Enumerable.Range(0, register.Count).Where(home => state.Respite.Lent(home).Length > 0)
                .Select(home => new LentBeds(home, state.Respite.Lent(home).ToArray()))],
            Pools = [.. desk.KnownHomes.Where(home => home.IsPool)],
            Flows = [.. state.Effects.Flows],
            Stocks = [.. state.Effects.Stocks],
            UnaccompaniedLookedAfter = state.Effects.UnaccompaniedLookedAfter,
            StayingPut = state.Effects.StayingPut,
            Ledger = state.Ledger.Save(),
            Nights = Totals(nights),
            Outgrown = [.. desk.ChildSlots.Values.Where(slot => nights.At(slot).Class != PriceClass.Of(state.Children[slot], desk.Day))
                .Select(slot => new OutgrownClass(state.Children[slot].Id, nights.At(slot).Class, nights.At(slot).Until))],
            SchoolOrders = [.. desk.Schools?.Orders ?? []],
            SchoolDigest = desk.Schools is { Day: >= 0 } schools ? schools.Digest() : 0,
            CareSchools = CareSchoolsOf(desk),
        };
    }

    /// <summary>Makes a desk again.</summary>
    /// <param name="parameters">What the county runs on.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="kept">What it kept.</param>
    /// <param name="children">Every child it has to do with; others are left out.</param>
    /// <param name="households">Every household it has to do with; others are left out.</param>
    /// <param name="notes">The flows noted until that day, oldest first.</param>
    /// <exception cref="DamagedCountyException">What was kept does not fit together; the message names the entity.</exception>
    public static CountyDesk Restore(
        CountyParameters parameters, uint seed, uint replication, DeskState kept,
        IEnumerable<ChildState> children, IEnumerable<HouseholdEntry> households, IEnumerable<long[]> notes)
    {
        var desk = new CountyDesk(parameters, seed, replication) { Day = kept.Day };
        CountyState state = desk.State;
        HouseholdEntry[] concerned = [.. households.Where(entry => CountyDesk.Concerns(entry.State))];
        RestoreHomes(desk, kept, concerned);
        RestoreChildren(desk, kept, children);
        state.Service.Restore(
            kept.Queue.Select(q => new WaitingRequest(q.Priority, q.Since, q.Lot, q.Child, SlotOf(desk.ChildSlots, q.Child), q.Reason)), kept.StabilityTokens);
        Array.ForEach(kept.Queue, queued => state.Children[desk.ChildSlots[queued.Child]].OfferUses = queued.Offers);
        state.Panel.Restore(
            kept.Panel.Select(p => new WaitingCase(p.Priority, p.Since, p.Lot, p.Household, SlotOf(desk.HouseholdSlots, p.Household))), kept.PanelDue);
        state.Effects.Restore(kept.Flows, kept.Stocks, kept.UnaccompaniedLookedAfter, kept.StayingPut);
        foreach (long[] note in notes)
        {
            state.Notes.Restore(note);
        }

        state.Ledger.Restore(kept.Ledger);
        state.Ledger.Begin(parameters, kept.Day + 1);
        BeginSchools(desk, kept.SchoolOrders, kept.CareSchools);
        if (desk.Schools is { Day: >= 0 } schools && schools.Digest() != kept.SchoolDigest)
        {
            throw new DamagedCountyException("The school years, lived again, are not those that were lived.");
        }

        desk.NoteChangedHomes();
        desk.ForgetChanges();
        return desk;
    }

    /// <summary>What is known of the schools of children in care.</summary>
    internal static CareSchools.CareSchoolState? CareSchoolsOf(CountyDesk desk) => desk.Recorder.Save(desk.State, desk.Parameters.RecordsUntil(desk.Day));

    private static void BeginSchools(CountyDesk desk, IReadOnlyList<SchoolOrder> orders, CareSchools.CareSchoolState? kept)
    {
        if (desk.Schools is null)
        {
            return;
        }

        desk.Schools.LiveAgain(desk.Day, orders);
        if (kept is null)
        {
            return;
        }

        CountyParameters parameters = desk.Parameters;
        var today = new Today(desk.Day, parameters.Start.AddDays(desk.Day).Month, desk.UnaccompaniedLookedAfter, parameters.RatesOn(desk.Day));
        desk.State.CareSchools.Restore(kept, desk.State, parameters, desk.Schools.History, desk.Key, today);
        desk.Recorder.Restore(kept);
    }

    private static void RestoreHomes(CountyDesk desk, DeskState kept, HouseholdEntry[] households)
    {
        CountyState state = desk.State;
        HomeRegister register = state.Service.Register;
        register.Restore(kept.Pools.Concat(households.Where(entry => entry.Home is not null).Select(entry => entry.Home!.Value))
            .Select(home => (home.Index, home.ToHome())));
        state.Pools.Restore(register, desk.Parameters.Regimes[0].Rates.Placements.Map);
        foreach (HouseholdEntry entry in households)
        {
            int slot = state.Households.Add(entry.State.Id, entry.State.District);
            state.Households[slot] = entry.State;
            desk.HouseholdSlots[entry.State.Id] = slot;
            if (entry.Home is HomeRecord home)
            {
                register[home.Index].Household = slot;
            }
        }

        foreach (LentBeds lent in kept.Respite)
        {
            state.Respite.Restore(lent.Home, lent.Hosts);
        }
    }

    private static void RestoreChildren(CountyDesk desk, DeskState kept, IEnumerable<ChildState> children)
    {
        CountyState state = desk.State;
        NightCount nights = state.Ledger.Nights;
        var outgrown = kept.Outgrown.ToDictionary(child => child.Child);
        var offset = new long[PriceClass.Count];
        var taken = new long[PriceClass.Count];
        Array.ForEach(kept.Nights, total => (offset[total.Class], taken[total.Class]) = (total.Offset, total.Taken));
        nights.Restore(offset, taken);
        foreach (ChildState child in children.Where(child => CountyDesk.Concerns(child)))
        {
            int slot = state.Children.Add(child.Id, child.District);
            state.Children[slot] = child;
            desk.ChildSlots[child.Id] = slot;
            state.LookedAfter.Put(slot, child.Phase == Phase.LookedAfter);
            bool young = outgrown.TryGetValue(child.Id, out OutgrownClass priced);
            nights.Restore(
                slot, young ? priced.Class : PriceClass.Of(child, kept.Day), young ? priced.Until : NightCount.Until(child.BirthDay, kept.Day));
            if (child.Home != ChildState.NoHome && !child.Is(ChildFacts.StayingPut))
            {
                MoveIn(state.Service.Register, child, slot);
            }
        }
    }

    private static void MoveIn(HomeRegister register, in ChildState child, int slot)
    {
        if (child.Home >= register.Count)
        {
            throw new DamagedCountyException($"Child {child.Id:x16} lives in home {child.Home}, which is on no register.");
        }

        register.Fill(child.Home, slot, child.Is(ChildFacts.SinglePlacement));
    }

    private static int SlotOf(Dictionary<ulong, int> slots, ulong id) =>
        slots.TryGetValue(id, out int slot) ? slot : throw new DamagedCountyException($"{id:x16} waits, and is not in the county.");

    private static NightTotal[] Totals(NightCount nights)
    {
        var totals = new List<NightTotal>();
        for (int i = 0; i < PriceClass.Count; i++)
        {
            if (nights.Offset[i] != 0 || nights.Taken[i] != 0)
            {
                totals.Add(new NightTotal(i, nights.Offset[i], nights.Taken[i]));
            }
        }

        return [.. totals];
    }
}
