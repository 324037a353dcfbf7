using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Simulation.Send;

/// <summary>Rates of requests, assessment, placement and review of education, health and care plans. Immutable once built.</summary>
public sealed class SendRates
{
    /// <summary>Ages of residents under 18.</summary>
    public const int Ages = 18;

    /// <summary>Requests a year of one child: index district x 18 + completed years of age; 0 to 1.</summary>
    public required double[] RequestsAYear { get; init; }

    /// <summary>The team of each district: 0 East, 1 North, 2 South, 3 West.</summary>
    public required byte[] TeamOf { get; init; }

    /// <summary>Share of requests after which the child is assessed.</summary>
    public required double AssessShare { get; init; }

    /// <summary>Share of assessments after which there is a plan.</summary>
    public required double PlanShare { get; init; }

    /// <summary>The shortest and longest time to the decision whether to assess, days; every one between is as likely.</summary>
    public required (int Least, int Most) DecisionDays { get; init; }

    /// <summary>From the day a psychologist takes the case to that on which all advice is there.</summary>
    public required DurationLaw Advice { get; init; }

    /// <summary>From the draft to the final plan: comments of parents, consultation of schools.</summary>
    public required DurationLaw Consultation { get; init; }

    /// <summary>Days within which a plan should be issued.</summary>
    public required int LimitDays { get; init; }

    /// <summary>What each team can do.</summary>
    public required TeamRates[] Teams { get; init; }

    /// <summary>Hours of a caseworker for an annual review.</summary>
    public required double ReviewHours { get; init; }

    /// <summary>Hours of a caseworker for a new plan, draft and final.</summary>
    public required double PlanHours { get; init; }

    /// <summary>Share of the growth in a team's plans since the start that its caseworkers' hours follow; 0 to 1.</summary>
    public required double FollowPlans { get; init; }

    /// <summary>Kinds of need: index 0 is need 1.</summary>
    public required AliasTable Needs { get; init; }

    /// <summary>Share of children with a plan for whom a mainstream school is named, its resource provision included: index need.</summary>
    public required double[] Mainstream { get; init; }

    /// <summary>Multiplies that share when a plan is issued: many children go on to a special school later, at a phase transfer; 1 or more.</summary>
    public required double FirstMainstream { get; init; }

    /// <summary>Share of those for whom a resource provision is wanted.</summary>
    public required double ResourceShare { get; init; }

    /// <summary>Share of children with a plan whose needs no special school of Kent meets.</summary>
    public required double ExternalNeed { get; init; }

    /// <summary>Chance that a child educated outside Kent's schools takes a place that is free at the annual review.</summary>
    public required double ReturnAtReview { get; init; }

    /// <summary>The same when the next school is named before a phase transfer.</summary>
    public required double ReturnAtTransfer { get; init; }

    /// <summary>Chance that a plan ceases at the annual review: index completed years of age, 0 to 24.</summary>
    public required double[] CeaseAtReview { get; init; }

    /// <summary>Chance that a plan ceases when its holder leaves school.</summary>
    public required double CeaseAtSchoolEnd { get; init; }

    /// <summary>Multiplies the designated places of special schools.</summary>
    public required double SpecialPlaces { get; init; }

    /// <summary>Pupils a special school takes for each designated place; 1 or more.</summary>
    public required double SpecialTolerance { get; init; }

    /// <summary>Multiplies the places of resource provisions.</summary>
    public required double ResourcePlaces { get; init; }

    /// <summary>What placements and transport cost.</summary>
    public required SendPrices Prices { get; init; }

    /// <summary>What is known of the start of the run.</summary>
    public required SendStart Start { get; init; }

    /// <summary>The yearly rate at which a plan is asked for a child; below 1, so that it can thin a stream of candidates.</summary>
    public double RequestShare(int district, int age) => RequestsAYear[(district * Ages) + age];
}

/// <summary>What a team can do on a working day.</summary>
/// <param name="Assessments">Children whom its educational psychologists assess.</param>
/// <param name="Hours">Hours its caseworkers have for plans and reviews.</param>
public readonly record struct TeamRates(double Assessments, double Hours);

/// <summary>Pence a year, by <see cref="Schools.Setting"/>.</summary>
/// <param name="Place">What the council pays for a place beyond what every pupil's school gets.</param>
/// <param name="Transport">What it pays for the journeys of a child with a plan, those who need none included.</param>
public sealed record SendPrices(long[] Place, long[] Transport);

/// <summary>Plans and backlogs on the start of a run.</summary>
public sealed class SendStart
{
    /// <summary>Young people of 18 to 24 with a plan, by district.</summary>
    public required int[] Adults { get; init; }

    /// <summary>Their ages: index 0 is 18.</summary>
    public required AliasTable AdultAges { get; init; }

    /// <summary>Share of those of 16 and 17 who are at a college or at work that have a plan.</summary>
    public required double FurtherShare { get; init; }

    /// <summary>Days for which those whom a psychologist takes on the start have waited, by team.</summary>
    public required double[] PsychologistDays { get; init; }

    /// <summary>Days for which those whose plan is drafted on the start have waited, by team.</summary>
    public required double[] CaseworkerDays { get; init; }

    /// <summary>Plans issued in the year before, by district.</summary>
    public required int[] Issued { get; init; }

    /// <summary>Of those, in time.</summary>
    public required int[] InTime { get; init; }
}
