using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>Open cases of the initial stock, and closed ones that will come back.</summary>
internal sealed class InitialCases(FrontDoorLane lane)
{
    private const int Block = 256;

    private readonly ulong[] _ids = new ulong[Block];
    private readonly ulong[] _zeros = new ulong[Block];
    private readonly ulong[] _ones = [.. Enumerable.Repeat(1UL, Block)];
    private readonly RandomBlock[] _luck = new RandomBlock[Block];
    private readonly RandomBlock[] _more = new RandomBlock[Block];
    private InitialStock _stock = InitialStock.Empty;
    private DrawKey _key;
    private int _part;

    /// <summary>Builds the cases.</summary>
    public void Build(InitialStock stock, DrawKey key, in Today today)
    {
        _stock = stock;
        _key = key;
        FrontDoorRates rates = today.Rates.FrontDoor;
        _part = 0;
        Build(_stock.Assessments, Phase.Assessment, rates.Assessment, ChildFacts.None, today);
        Build(_stock.ChildrenInNeed, Phase.ChildInNeed, rates.ChildInNeed, ChildFacts.None, today);
        Build(_stock.ProtectionPlans, Phase.ProtectionPlan, rates.ProtectionPlan, ChildFacts.PlannedBefore, today);
        Build(_stock.EarlyHelp, Phase.EarlyHelp, rates.EarlyHelp, ChildFacts.None, today);
        Build(_stock.ReturningToReferral, Phase.AtHome, rates.AfterAssessment.Delay, ChildFacts.None, today);
        Build(_stock.ReturningToEarlyHelp, Phase.AtHome, rates.AfterEarlyHelp.Delay, ChildFacts.ReturnsToEarlyHelp, today);
        Build(_stock.ReturningToCare, Phase.AtHome, today.Rates.Care.AfterReturnHome.Delay, ChildFacts.ReturnsToCare, today);
    }

    private void Build(int count, Phase phase, DurationLaw law, ChildFacts facts, in Today today)
    {
        int first = StockOrdinals.Cases + (_part++ * StockOrdinals.Range);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, StockOrdinals.Range);
        for (int ordinal = first; ordinal < first + count; ordinal += Block)
        {
            Build(ordinal, Math.Min(Block, first + count - ordinal), phase, law, facts, today);
        }
    }

    /// <summary>Builds some cases whose draws are made in a block.</summary>
    private void Build(int first, int count, Phase phase, DurationLaw law, ChildFacts facts, in Today today)
    {
        for (int i = 0; i < count; i++)
        {
            _ids[i] = EntityId.Of(EntityKind.StockChild, InitialHouseholds.Spread(_stock.ChildShares, first + i), 0, first + i);
        }

        Span<ulong> ids = _ids.AsSpan(0, count);
        Philox4x32.Fill(_key, ids, (ushort)Process.InitialStock, _zeros.AsSpan(0, count), _luck.AsSpan(0, count));
        Philox4x32.Fill(_key, ids, (ushort)Process.InitialStock, _ones.AsSpan(0, count), _more.AsSpan(0, count));
        for (int i = 0; i < count; i++)
        {
            Build(ids[i], phase, law.InStock, facts, _luck[i], _more[i], today);
        }
    }

    private void Build(ulong id, Phase phase, EquilibriumLaw law, ChildFacts facts, in RandomBlock luck, in RandomBlock more, in Today today)
    {
        ChildState child = ChildTable.Unknown(id, EntityId.District(id));
        double whole = law.Whole(luck.UniformA);
        child.PhaseDay = today.Day - (int)(luck.UniformB * whole);
        child.PhaseEndDay = child.NextDay = today.Day + 1 + Numerics.Days.Round((1 - luck.UniformB) * whole, luck.D);
        child.LastReferralDay = phase == Phase.EarlyHelp ? -ChildState.Never : ReferralBefore(child.PhaseDay, phase, more, today.Rates.FrontDoor);
        int years = today.Rates.FrontDoor.AgeAtReferral.Sample(luck.C);
        int known = phase == Phase.EarlyHelp ? child.PhaseDay : child.LastReferralDay;
        child.BirthDay = known - (int)((years + more.UniformA) * Age.Year);
        child.Set(facts, true);
        child.Set(ChildFacts.PlannedBefore, facts == ChildFacts.PlannedBefore || (phase != Phase.EarlyHelp && more.UniformB < _stock.PlannedBefore));
        child.Phase = phase;
        lane.Take(child);
    }

    /// <summary>The referral that led here: as long before the phase as an assessment takes, or an assessment and a plan for some at home.</summary>
    private int ReferralBefore(int phaseDay, Phase phase, in RandomBlock luck, FrontDoorRates rates)
    {
        if (phase == Phase.Assessment)
        {
            return phaseDay;
        }

        double share = _stock.ReturningAfterPlan;
        double plan = phase == Phase.AtHome && luck.UniformD < share ? rates.ChildInNeed.At(luck.UniformD / share) : 0;
        return phaseDay - (int)(rates.Assessment.At(luck.UniformC) + plan);
    }
}
