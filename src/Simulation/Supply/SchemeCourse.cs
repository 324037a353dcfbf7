using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Supply;

/// <summary>The stages of a scheme: how long each takes, what can go wrong in it, and which comes next.</summary>
internal static class SchemeCourse
{
    /// <summary>Stage numbers are below this; each return to committee takes ordinals of its own above it.</summary>
    private const int StageOrdinals = 16;

    private const int DaysOfYear = 365;

    /// <summary>Enters a stage.</summary>
    /// <param name="state">The state.</param>
    /// <param name="scheme">What is planned.</param>
    /// <param name="school">Its school.</param>
    /// <param name="draws">Its luck.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="day">The day on which it is entered; before <paramref name="today"/> where the run finds it under way.</param>
    /// <param name="today">Today.</param>
    public static void Enter(
        ref SchemeState state, in Scheme scheme, School school, in Draws draws, SchemeStage stage, int day, in SupplyDay today)
    {
        state.Stage = stage;
        RandomBlock block = Block(draws, state, stage);
        SchemeTimes times = today.Rates.Times;
        state.StageEnds = stage switch
        {
            SchemeStage.Planned => Math.Max(day, today.Day),
            SchemeStage.Consultation => day + Consultation(times, block),
            SchemeStage.Committee => today.Calendar.MeetingFrom(Math.Max(today.Day, day + (state.Returns > 0 ? 1 : times.ReportDays))),
            SchemeStage.PublicNotice => day + times.NoticeDays,
            SchemeStage.RefinedCost => day + times.KeyDecisionDays,
            SchemeStage.Ready => SchemeState.Never,
            _ => Ends(LawOf(stage, scheme, school, times), times.Multiplier, block, day, today.Day),
        };
        state.StageEnds = Math.Max(state.StageEnds, today.Day);
    }

    /// <summary>Leaves the stage that ends today: for the next one, or for good.</summary>
    public static void Leave(
        ref SchemeState state, in Scheme scheme, School school, in Draws draws, in SupplyDay today, SupplyEffects? effects)
    {
        RandomBlock block = Block(draws, state, state.Stage);
        // What has been offered to children is kept.
        bool safe = scheme.Certain || state.OpenYear >= 0;
        SchemeFailure failure = safe ? SchemeFailure.None : FailureOf(state, scheme, block, today.Rates.Risks);
        if (failure != SchemeFailure.None)
        {
            Fail(ref state, scheme, failure, effects);
            return;
        }

        if (!safe && state.Stage == SchemeStage.Committee && IsHeld(state, scheme, school, block, today.Rates.Risks))
        {
            state.Held = true;
            state.StageEnds = today.Calendar.MeetingFrom(today.Day + DaysOfYear);
            return;
        }

        if (state.Stage == SchemeStage.Competition && IsHalved(scheme, block, today.Rates.Risks))
        {
            SchemeMoney.Halve(ref state);
        }

        SchemeStage next = Next(ref state, scheme, school, block, today);
        Decide(ref state, scheme, effects);
        if (next == SchemeStage.Build && state.Stage != SchemeStage.Build)
        {
            SchemeMoney.BeginToBuild(ref state, scheme, school, effects);
        }

        Enter(ref state, scheme, school, draws, next, today.Day, today);
    }

    /// <summary>Gives the scheme up.</summary>
    public static void Fail(ref SchemeState state, in Scheme scheme, SchemeFailure failure, SupplyEffects? effects)
    {
        state.Stage = state.Settled ? SchemeStage.Ended : SchemeStage.Failed;
        state.Failure = failure;
        state.StageEnds = SchemeState.Never;
        effects?.Want(SupplyEffectKind.Failed, scheme.School, state.Places, detail: (int)failure);
    }

    private static RandomBlock Block(in Draws draws, in SchemeState state, SchemeStage stage) =>
        draws.For(Process.Scheme, (state.Returns * StageOrdinals) + (int)stage);

    private static int Consultation(SchemeTimes times, in RandomBlock block) =>
        times.ConsultationLeast + (int)(block.UniformB * (times.ConsultationMost - times.ConsultationLeast + 1));

    /// <summary>A stage found under way lasts at least until today: the rest of it is drawn given what has passed.</summary>
    private static int Ends(DurationLaw law, double multiplier, in RandomBlock block, int day, int today)
    {
        double elapsed = Math.Max(0, today - day) / multiplier;
        double whole = multiplier * (elapsed == 0 ? law.At(block.UniformB) : law.AtGivenElapsed(block.UniformB, elapsed));
        return day + Math.Max(1, Numerics.Days.Round(whole, block.D));
    }

    private static DurationLaw LawOf(SchemeStage stage, in Scheme scheme, School school, SchemeTimes times) => stage switch
    {
        SchemeStage.Feasibility => scheme.Kind == SchemeKind.Bulge ? times.BulgeHost : times.Feasibility,
        SchemeStage.Competition => times.Competition,
        SchemeStage.Agreement => times.Agreement,
        SchemeStage.Planning => times.Planning,
        SchemeStage.Build when scheme.Kind == SchemeKind.Open => times.BuildNew,
        SchemeStage.Build => school.FirstYear == 7 || school.Kind == SchoolKind.Special ? times.BuildSecondary : times.BuildPrimary,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A scheme does not wait in this stage."),
    };

    private static SchemeFailure FailureOf(in SchemeState state, in Scheme scheme, in RandomBlock block, SchemeRisks risks)
    {
        double luck = block.UniformA;
        switch (state.Stage)
        {
            case SchemeStage.Feasibility when scheme.Kind == SchemeKind.Bulge:
                double noHost = risks.NoHost * risks.Multiplier;
                return luck < noHost ? SchemeFailure.NoHost
                    : luck < noHost + (risks.NeedJudgedLower * risks.Multiplier) ? SchemeFailure.NeedJudgedLower : SchemeFailure.None;
            case SchemeStage.Feasibility when scheme.Kind == SchemeKind.Enlarge:
                return luck < risks.NoSite * risks.Multiplier ? SchemeFailure.NoHost : SchemeFailure.None;
            case SchemeStage.Agreement or SchemeStage.Competition:
                return luck < risks.AgreementRefused * risks.Multiplier ? SchemeFailure.Agreement : SchemeFailure.None;
            case SchemeStage.Planning:
                return luck < risks.PlanningRefused * risks.Multiplier ? SchemeFailure.Planning : SchemeFailure.None;
            case SchemeStage.Committee when state.Returns > 0:
                return luck < risks.CostRefused * risks.Multiplier ? SchemeFailure.Cost : SchemeFailure.None;
            default:
                return SchemeFailure.None;
        }
    }

    /// <summary>Standards hold up the growth of a school that is there, once.</summary>
    private static bool IsHeld(in SchemeState state, in Scheme scheme, School school, in RandomBlock block, SchemeRisks risks) =>
        !state.Held && state.Returns == 0 && scheme.Kind == SchemeKind.Enlarge && school.Grade != Grade.Outstanding
        && block.UniformA < risks.StandardsHold * risks.Multiplier;

    private static bool IsHalved(in Scheme scheme, in RandomBlock block, SchemeRisks risks) =>
        !scheme.Certain && scheme.Kind == SchemeKind.Open && block.UniformC < risks.HalfSize * risks.Multiplier;

    private static void Decide(ref SchemeState state, in Scheme scheme, SupplyEffects? effects)
    {
        bool decision = state.Stage == SchemeStage.Committee || (state.Stage == SchemeStage.Feasibility && scheme.Kind == SchemeKind.Bulge);
        if (decision && !state.Decided)
        {
            state.Decided = true;
            effects?.Want(SupplyEffectKind.Decided, scheme.School, state.Places);
        }
    }

    private static SchemeStage Next(ref SchemeState state, in Scheme scheme, School school, in RandomBlock block, in SupplyDay today)
    {
        bool builds = scheme.Kind is not (SchemeKind.Remove or SchemeKind.Close or SchemeKind.Bulge);
        bool waits = scheme.Kind != SchemeKind.Open && (scheme.NeedsAgreement || school.Authority == SchoolAuthority.Academy);
        SchemeStage decided = waits ? SchemeStage.Agreement : builds ? SchemeStage.Build : SchemeStage.Ready;
        switch (state.Stage)
        {
            case SchemeStage.Planned:
                return scheme.Kind is SchemeKind.Remove or SchemeKind.Close ? SchemeStage.Consultation : SchemeStage.Feasibility;
            case SchemeStage.Feasibility:
                return scheme.Kind == SchemeKind.Bulge ? SchemeStage.Ready : SchemeStage.Consultation;
            case SchemeStage.Consultation:
                return SchemeStage.Committee;
            case SchemeStage.Committee when state.Returns > 0:
                return decided;
            case SchemeStage.Committee when scheme.Kind == SchemeKind.Open:
                return SchemeStage.Competition;
            case SchemeStage.Committee when school.Authority != SchoolAuthority.Academy:
                return SchemeStage.PublicNotice;
            case SchemeStage.Committee or SchemeStage.PublicNotice or SchemeStage.Competition:
                return builds ? SchemeStage.Planning : decided;
            case SchemeStage.Planning:
                return SchemeStage.RefinedCost;
            case SchemeStage.RefinedCost when SchemeMoney.Refine(ref state, scheme, block, today.Rates.Costs):
                state.Returns++;
                return SchemeStage.Committee;
            case SchemeStage.RefinedCost:
                return decided;
            case SchemeStage.Agreement when builds:
                return SchemeStage.Build;
            default:
                return SchemeStage.Ready;
        }
    }
}
