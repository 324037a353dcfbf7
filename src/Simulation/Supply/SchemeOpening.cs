using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Supply;

/// <summary>The two dates that tie a scheme to children: the spring day on which places are settled for the round of offers, and 1 September.</summary>
internal static class SchemeOpening
{
    /// <summary>Ordinals of the draws for the stand-in of an academic year begin here, beyond those of the stages.</summary>
    private const int CoverOrdinals = 1 << 16;

    /// <summary>
    /// Settles the places of the coming September: gives them to the round where the scheme will be ready, else counts it late and looks for
    /// a stand-in. A scheme that has been given up gets its stand-in for the September it was planned for, and is over.
    /// </summary>
    public static void Settle(ref SchemeState state, in Scheme scheme, School school, in Draws draws, in SupplyDay today, SupplyEffects effects)
    {
        int september = today.Calendar.Schools.FirstDayOf(state.SettleYear);
        RandomBlock luck = draws.For(Process.Scheme, CoverOrdinals + state.SettleYear);
        int ready = scheme.Certain ? today.Day : SchemeRules.ReadyDay(state, scheme, school, draws, today);
        int latest = september + (scheme.Kind == SchemeKind.Enlarge ? today.Rates.Times.GraceDays : 0);
        if (ready <= latest && state.Stage != SchemeStage.Failed)
        {
            Offer(ref state, scheme, school, effects);
            return;
        }

        if (scheme.Kind == SchemeKind.Bulge)
        {
            GiveUpBulge(ref state, scheme, effects);
            return;
        }

        if (ready != SchemeState.Never)
        {
            BeLate(ref state, scheme, effects);
            if (OpensOffSite(state, scheme, luck, today))
            {
                Offer(ref state, scheme, school, effects);
                return;
            }
        }

        StandIn(ref state, scheme, school, luck, today, effects);
        state.SettleYear++;
        state.Settled = true;
        if (state.Stage == SchemeStage.Failed)
        {
            state.Stage = SchemeStage.Ended;
        }
    }

    /// <summary>The first of September of the year from which the places hold, and of those in which growth is funded.</summary>
    public static void September(ref SchemeState state, in Scheme scheme, School school, in SupplyDay today, SupplyEffects effects)
    {
        PlaceCosts costs = today.Rates.Costs;
        if (state.Stage != SchemeStage.Open)
        {
            Open(ref state, scheme, school, costs, effects);
        }

        switch (scheme.Kind)
        {
            case SchemeKind.Enlarge or SchemeKind.Open when school.Kind != SchoolKind.Special && state.GrowthYears < costs.GrowthYears:
                SchemeMoney.Growth(state, scheme, costs, effects);
                state.GrowthYears++;
                break;
            case SchemeKind.Close when state.GrowthYears == 0 && Closing.Begin(school, state.OpenYear, effects):
                state.GrowthYears++;
                break;
            case SchemeKind.Close:
                Closing.End(school, effects);
                state.Stage = SchemeStage.Ended;
                break;
            default:
                state.Stage = SchemeStage.Ended;
                break;
        }
    }

    private static void Offer(ref SchemeState state, in Scheme scheme, School school, SupplyEffects effects)
    {
        state.OpenYear = state.SettleYear;
        int first = state.OpenYear - school.FirstYear;
        switch (scheme.Kind)
        {
            case SchemeKind.Enlarge or SchemeKind.Open when school.Kind != SchoolKind.Special:
                effects.Want(SupplyEffectKind.AddPlaces, scheme.School, state.Places, first, SupplyEffect.AllLater);
                break;
            case SchemeKind.Remove:
                effects.Want(SupplyEffectKind.AddPlaces, scheme.School, -state.Places, first, SupplyEffect.AllLater);
                break;
            case SchemeKind.Bulge:
                AddBulge(scheme.School, first, state.Places, 0, effects);
                break;
            case SchemeKind.Close:
                effects.Want(SupplyEffectKind.StopAdmitting, scheme.School, first: first);
                break;
            default:
                break; // Places by plan are given on the day they open: no round offers them.
        }
    }

    private static void Open(ref SchemeState state, in Scheme scheme, School school, PlaceCosts costs, SupplyEffects effects)
    {
        bool early = state.Stage != SchemeStage.Ready && !scheme.Certain;
        state.Stage = SchemeStage.Open;
        state.StageEnds = SchemeState.Never;
        switch (scheme.Kind)
        {
            case SchemeKind.Bulge:
                SchemeMoney.Bulge(scheme.School, state.Places, costs, effects);
                return;
            case SchemeKind.Remove or SchemeKind.Close:
                return;
            case SchemeKind.Open:
                effects.Want(SupplyEffectKind.OpenSchool, scheme.School);
                break;
            default:
                break;
        }

        if (scheme.Kind == SchemeKind.ResourcePlaces)
        {
            effects.Want(SupplyEffectKind.AddResourcePlaces, scheme.School, state.Places);
        }
        else if (school.Kind == SchoolKind.Special)
        {
            effects.Want(SupplyEffectKind.AddSpecialPlaces, scheme.School, state.Places);
        }

        effects.Want(SupplyEffectKind.Opened, scheme.School, state.Places, detail: early ? 1 : 0);
        SchemeMoney.Open(ref state, scheme, school, costs, effects);
    }

    private static void GiveUpBulge(ref SchemeState state, in Scheme scheme, SupplyEffects effects)
    {
        if (state.Stage != SchemeStage.Failed)
        {
            SchemeCourse.Fail(ref state, scheme, SchemeFailure.NoHost, effects);
        }

        state.Stage = SchemeStage.Ended;
    }

    private static void BeLate(ref SchemeState state, in Scheme scheme, SupplyEffects effects)
    {
        if (state.LateYears == 0)
        {
            effects.Want(SupplyEffectKind.Late, scheme.School, state.Places);
        }

        state.LateYears++;
    }

    /// <summary>A school whose proposer is appointed can open in other rooms a year before its own are ready.</summary>
    private static bool OpensOffSite(in SchemeState state, in Scheme scheme, in RandomBlock luck, in SupplyDay today) =>
        scheme.Kind == SchemeKind.Open && state.Stage > SchemeStage.Competition && luck.UniformB < today.Rates.Risks.OffSite;

    private static void StandIn(
        ref SchemeState state, in Scheme scheme, School school, in RandomBlock luck, in SupplyDay today, SupplyEffects effects)
    {
        bool wanted = scheme.Kind is SchemeKind.Enlarge or SchemeKind.Open && school.Kind != SchoolKind.Special;
        int? host = scheme.Kind == SchemeKind.Open ? scheme.Cover : scheme.School;
        if (!wanted || host is not int there || luck.UniformA < today.Rates.Risks.NoHost * today.Rates.Risks.Multiplier)
        {
            return;
        }

        AddBulge(there, state.SettleYear - school.FirstYear, state.Places, 1, effects);
        SchemeMoney.Bulge(there, state.Places, today.Rates.Costs, effects);
        state.CoveredYears++;
    }

    private static void AddBulge(int school, int cohort, int places, int standIn, SupplyEffects effects)
    {
        effects.Want(SupplyEffectKind.AddPlaces, school, places, cohort, cohort);
        effects.Want(SupplyEffectKind.Bulge, school, places, cohort, cohort, standIn);
    }
}
