using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>The wake phase over the kernel's arrays: whose day it is wakes by its rule, and who arrives today comes in.</summary>
internal sealed class WakePhase(CountyKernel kernel)
{
    private int[] _due = new int[1024];

    /// <summary>Entities that woke since the replication began.</summary>
    public long Wakes { get; private set; }

    /// <summary>Begins a replication.</summary>
    public void Reset() => Wakes = 0;

    /// <summary>Runs the phase.</summary>
    public void Run(in Today today, FrontDoorHistory frontDoor, ArrivalHistory arrivals)
    {
        WakeChildren(today);
        WakeHouseholds(today);
        EnterCare(today, frontDoor);
        foreach (ulong id in arrivals.On(today.Day))
        {
            Wakes++;
            Arrive(id, today);
        }
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
                kernel.State.ChildWheel.Schedule(slot, child.NextDay);
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
                kernel.State.HouseholdWheel.Schedule(slot, household.NextDay);
            }
        }
    }

    private void WakeChildren(in Today today)
    {
        int count = KeepDueChildren(kernel.State.ChildWheel.Drain(today.Day, ref _due), today.Day);
        for (int i = 0; i < count; i++)
        {
            int slot = _due[kernel.WakeBackwards ? count - 1 - i : i];
            ref ChildState child = ref kernel.Children[slot];
            if (child.NextDay != today.Day || child.Id == 0)
            {
                continue; // On the wheel twice.
            }

            Wakes++;
            kernel.Effects.Slot = slot;
            WakeChild(ref child, today);
            ScheduleChild(slot, today.Day);
        }
    }

    /// <summary>
    /// Leaves out those who changed plans since. All are looked at before any wakes, without a branch, so that many are on their way from memory at
    /// once.
    /// </summary>
    private int KeepDueChildren(int count, int day)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int slot = _due[i];
            ref readonly ChildState child = ref kernel.Children[slot];
            _due[kept] = slot;
            kept += child.NextDay == day & child.Id != 0 ? 1 : 0;
        }

        return kept;
    }

    private int KeepDueHouseholds(int count, int day)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int slot = _due[i];
            _due[kept] = slot;
            kept += kernel.Households[slot].NextDay == day ? 1 : 0;
        }

        return kept;
    }

    private void WakeChild(ref ChildState child, in Today today)
    {
        bool lookedAfter = child.Phase == Phase.LookedAfter;
        Waking.Child(ref child, kernel.Key, today, kernel.Effects);
        if (lookedAfter)
        {
            kernel.LookedAfter.Put(kernel.Effects.Slot, child.Phase == Phase.LookedAfter);
            if (child.Phase != Phase.LookedAfter)
            {
                kernel.State.CareSchools.Leave(kernel.Effects.Slot, child);
            }
        }
    }

    private void WakeHouseholds(in Today today)
    {
        int count = KeepDueHouseholds(kernel.State.HouseholdWheel.Drain(today.Day, ref _due), today.Day);
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
            Waking.Household(ref household, kernel.Key, today, kernel.Effects);
            ScheduleHousehold(slot, today.Day);
        }
    }

    /// <summary>Those of the front door whose care begins today.</summary>
    private void EnterCare(in Today today, FrontDoorHistory frontDoor)
    {
        frontDoor.Told.TellDay(today.Day, kernel.Effects);
        for (int entering = frontDoor.FirstOn(today.Day); entering >= 0; entering = frontDoor.After(entering))
        {
            ref readonly ChildState known = ref frontDoor.Child(entering);
            int slot = kernel.AddChild(known.Id, known.District);
            ref ChildState child = ref kernel.Children[slot];
            kernel.Effects.Enter(ref child, known.Phase);
            child = known;
            CareRules.Enter(ref child, new Draws(kernel.Key, child.Id), today, kernel.Effects);
            ScheduleChild(slot, today.Day);
        }
    }

    private void Arrive(ulong id, in Today today)
    {
        int district = EntityId.District(id);
        if (EntityId.Kind(id) == EntityKind.EnquiringHousehold)
        {
            int household = kernel.Effects.Slot = kernel.Households.Add(id, district);
            Waking.Enquiring(ref kernel.Households[household], kernel.Key, today, kernel.Effects);
            ScheduleHousehold(household, today.Day);
            return;
        }

        int slot = kernel.AddChild(id, district);
        Waking.Arriving(ref kernel.Children[slot], kernel.Key, today, kernel.Effects);
        ScheduleChild(slot, today.Day);
    }
}
