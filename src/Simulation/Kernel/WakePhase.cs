using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.CareLeavers;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.OtherAuthorities;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Time;
using KentSufficiency.Simulation.Unaccompanied;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>The wake phase over the kernel's arrays: whose day it is wakes by its rule, and who arrives today comes in.</summary>
internal sealed class WakePhase(CountyKernel kernel, ArrivalReference reference)
{
    private readonly Arrivals[] _arrivals = [.. ArrivalKinds(reference)];
    private readonly ArrivingToday _arriving = new();
    private readonly DayWheel _childWheel = new(0, 12);
    private readonly DayWheel _householdWheel = new(0, 12);
    private readonly WakingChildren _waking = new();
    private int[] _due = new int[1024];

    /// <summary>Entities that woke since the replication began.</summary>
    public long Wakes { get; private set; }

    /// <summary>Empties the wheels.</summary>
    public void Reset(int firstDay)
    {
        Wakes = 0;
        _childWheel.Reset(firstDay);
        _householdWheel.Reset(firstDay);
    }

    /// <summary>Runs the phase.</summary>
    public void Run(in Today today)
    {
        WakeChildren(today);
        WakeHouseholds(today);
        Arrive(today);
    }

    /// <summary>Puts a child whose plans changed back on the wheel, or notes that the child has gone.</summary>
    public void ScheduleChild(int slot, int today)
    {
        ref ChildState child = ref kernel.Children[slot];
        kernel.Ledger.Follow(slot, child, today);
        if (child.Phase == Phase.LookedAfter)
        {
            kernel.LookedAfter.Put(slot, member: true);
        }

        if (child.Phase == Phase.Gone)
        {
            kernel.Resolver.NoteGone(slot);
            return;
        }

        if (child.NextDay != ChildState.Never)
        {
            child.NextDay = Math.Max(child.NextDay, today + 1);
            if (child.NextDay <= kernel.Parameters.Horizon)
            {
                _childWheel.Schedule(slot, child.NextDay);
            }
        }
    }

    /// <summary>Puts a household that changed back on the wheel.</summary>
    public void ScheduleHousehold(int slot, int today)
    {
        ref HouseholdState household = ref kernel.Households[slot];
        if (household.NextDay != ChildState.Never)
        {
            household.NextDay = Math.Max(household.NextDay, today + 1);
            if (household.NextDay <= kernel.Parameters.Horizon)
            {
                _householdWheel.Schedule(slot, household.NextDay);
            }
        }
    }

    private void WakeChildren(in Today today)
    {
        int count = _childWheel.Drain(today.Day, ref _due);
        _waking.Gather(_due.AsSpan(0, count), kernel.Children, kernel.Key, today.Day, kernel.WakeBackwards);
        Wakes += _waking.Count;
        for (int i = 0; i < _waking.Count; i++)
        {
            int slot = _waking.Slot(i);
            ref ChildState child = ref kernel.Children[slot];
            if (child.NextDay != today.Day || child.Id == 0)
            {
                continue; // On the wheel twice for today: the first time was enough.
            }

            kernel.Effects.Slot = slot;
            WakeChild(ref child, _waking.Luck(i), today);
            ScheduleChild(slot, today.Day);
        }
    }

    private void WakeChild(ref ChildState child, in RandomBlock frontDoorLuck, in Today today)
    {
        var draws = new Draws(kernel.Key, child.Id);
        switch (child.Phase)
        {
            case Phase.LookedAfter:
                CareRules.Wake(ref child, draws, today, kernel.Effects);
                kernel.LookedAfter.Put(kernel.Effects.Slot, child.Phase == Phase.LookedAfter);
                break;
            case Phase.CareLeaver:
                CareLeaverRules.Wake(ref child, today, kernel.Effects);
                break;
            case Phase.OtherAuthority:
                OtherAuthorityRules.Wake(ref child, kernel.Effects);
                break;
            default:
                FrontDoorRules.Wake(ref child, frontDoorLuck, draws, today, kernel.Effects);
                break;
        }
    }

    private void WakeHouseholds(in Today today)
    {
        int count = _householdWheel.Drain(today.Day, ref _due);
        for (int i = 0; i < count; i++)
        {
            int slot = _due[kernel.WakeBackwards ? count - 1 - i : i];
            ref HouseholdState household = ref kernel.Households[slot];
            if (household.NextDay != today.Day)
            {
                continue;
            }

            Wakes++;
            kernel.Effects.Slot = slot;
            HouseholdRules.Wake(ref household, new Draws(kernel.Key, household.Id), today, kernel.Effects);
            ScheduleHousehold(slot, today.Day);
        }
    }

    private void Arrive(in Today today)
    {
        Advise(today);
        _arriving.Draw(kernel.Key, today, _arrivals);
        for (int i = 0; i < _arriving.Count; i++)
        {
            Wakes++;
            ArriveOne(_arriving.Id(i), _arriving.Luck(i), today);
        }
    }

    /// <summary>Contacts that end in advice leave no history, so they are counted and not made into children (Poisson splitting).</summary>
    private void Advise(in Today today)
    {
        double rate = today.Rates.FrontDoor.AdvicePerDay;
        if (rate > 0)
        {
            var county = new Draws(kernel.Key, EntityId.Of(EntityKind.District, KentMap.Districts, 0, 0));
            kernel.Effects.Count(Flow.ContactsAdvised, new Poisson(rate).Sample(county, (ushort)Process.Advice, (ulong)(today.Day + EntityId.DayOffset)));
        }
    }

    private void ArriveOne(ulong id, in RandomBlock frontDoorLuck, in Today today)
    {
        var draws = new Draws(kernel.Key, id);
        EntityKind kind = EntityId.Kind(id);
        int district = EntityId.District(id);
        if (kind == EntityKind.EnquiringHousehold)
        {
            int household = kernel.Effects.Slot = kernel.Households.Add(id, district);
            HouseholdRules.Enquire(ref kernel.Households[household], draws, today, kernel.Effects);
            ScheduleHousehold(household, today.Day);
            return;
        }

        int slot = kernel.AddChild(id, district);
        ref ChildState child = ref kernel.Children[slot];
        switch (kind)
        {
            case EntityKind.ReferredChild:
                FrontDoorRules.ArriveAtReferral(ref child, frontDoorLuck, today, kernel.Effects);
                break;
            case EntityKind.EarlyHelpChild:
                FrontDoorRules.ArriveAtEarlyHelp(ref child, frontDoorLuck, today, kernel.Effects);
                break;
            case EntityKind.UnaccompaniedChild:
                UnaccompaniedRules.Arrive(ref child, draws, today, kernel.Effects);
                break;
            default:
                OtherAuthorityRules.Arrive(ref child, draws, today, kernel.Effects);
                break;
        }

        ScheduleChild(slot, today.Day);
    }

    private static IEnumerable<Arrivals> ArrivalKinds(ArrivalReference reference)
    {
        for (int district = 0; district < KentMap.Districts; district++)
        {
            yield return new Arrivals(EntityKind.ReferredChild, district, reference.Referrals[district]);
            yield return new Arrivals(EntityKind.EarlyHelpChild, district, reference.EarlyHelp[district]);
            yield return new Arrivals(EntityKind.OtherAuthorityChild, district, reference.OtherAuthorities[district]);
            yield return new Arrivals(EntityKind.EnquiringHousehold, district, reference.Enquiries[district]);
        }

        yield return new Arrivals(EntityKind.UnaccompaniedChild, KentMap.Districts, reference.Unaccompanied);
    }
}
