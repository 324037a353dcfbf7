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
}
