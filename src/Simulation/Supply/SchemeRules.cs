using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Supply;

/// <summary>
/// The course of a scheme, from the plan to the September in which it opens. Its luck is addressed by scheme and stage, so it is the same in
/// every scenario and in whatever order schemes are woken, and the rule can look ahead: on the day on which a September's places are settled
/// it knows whether the scheme will be ready, as those who run the building do. What is ready gives its places to the round of offers; what
/// is not is late, and temporary places stand in for it where a host is found.
/// </summary>
public static class SchemeRules
{
    /// <summary>A scheme as it stands on the first day of a run, or on the day on which it is commissioned.</summary>
    /// <param name="scheme">What is planned.</param>
    /// <param name="school">Its school.</param>
    /// <param name="draws">Its luck: the draws at <see cref="Scheme.Address"/>.</param>
    /// <param name="today">The first day on which the state may wake.</param>
    public static SchemeState Start(in Scheme scheme, School school, in Draws draws, in SupplyDay today)
    {
        int year = Math.Max(scheme.TargetYear, today.Calendar.YearBeginningFrom(today.Day));
        var state = new SchemeState
        {
            Places = (short)scheme.Places,
            OpenYear = SchemeState.NotOffered,
            SettleYear = (short)year,
            CapitalPence = SchemeMoney.Estimate(scheme, school, today.Rates.Costs),
        };
        SchemeCourse.Enter(ref state, scheme, school, draws, scheme.Stage, scheme.StageDay, today);
        Schedule(ref state, scheme, today);
        return state;
    }

    /// <summary>Does all that is due, and says when it is due next: <see cref="SchemeState.NextDay"/>.</summary>
    /// <param name="state">The scheme's state.</param>
    /// <param name="scheme">What is planned.</param>
    /// <param name="school">Its school.</param>
    /// <param name="draws">Its luck.</param>
    /// <param name="today">The day, <see cref="SchemeState.NextDay"/> or later.</param>
    /// <param name="effects">Receives what it wants.</param>
    public static void Wake(ref SchemeState state, in Scheme scheme, School school, in Draws draws, in SupplyDay today, SupplyEffects effects)
    {
        if (IsCancelled(state, scheme, today.Day))
        {
            SchemeCourse.Fail(ref state, scheme, SchemeFailure.Cancelled, effects);
            state.Stage = SchemeStage.Ended; // Who cancels a scheme wants no stand-in for it.
        }

        while (state.UnderWay && state.StageEnds <= today.Day)
        {
            SchemeCourse.Leave(ref state, scheme, school, draws, today, effects);
        }

        if (state.OpenYear == SchemeState.NotOffered && Settling(state, today.Calendar) <= today.Day)
        {
            SchemeOpening.Settle(ref state, scheme, school, draws, today, effects);
        }

        if (state.OpenYear >= 0 && SeptemberDue(state, today.Calendar) <= today.Day)
        {
            SchemeOpening.September(ref state, scheme, school, today, effects);
        }

        Schedule(ref state, scheme, today);
    }

    /// <summary>The day on which it would be ready by the present rates; <see cref="SchemeState.Never"/> where it would be given up.</summary>
    public static int ReadyDay(SchemeState state, in Scheme scheme, School school, in Draws draws, in SupplyDay today)
    {
        SupplyDay day = today;
        while (state.Stage < SchemeStage.Ready && state.StageEnds != SchemeState.Never)
        {
            day = today with { Day = Math.Max(today.Day, state.StageEnds) };
            if (IsCancelled(state, scheme, day.Day))
            {
                return SchemeState.Never;
            }

            SchemeCourse.Leave(ref state, scheme, school, draws, day, effects: null);
        }

        return state.Stage is SchemeStage.Ready ? Math.Max(day.Day, today.Day) : SchemeState.Never;
    }

    private static bool IsCancelled(in SchemeState state, in Scheme scheme, int day) =>
        scheme.CancelDay <= day && state.OpenYear == SchemeState.NotOffered && state.Stage < SchemeStage.Open;

    private static int Settling(in SchemeState state, SupplyCalendar calendar) =>
        state.Stage switch
        {
            SchemeStage.Ended => SchemeState.Never,
            SchemeStage.Planned => Math.Max(calendar.SettleDay(state.SettleYear), state.StageEnds),
            _ => calendar.SettleDay(state.SettleYear),
        };

    /// <summary>The next first of September on which something is due after the places were offered.</summary>
    private static int SeptemberDue(in SchemeState state, SupplyCalendar calendar) => state.Stage switch
    {
        SchemeStage.Ended or SchemeStage.Failed => SchemeState.Never,
        SchemeStage.Open => calendar.Schools.FirstDayOf(state.OpenYear + state.GrowthYears),
        _ => calendar.Schools.FirstDayOf(state.OpenYear),
    };

    private static void Schedule(ref SchemeState state, in Scheme scheme, in SupplyDay today)
    {
        int next = state.UnderWay ? state.StageEnds : SchemeState.Never;
        int date = state.OpenYear >= 0 ? SeptemberDue(state, today.Calendar) : Settling(state, today.Calendar);
        next = Math.Min(next, date);
        if (state.OpenYear == SchemeState.NotOffered && state.Stage < SchemeStage.Open && scheme.CancelDay is int cancel)
        {
            next = Math.Min(next, cancel);
        }

        state.NextDay = Math.Max(next, today.Day);
    }
}
