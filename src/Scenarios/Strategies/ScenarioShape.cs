using System.ComponentModel;
using System.Text.Json;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>
/// The keys of a scenario file. The reader takes the names from here and the JSON Schema is generated from here, so the two agree.
/// </summary>
internal sealed record ScenarioShape
{
    [Description("The scenario's name: that of its file, without .yaml.")]
    public required string Name { get; init; }

    [Description("What it is about, in a phrase.")]
    public required string Title { get; init; }

    [Description("Where it comes from: a source of data/sources.csv and the page, or who thought of it.")]
    public required string Source { get; init; }

    [Description("The scenario that this one builds on: a file beside it or a shipped one. All its levers hold, before those here.")]
    public string Extends { get; init; } = "";

    [Description("Written by 'kent run --align': the file of totals, and its SHA-256, that this scenario was made to meet. Though it extends another, it is a baseline.")]
    public string AlignedTo { get; init; } = "";

    [Description("The first simulated day, such as 2019-07-31. In a baseline only.")]
    public DateOnly Start { get; init; }

    [Description("What it changes, in this order.")]
    public IReadOnlyList<LeverShape> Levers { get; init; } = [];

    [Description("What it costs by itself, beside what its levers make the county cost.")]
    public IReadOnlyList<CostShape> Costs { get; init; } = [];

    [Description("What it does to schools, in this order: schemes, new schools, closures.")]
    public IReadOnlyList<SchoolShape> Schools { get; init; } = [];

    [Description("Which half of the county is simulated: schools, care or both; both where it is absent. A strategy covers what it extends.")]
    public string Covers { get; init; } = "";

    [Description("How it is to be run, where that differs from the usual; for validation scenarios.")]
    public RunShape? Run { get; init; }
}

/// <summary>The keys of one item of <c>levers</c>.</summary>
internal sealed record LeverShape
{
    [Description("The name of a lever, or the id of an assumption. 'kent describe NAME' tells what it means.")]
    public required string Lever { get; init; }

    [Description("The new value, in the lever's unit. One of set, scale, add and odds is given.")]
    public double Set { get; init; }

    [Description("The value is multiplied by this: 1.2 is a fifth more, 0.5 is half. One of set, scale, add and odds is given.")]
    public double Scale { get; init; }

    [Description("This is added to the value; a negative number takes away. One of set, scale, add and odds is given.")]
    public double Add { get; init; }

    [Description("The odds of a share are multiplied by this: twice the odds make 10% 18.2% and leave 0% and 100% alone. One of set, scale, add and odds is given.")]
    public double Odds { get; init; }

    [Description("The first day on which the change holds; the start of the scenario where it is absent.")]
    public DateOnly From { get; init; }

    [Description("The last day on which it holds; the horizon where it is absent.")]
    public DateOnly To { get; init; }

    [Description("The change comes step by step instead of at once.")]
    public RampShape? Ramp { get; init; }
}

/// <summary>The keys of <c>ramp</c>.</summary>
internal sealed record RampShape
{
    [Description("Equal steps from the former value to the new one, on the first of each month that follows 'from'.")]
    public required int Months { get; init; }
}

/// <summary>The keys of one item of <c>costs</c>.</summary>
internal sealed record CostShape
{
    [Description("What the money is for, in a phrase.")]
    public required string What { get; init; }

    [Description("An amount that falls once, in £ at the prices of 2019-20; negative for a saving. One of once and a-year is given.")]
    public double Once { get; init; }

    [Description("The day on which a one-off amount falls; the start of the scenario where it is absent.")]
    public DateOnly On { get; init; }

    [Description("An amount a year, in £ at the prices of 2019-20; negative for a saving. One of once and a-year is given.")]
    public double AYear { get; init; }

    [Description("The first day of an amount a year; the start of the scenario where it is absent.")]
    public DateOnly From { get; init; }

    [Description("The last day of an amount a year; the horizon where it is absent.")]
    public DateOnly To { get; init; }

    [Description("Where the amount comes from: an id of data/sources.csv; 'assumed' for a guess.")]
    public required string Source { get; init; }

    [Description("The page in the source; not for a guess.")]
    public string Page { get; init; } = "";
}

/// <summary>The keys of <c>run</c>.</summary>
internal sealed record RunShape
{
    [Description("Days simulated before the start, so that a queue forgets that it began empty.")]
    public int LeadInDays { get; init; }

    [Description("Years from the start to the horizon.")]
    public int Years { get; init; }

    [Description("How often it is measured: on every month end, or at the horizon only.")]
    public RecordInterval Record { get; init; }
}

/// <summary>The names of the keys of a shape as a file has them.</summary>
internal static class ScenarioKeys
{
    /// <summary>How a property's name is written in a file: words joined by hyphens.</summary>
    public static readonly JsonNamingPolicy Naming = JsonNamingPolicy.KebabCaseLower;

    /// <summary>The keys in the order of the shape.</summary>
    public static string[] Of<TShape>() => [.. typeof(TShape).GetProperties().Select(property => Naming.ConvertName(property.Name))];
}
