using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>Open cases of the initial stock, and closed ones that will come back.</summary>
internal sealed class InitialCases(FrontDoorLane lane)
{
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
        if (count == 0)
        {
            return;
        }

        EquilibriumLaw equilibrium = law.InStock;
        for (int ordinal = first; ordinal < first + count; ordinal++)
        {
            int district = InitialHouseholds.Spread(_stock.ChildShares, ordinal);
            ulong id = EntityId.Of(EntityKind.StockChild, district, 0, ordinal);
            ChildState child = ChildTable.Unknown(id, district);
            var draws = new Draws(_key, id);
            RandomBlock luck = draws.For(Process.InitialStock, 0);
            RandomBlock more = draws.For(Process.InitialStock, 1);
            double whole = equilibrium.Whole(luck.UniformA);
            child.PhaseDay = today.Day - (int)(luck.UniformB * whole);
            child.PhaseEndDay = child.NextDay = today.Day + 1 + Numerics.Days.Round((1 - luck.UniformB) * whole, luck.D);
            child.LastReferralDay = phase == Phase.EarlyHelp ? -ChildState.Never : ReferralBefore(child.PhaseDay, phase, more, today.Rates.FrontDoor);
            int years = today.Rates.FrontDoor.AgeAtReferral.Sample(luck.C);
            int known = phase == Phase.EarlyHelp ? child.PhaseDay : child.LastReferralDay;
            child.BirthDay = known - (int)((years + more.UniformA) * Age.Year);
            child.Set(facts, true);
            child.Set(ChildFacts.PlannedBefore, facts == ChildFacts.PlannedBefore || (phase != Phase.EarlyHelp && more.UniformB < _stock.PlannedBefore));
            child.Phase = phase;
            lane.Take(child, today.Day);
        }
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
