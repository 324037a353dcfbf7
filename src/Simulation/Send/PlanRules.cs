using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Send;

/// <summary>
/// What is decided about one request or plan: pure functions of its state, its luck and the rates. Of <see cref="Process.PlanAssessment"/> block
/// 4n belongs to the child's request n (assessed or not, days to the decision, days of advice, plan or not) and block 4n + 2 too (roundings,
/// consultation, lot); block 1 is what the child is (need, severity) and the backlog of the start, block 3 what else is drawn on the start.
/// </summary>
public static class PlanRules
{
    internal const int CharacterBlock = 1;
    internal const int StartBlock = 3;
    private const int BlocksOfRequest = 4;
    private const int SecondBlock = 2;
    private const double Severities = 65536;

    /// <summary>A request, made today.</summary>
    public static PlanState Asked(in Draws draws, int child, int birthDay, int district, Setting setting, int request, int day, SendRates rates)
    {
        PlanState plan = Of(draws, child, birthDay, district, setting, request, rates);
        plan.AskedDay = day;
        plan.Stage = PlanStage.Asked;
        return plan;
    }

    /// <summary>Days from the request to the decision whether to assess.</summary>
    public static int DecisionDays(in Draws draws, int request, SendRates rates)
    {
        (int least, int most) = rates.DecisionDays;
        return least + (int)(First(draws, request).UniformB * (most - least + 1));
    }

    /// <summary>Whether the child is assessed.</summary>
    public static bool IsAssessed(in Draws draws, int request, SendRates rates) => First(draws, request).UniformA < rates.AssessShare;

    /// <summary>Days from the psychologist's beginning until all advice is there.</summary>
    public static int AdviceDays(in Draws draws, int request, SendRates rates) =>
        rates.Advice.Days(First(draws, request).UniformC, Second(draws, request).A);

    /// <summary>Whether there is to be a plan.</summary>
    public static bool NeedsPlan(in Draws draws, int request, SendRates rates) => First(draws, request).UniformD < rates.PlanShare;

    /// <summary>Days from the draft to the final plan.</summary>
    public static int ConsultationDays(in Draws draws, int request, SendRates rates)
    {
        RandomBlock second = Second(draws, request);
        return rates.Consultation.Days(second.UniformB, second.C);
    }

    /// <summary>The setting that a need and its severity ask for. Who needs least stays in mainstream, so a larger share moves nobody the other way.</summary>
    /// <param name="need">Kind of need.</param>
    /// <param name="severity">How much support is needed.</param>
    /// <param name="first">Whether this is the first setting of a plan, not that of a phase transfer or a review.</param>
    /// <param name="rates">Rates of the day.</param>
    public static Setting Wanted(int need, ushort severity, bool first, SendRates rates)
    {
        double s = (severity + 0.5) / Severities;
        double mainstream = first ? Math.Min(1 - rates.ExternalNeed, rates.Mainstream[need] * rates.FirstMainstream) : rates.Mainstream[need];
        return s < mainstream * (1 - rates.ResourceShare) ? Setting.Mainstream
            : s < mainstream ? Setting.ResourceProvision
            : s < 1 - rates.ExternalNeed ? Setting.Special
            : Setting.ExternalSpecial;
    }

    /// <summary>Whether a plan ceases at the annual review.</summary>
    public static bool Ceases(double uniform, int ageInDays, SendRates rates) =>
        ageInDays >= Age.Days25 || uniform < rates.CeaseAtReview[Math.Clamp(Age.Years(ageInDays), 0, rates.CeaseAtReview.Length - 1)];

    /// <summary>What does not depend on the course of a request: need, severity, lot.</summary>
    internal static PlanState Of(in Draws draws, int child, int birthDay, int district, Setting setting, int request, SendRates rates)
    {
        RandomBlock character = draws.For(Process.PlanAssessment, CharacterBlock);
        return new PlanState
        {
            Id = draws.Entity,
            Child = child,
            BirthDay = birthDay,
            AskedDay = PlanState.Never,
            DecidedDay = PlanState.Never,
            AdvisedDay = PlanState.Never,
            IssuedDay = PlanState.Never,
            NextDay = PlanState.Never,
            Lot = Second(draws, request).D,
            Severity = (ushort)(character.B >> 16),
            Request = (byte)request,
            District = (byte)district,
            Team = rates.TeamOf[district],
            Need = (byte)(1 + rates.Needs.Sample(character.A)),
            Setting = setting,
        };
    }

    /// <summary>A severity for which a setting is wanted: what is known of a child whose plan names it already.</summary>
    internal static ushort SeverityFor(Setting setting, int need, ushort any, SendRates rates)
    {
        double mainstream = rates.Mainstream[need];
        double ordinary = mainstream * (1 - rates.ResourceShare);
        (double low, double high) = setting switch
        {
            Setting.ResourceProvision => (ordinary, mainstream),
            Setting.Special => (mainstream, 1 - rates.ExternalNeed),
            Setting.ExternalSpecial => (mainstream, 1),
            Setting.Mainstream or Setting.Independent or Setting.HomeEducated => (0, ordinary),
            _ => (0, 1),
        };
        return (ushort)Math.Clamp((low + ((any + 0.5) / Severities * (high - low))) * Severities, 0, ushort.MaxValue);
    }

    private static RandomBlock First(in Draws draws, int request) => draws.For(Process.PlanAssessment, BlocksOfRequest * request);

    private static RandomBlock Second(in Draws draws, int request) =>
        draws.For(Process.PlanAssessment, (BlocksOfRequest * request) + SecondBlock);
}
