using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.OtherAuthorities;

/// <summary>Rates and laws of children whom other authorities place in Kent.</summary>
public sealed class OtherAuthorityRates
{
    /// <summary>Requests a day by district.</summary>
    public required double[] RequestsPerDay { get; init; }

    /// <summary>Share who seek a children's home; the rest seek an agency foster home.</summary>
    public required double ResidentialShare { get; init; }

    /// <summary>Length of a stay.</summary>
    public required DurationLaw Stay { get; init; }

    /// <summary>Days they wait for a home in Kent before they go elsewhere.</summary>
    public required int Patience { get; init; }
}

/// <summary>Children of other authorities: they compete for agency homes, residential homes and nothing else.</summary>
public static class OtherAuthorityRules
{
    /// <summary>Another authority asks for a home in Kent.</summary>
    public static void Arrive(ref ChildState child, in Draws draws, in Today today, Effects effects)
    {
        RandomBlock luck = draws.For(Process.OtherAuthorityStay, 0);
        child.BirthDay = today.Day - (int)(luck.UniformB * 16 * Age.Year);
        child.RequestDay = today.Day;
        effects.Enter(ref child, Phase.OtherAuthority);
        effects.Count(Flow.OtherAuthorityRequests);
        effects.Want(EffectClass.PlacementRequest, 0, luck.C, child.Id, (int)MoveReason.Entry);
    }

    /// <summary>The kind of home asked for.</summary>
    public static HomeKind KindSought(in Draws draws, in Today today) =>
        today.Rates.OtherAuthorities.ResidentialShare is > 0 and double share && draws.For(Process.OtherAuthorityStay, 0).UniformA < share
            ? HomeKind.ChildrensHome
            : HomeKind.AgencyFoster;

    /// <summary>The stay begins.</summary>
    public static void Begin(ref ChildState child, HomeKind kind, int home, in Draws draws, in Today today)
    {
        RandomBlock luck = draws.For(Process.OtherAuthorityStay, 1);
        child.RequestDay = ChildState.Never;
        child.Place = kind;
        child.Home = home;
        child.PlacementDay = today.Day;
        child.PhaseEndDay = child.NextDay = today.Day + today.Rates.OtherAuthorities.Stay.Days(luck.Uniform53AB, luck.C);
    }

    /// <summary>No home in Kent: the child goes elsewhere.</summary>
    public static void Lose(ref ChildState child, Effects effects)
    {
        child.RequestDay = ChildState.Never;
        effects.Count(Flow.OtherAuthorityLost);
        FrontDoorRules.Leave(ref child, effects);
    }

    /// <summary>The stay ends.</summary>
    public static void Wake(ref ChildState child, Effects effects)
    {
        effects.Want(EffectClass.Release, 0, 0, child.Id, child.Home);
        child.Home = ChildState.NoHome;
        child.Place = HomeKind.None;
        FrontDoorRules.Leave(ref child, effects);
    }
}
