using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>Foster households of the initial stock, and those on their way to approval.</summary>
internal sealed class InitialHouseholds(CountyKernel kernel)
{
    private InitialStock Stock => kernel.Parameters.Stock;

    /// <summary>The group to which the n-th of a stock belongs, so that groups fill in proportion to their shares.</summary>
    public static int Spread(double[] shares, int ordinal)
    {
        // The golden ratio's multiples spread evenly, so every prefix of the stock has nearly the right shares.
        double at = (ordinal + 0.5) * 0.6180339887498949;
        at -= Math.Floor(at);
        int group = 0;
        while (group < shares.Length - 1 && at >= shares[group])
        {
            at -= shares[group++];
        }

        return group;
    }

    /// <summary>Builds the households.</summary>
    public void Build(in Today today)
    {
        FosteringRates rates = today.Rates.Fostering;
        EquilibriumLaw tenure = rates.Tenure.InStock;
        for (int i = 0; i < Stock.Households; i++)
        {
            BuildApproved(i, tenure, today);
        }

        BuildOnTheWay(StockOrdinals.Enquirers, Stock.Enquirers, HouseholdPhase.Enquiry, rates.ToApplication, withdraws: false, today);
        BuildOnTheWay(StockOrdinals.Applications, Stock.Applications, HouseholdPhase.InAssessment, rates.Assessment, withdraws: false, today);
        BuildOnTheWay(StockOrdinals.Withdrawing, Stock.Withdrawing, HouseholdPhase.InAssessment, rates.ToWithdrawal, withdraws: true, today);
    }

    /// <summary>Some of those with a child matched to them for the long term have given notice and wind down.</summary>
    public void WindDownSome(in Today today)
    {
        for (int slot = 0; slot < Stock.Households; slot++)
        {
            ref HouseholdState household = ref kernel.Households[slot];
            RandomBlock luck = new Draws(kernel.Key, household.Id).For(Process.InitialStock, 2);
            if (luck.UniformA < Stock.WindingDown && kernel.Resolver.HasLongTermChild(household.Home))
            {
                household.Phase = HouseholdPhase.Leaving;
                household.NextDay = household.PhaseEndDay = today.Day + 1 + (int)(luck.UniformB * today.Rates.Fostering.WindDown);
                kernel.Service.Register.SetStatus(household.Home, HomeStatus.Leaving);
                kernel.ScheduleHousehold(slot, today.Day);
            }
        }
    }

    private void BuildApproved(int ordinal, EquilibriumLaw tenure, in Today today)
    {
        FosteringRates rates = today.Rates.Fostering;
        int slot = Add(ordinal, out Draws draws);
        ref HouseholdState household = ref kernel.Households[slot];
        RandomBlock luck = draws.For(Process.InitialStock, 0);
        double whole = tenure.Whole(luck.UniformA);
        household.IsApproved = true;
        household.Phase = HouseholdPhase.Active;
        household.ApprovedDay = today.Day - (int)(luck.UniformB * whole);
        household.ExitDay = today.Day + 1 + Numerics.Days.Round((1 - luck.UniformB) * whole, luck.D);
        HouseholdRules.DrawCharacter(ref household, draws, today);

        // The review falls on the anniversary of approval; leave and breaks due before today have been.
        int sinceReview = (today.Day - household.ApprovedDay) % 365;
        household.Years = (ushort)((today.Day - household.ApprovedDay) / 365);
        ApprovedHouseholdRules.StartYear(ref household, draws, today with { Day = today.Day - sinceReview });
        household.LeaveDay = household.LeaveDay <= today.Day ? ChildState.Never : household.LeaveDay;
        household.BreakDay = household.BreakDay <= today.Day ? ChildState.Never : household.BreakDay;
        PauseSome(ref household, draws, rates, today);
        ApprovedHouseholdRules.Reschedule(ref household);
        household.Home = kernel.Resolver.Register(household, slot);
        kernel.ScheduleHousehold(slot, today.Day);
    }

    private void PauseSome(ref HouseholdState household, in Draws draws, FosteringRates rates, in Today today)
    {
        RandomBlock luck = draws.For(Process.InitialStock, 1);
        bool onHold = luck.UniformA < Stock.OnHold;
        if (!onHold && luck.UniformA >= Stock.OnHold + Stock.Inactive)
        {
            return;
        }

        household.Phase = onHold ? HouseholdPhase.OnHold : HouseholdPhase.Inactive;
        double whole = (onHold ? rates.Hold : rates.Inactive).InStock.Whole(luck.UniformB);
        household.PhaseDay = today.Day - (int)(luck.UniformC * whole);
        household.PhaseEndDay = today.Day + 1 + Numerics.Days.Round((1 - luck.UniformC) * whole, luck.D);
    }

    private void BuildOnTheWay(int first, int count, HouseholdPhase phase, DurationLaw law, bool withdraws, in Today today)
    {
        EquilibriumLaw equilibrium = law.InStock;
        for (int i = 0; i < count; i++)
        {
            int slot = Add(first + i, out Draws draws);
            ref HouseholdState household = ref kernel.Households[slot];
            RandomBlock luck = draws.For(Process.InitialStock, 0);
            double whole = equilibrium.Whole(luck.UniformA);
            household.Phase = phase;
            household.Withdraws = withdraws;
            household.PhaseDay = today.Day - (int)(luck.UniformB * whole);
            household.PhaseEndDay = household.NextDay = today.Day + 1 + Numerics.Days.Round((1 - luck.UniformB) * whole, luck.D);
            kernel.ScheduleHousehold(slot, today.Day);
        }
    }

    private int Add(int ordinal, out Draws draws)
    {
        int district = Spread(Stock.HouseholdShares, ordinal);
        ulong id = EntityId.Of(EntityKind.StockHousehold, district, 0, ordinal);
        draws = new Draws(kernel.Key, id);
        return kernel.Households.Add(id, district);
    }
}
