using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// Back-casts of the school side. They start from the shipped baseline of a census day; its assumptions are those of the data, which for schools are not told
/// apart by the day on which they were known.
/// </summary>
internal static class SchoolsInThePast
{
    private const string Baseline = "baseline-2014";
    private const string Delivered = "programme-2014-as-delivered";

    /// <summary>The baseline of the schools of a day; null where there is none.</summary>
    public static Scenario? StartsOn(ScenarioLibrary library, DateOnly day) => library.Load(Baseline) is Scenario baseline && baseline.Start == day ? baseline : null;

    /// <summary>The same, with the schemes of its programme as they were delivered.</summary>
    public static Scenario AsDelivered(ScenarioLibrary library) => library.Load(Delivered);
}
