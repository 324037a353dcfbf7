using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.FrontDoor;

/// <summary>
/// Asks <see cref="FrontDoorRules"/> what becomes of a child who stands in some way and draws some word. It asks under rates like the ones in
/// question whose laws are marked, each by a duration of its own, so that the answer tells which law was followed.
/// </summary>
internal sealed class FrontDoorInquiry
{
    private const int Day = 0;
    private const uint Middle = 1u << 31;
    private const int Returns = 4;

    // Ages in the middle of the bands.
    private static readonly int[] s_ages = [180, 1000, 3000, 5000, 6000, 7000];
    private static readonly DurationLaw[] s_marks = [.. Enumerable.Range(1, FrontDoorChain.LawCount).Select(mark => DurationLaw.Fixed(mark))];

    private readonly Effects _effects = new();
    private readonly FrontDoorEvents _events;
    private readonly Dictionary<(int Standing, Answer Answer), Way> _known = [];
    private readonly double[] _shares;
    private readonly Today _allReturn;
    private readonly Today _noneReturns;

    /// <summary>Begins an inquiry.</summary>
    /// <param name="rates">The rates.</param>
    /// <param name="events">Receives what there is to count.</param>
    public FrontDoorInquiry(CountyRates rates, FrontDoorEvents events)
    {
        _events = events;
        FrontDoorRates own = rates.FrontDoor;
        _shares = [own.AfterAssessment.Share, own.AfterChildInNeed.Share, own.AfterProtectionPlan.Share, own.AfterEarlyHelp.Share];
        _allReturn = new Today(Day, 1, 0, rates with { FrontDoor = Marked(own, 1) });
        _noneReturns = new Today(Day, 1, 0, rates with { FrontDoor = Marked(own, 0) });
    }

    /// <summary>The laws of the front door, in the order of their marks.</summary>
    public static DurationLaw[] LawsOf(FrontDoorRates rates) =>
    [
        rates.Assessment, rates.ChildInNeed, rates.ProtectionPlan, rates.EarlyHelp,
        rates.AfterAssessment.Delay, rates.AfterChildInNeed.Delay, rates.AfterProtectionPlan.Delay, rates.AfterEarlyHelp.Delay,
    ];

    /// <summary>The ways out of a standing at an age.</summary>
    /// <param name="standing">The standing.</param>
    /// <param name="band">The band of age.</param>
    /// <param name="guess">The words at which the ways part elsewhere, where they may part here too.</param>
    /// <param name="ways">Receives the ways.</param>
    /// <returns>The words at which they part.</returns>
    public Vector128<uint> WaysOf(int standing, int band, Vector128<uint> guess, Span<Way> ways)
    {
        Span<uint> last = [uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue];
        uint from = 0;
        int count = 0;
        do
        {
            last[count] = LastLike(standing, band, from, count < Vector128<uint>.Count ? guess[count] : uint.MaxValue);
            ways[count] = WayOf(standing, band, from);
            from = last[count] + 1;
        }
        while (last[count++] < uint.MaxValue);

        return Vector128.Create<uint>(last);
    }

    /// <summary>The last word that leads the same way as a given one, from which on each way is one stretch of words.</summary>
    private uint LastLike(int standing, int band, uint from, uint guess)
    {
        Answer like = Ask(standing, band, from, _allReturn);
        bool Leads(uint word) => Ask(standing, band, word, _allReturn) == like;
        if (Leads(uint.MaxValue))
        {
            return uint.MaxValue;
        }

        if (guess >= from && guess < uint.MaxValue && Leads(guess) && !Leads(guess + 1))
        {
            return guess;
        }

        (uint low, uint high) = (from, uint.MaxValue);
        while (high - low > 1)
        {
            uint middle = low + ((high - low) / 2);
            (low, high) = Leads(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }

    private Way WayOf(int standing, int band, uint word)
    {
        Answer answer = Ask(standing, band, word, _allReturn);
        if (!_known.TryGetValue((standing, answer), out Way way))
        {
            int staying = Count(standing, band, word, _allReturn);
            int leaving = Count(standing, band, word, _noneReturns);
            ulong events = ((ulong)(uint)staying << Way.StayingBit) | ((ulong)(uint)leaving << Way.LeavingBit);
            _known[(standing, answer)] = way = WayTo(answer, events);
        }

        return way;
    }

    private Way WayTo(in Answer answer, ulong events)
    {
        ulong then = events | ((answer.Referred ? 1UL : 0) << Way.ReferredBit) | ((answer.EntersCare ? 1UL : 0) << Way.CareBit);
        if (answer.EntersCare || answer.Phase == Phase.Gone)
        {
            return new Way(0, then);
        }

        int law = answer.Wait - 1;
        ulong stay = law < Returns ? 1UL << 32 : WordsBelow(_shares[law - Returns]);
        uint next = (uint)(FrontDoorStanding.Of(answer.Phase, answer.Facts) * FrontDoorChain.Bands);
        return new Way(stay, then | next).Under(law);
    }

    /// <summary>How many words are uniforms below a share.</summary>
    private static ulong WordsBelow(double share) => (ulong)Math.Clamp(Math.Ceiling((share * (1UL << 32)) - 0.5), 0, 1UL << 32);

    private int Count(int standing, int band, uint word, in Today today)
    {
        Consequences first = CountOne(standing, band, word, -ChildState.Never, today);
        return _events.NumberOf(first, CountOne(standing, band, word, Day - 1, today));
    }

    private Consequences CountOne(int standing, int band, uint word, int referred, in Today today)
    {
        _effects.Reset(telling: false);
        ChildState child = Child(standing, band);
        child.LastReferralDay = referred;
        if (Follow(ref child, standing, word, today))
        {
            _effects.Count(Flow.ChildrenOut);
            _effects.Stocks[(int)child.Phase]--;
        }

        return Consequences.TakeFrom(_effects);
    }

    private Answer Ask(int standing, int band, uint word, in Today today)
    {
        ChildState child = Child(standing, band);
        bool entersCare = Follow(ref child, standing, word, today);
        return new Answer(child.Phase, child.Facts, entersCare, child.NextDay - Day, child.LastReferralDay == Day);
    }

    private bool Follow(ref ChildState child, int standing, uint word, in Today today)
    {
        var luck = new RandomBlock(word, Middle, Middle, Middle);
        switch (standing)
        {
            case FrontDoorStanding.NewReferral:
                FrontDoorRules.ArriveAtReferral(ref child, luck, today, _effects);
                return false;
            case FrontDoorStanding.NewEarlyHelp:
                FrontDoorRules.ArriveAtEarlyHelp(ref child, luck, today, _effects);
                return false;
            default:
                return FrontDoorRules.Wake(ref child, luck, today, _effects);
        }
    }

    private static ChildState Child(int standing, int band) => ChildTable.Unknown(0, 0) with
    {
        Phase = FrontDoorStanding.PhaseOf(standing),
        Facts = FrontDoorStanding.FactsOf(standing),
        BirthDay = Day - s_ages[band],
    };

    private static FrontDoorRates Marked(FrontDoorRates rates, double share) => new()
    {
        ReferralsPerDay = rates.ReferralsPerDay,
        EarlyHelpPerDay = rates.EarlyHelpPerDay,
        AdvicePerDay = rates.AdvicePerDay,
        AgeAtReferral = rates.AgeAtReferral,
        NewbornSkew = rates.NewbornSkew,
        ClosedAtReferral = rates.ClosedAtReferral,
        FromAssessment = rates.FromAssessment,
        PreviousPlanFactor = rates.PreviousPlanFactor,
        FromChildInNeed = rates.FromChildInNeed,
        FromProtectionPlan = rates.FromProtectionPlan,
        StepUp = rates.StepUp,
        Assessment = s_marks[0],
        ChildInNeed = s_marks[1],
        ProtectionPlan = s_marks[2],
        EarlyHelp = s_marks[3],
        AfterAssessment = new ReturnLaw(share, s_marks[4]),
        AfterChildInNeed = new ReturnLaw(share, s_marks[5]),
        AfterProtectionPlan = new ReturnLaw(share, s_marks[6]),
        AfterEarlyHelp = new ReturnLaw(share, s_marks[7]),
    };

    /// <summary>What became of a child.</summary>
    private readonly record struct Answer(Phase Phase, ChildFacts Facts, bool EntersCare, int Wait, bool Referred);
}
