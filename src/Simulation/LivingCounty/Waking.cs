using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.CareLeavers;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.OtherAuthorities;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Unaccompanied;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>Which rule it is that an entity wakes by. The kernel asks it of its arrays, an actor of the one entity it keeps.</summary>
public static class Waking
{
    /// <summary>A child's day has come.</summary>
    public static void Child(ref ChildState child, DrawKey key, in Today today, Effects effects)
    {
        var draws = new Draws(key, child.Id);
        switch (child.Phase)
        {
            case Phase.LookedAfter:
                CareRules.Wake(ref child, draws, today, effects);
                break;
            case Phase.CareLeaver:
                CareLeaverRules.Wake(ref child, today, effects);
                break;
            case Phase.OtherAuthority:
                OtherAuthorityRules.Wake(ref child, effects);
                break;
            default:
                if (FrontDoorRules.Wake(ref child, FrontDoorRules.Luck(child, draws), today, effects))
                {
                    CareRules.Enter(ref child, draws, today, effects);
                }

                break;
        }
    }

    /// <summary>A child arrives, at the front door or straight into the days, as its address says.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The address is not one of a child who arrives.</exception>
    public static void Arriving(ref ChildState child, DrawKey key, in Today today, Effects effects)
    {
        var draws = new Draws(key, child.Id);
        switch (EntityId.Kind(child.Id))
        {
            case EntityKind.ReferredChild:
                FrontDoorRules.ArriveAtReferral(ref child, FrontDoorRules.Luck(child, draws), today, effects);
                break;
            case EntityKind.EarlyHelpChild:
                FrontDoorRules.ArriveAtEarlyHelp(ref child, FrontDoorRules.Luck(child, draws), today, effects);
                break;
            case EntityKind.UnaccompaniedChild:
                UnaccompaniedRules.Arrive(ref child, draws, today, effects);
                break;
            case EntityKind.OtherAuthorityChild:
                OtherAuthorityRules.Arrive(ref child, draws, today, effects);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(child), $"{child.Id:x16} is not the address of a child who arrives.");
        }
    }

    /// <summary>A household's day has come.</summary>
    public static void Household(ref HouseholdState household, DrawKey key, in Today today, Effects effects) =>
        HouseholdRules.Wake(ref household, new Draws(key, household.Id), today, effects);

    /// <summary>A household enquires.</summary>
    public static void Enquiring(ref HouseholdState household, DrawKey key, in Today today, Effects effects) =>
        HouseholdRules.Enquire(ref household, new Draws(key, household.Id), today, effects);

    /// <summary>A child wakes, or arrives, in a county where each entity is kept on its own.</summary>
    /// <param name="child">The child; where nothing but the address is known, the child arrives.</param>
    /// <param name="key">Seed and replication.</param>
    /// <param name="today">The day's conditions.</param>
    /// <param name="telling">Whether events are told.</param>
    public static Consequences Alone(ref ChildState child, DrawKey key, in Today today, bool telling)
    {
        Effects effects = Scratch(telling);
        if (child.Phase == Phase.Gone)
        {
            effects.Count(Flow.ChildrenIn);
            effects.Stocks[(int)Phase.Gone]++; // As whoever has come and is not yet anywhere.
            Arriving(ref child, key, today, effects);
        }
        else
        {
            Child(ref child, key, today, effects);
        }

        if (child.Phase != Phase.Gone && child.NextDay != ChildState.Never)
        {
            child.NextDay = Math.Max(child.NextDay, today.Day + 1);
        }

        return Consequences.TakeFrom(effects);
    }

    /// <summary>A household wakes, or enquires, in a county where each entity is kept on its own.</summary>
    /// <param name="household">The household; without a phase, it enquires.</param>
    /// <param name="key">Seed and replication.</param>
    /// <param name="today">The day's conditions.</param>
    /// <param name="telling">Whether events are told.</param>
    public static Consequences Alone(ref HouseholdState household, DrawKey key, in Today today, bool telling)
    {
        Effects effects = Scratch(telling);
        if (household.Phase == HouseholdPhase.None)
        {
            Enquiring(ref household, key, today, effects);
        }
        else
        {
            Household(ref household, key, today, effects);
        }

        if (household.NextDay != ChildState.Never)
        {
            household.NextDay = Math.Max(household.NextDay, today.Day + 1);
        }

        return Consequences.TakeFrom(effects);
    }

    /// <summary>Effects of the thread, which a rule fills and its caller empties before anything else can run on it.</summary>
    private static Effects Scratch(bool telling)
    {
        Effects effects = t_effects ??= new Effects();
        effects.Telling = telling;
        return effects;
    }

    [ThreadStatic]
    private static Effects? t_effects;
}
