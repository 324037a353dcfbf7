using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.FrontDoor;

/// <summary>One way out of a standing, which may turn on whether the child comes back; packed, so that the vectors of a step can take it apart.</summary>
/// <param name="When">
/// Below <see cref="LawBit"/> the number of third words of a block that keep the child at the front door, which others leave; above, which law says how long
/// until the next wake.
/// </param>
/// <param name="Then">What it leads to.</param>
internal readonly record struct Way(ulong When, ulong Then)
{
    /// <summary>The first bit of the law.</summary>
    public const int LawBit = 33;

    /// <summary>The bits of the first place of the standing that follows; they are the lowest of <see cref="Then"/>.</summary>
    public const int StandingMask = 0xFF;

    /// <summary>The bit of a child who is referred on the way: the event that follows is the one of a re-referral.</summary>
    public const int ReferredBit = 8;

    /// <summary>The bit of a child who enters care.</summary>
    public const int CareBit = 9;

    /// <summary>The first of eight bits of the event of one who leaves.</summary>
    public const int LeavingBit = 16;

    /// <summary>The first of eight bits of the event of one who stays.</summary>
    public const int StayingBit = 24;

    /// <summary>The first bit of a number that is added to both events.</summary>
    public const int EventsBit = 32;

    /// <summary>The law.</summary>
    public int Law => (int)(When >> LawBit);

    /// <summary>The same with another law.</summary>
    public Way Under(int law) => this with { When = (When & ((1UL << LawBit) - 1)) | ((ulong)law << LawBit) };
}

/// <summary>
/// The front door as a semi-Markov chain: standing, age and a word decide the way, and the way decides the law of the time until the next. Nobody
/// writes it: it is found out by asking <see cref="FrontDoorRules"/> what becomes of a child, word by word, so that a step of many children
/// needs no branch and there is still one model. It relies on what the rules say of their words, that A decides the way, each way being one
/// stretch of words, B and D the time, and C whether a child comes back.
/// </summary>
internal sealed class FrontDoorChain
{
    /// <summary>Bands of age: those of <see cref="AgeBand"/>, and from 18 on.</summary>
    public const int Bands = 6;

    /// <summary>The most ways out of a standing.</summary>
    public const int MostWays = 5;

    /// <summary>The number of laws.</summary>
    public const int LawCount = 8;

    /// <summary>The number of partings: one for each standing and band.</summary>
    public const int Places = FrontDoorStanding.Count * Bands;

    private readonly FrontDoorRates _rates;
    private readonly FrontDoorEvents _events = new();

    private FrontDoorChain(CountyRates rates)
    {
        _rates = rates.FrontDoor;
        Laws = FrontDoorInquiry.LawsOf(_rates);
        var inquiry = new FrontDoorInquiry(rates, _events);
        for (int place = 0; place < Places; place++)
        {
            // Most standings part at the same words in every band.
            Vector128<uint> guess = Partings[Math.Max(0, place - 1)];
            Partings[place] = inquiry.WaysOf(place / Bands, place % Bands, guess, Ways.AsSpan(place * MostWays, MostWays));
        }
    }

    /// <summary>The last words of the ways from a place but the last: words above the first take the second, and so on. By standing, then by band.</summary>
    public Vector128<uint>[] Partings { get; } = new Vector128<uint>[Places];

    /// <summary>The ways from each place.</summary>
    public Way[] Ways { get; } = new Way[Places * MostWays];

    /// <summary>The laws of the times between wakes.</summary>
    public DurationLaw[] Laws { get; }

    /// <summary>The chain of some rates, found out when first asked for; two threads that ask at once get equal ones.</summary>
    public static FrontDoorChain Of(CountyRates rates)
    {
        FrontDoorChain? known = rates.FrontDoor.Chain;
        if (known is null || !ReferenceEquals(known._rates, rates.FrontDoor))
        {
            rates.FrontDoor.Chain = known = new FrontDoorChain(rates);
        }

        return known;
    }

    /// <summary>Adds to flows and stocks what a number of events mean.</summary>
    public void Add(ReadOnlySpan<int> events, Effects into) => _events.Add(events, into);
}
