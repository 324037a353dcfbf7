using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>A year whose end was observed, and how the model comes there.</summary>
/// <param name="Assumptions">What it starts from.</param>
/// <param name="Known">Those looked after at its beginning; null where they are an assumption and the year is the lead-in of a run.</param>
/// <param name="Future">What happens in it that is given.</param>
/// <param name="End">The last day.</param>
/// <param name="Record">Which record of the run is of the last day.</param>
/// <param name="Targets">What was observed of the year and of its last day.</param>
public sealed record CalibrationWindow(
    AssumptionCatalogue Assumptions, KnownStock? Known, Scenario Future, DateOnly End, int Record, IReadOnlyList<ObservedTarget> Targets)
{
    private const int MonthsOfYear = 12;

    /// <summary>
    /// The years to calibrate on, the earliest first: each that is known at its beginning and its end, which the model lives from the county as it stood;
    /// and the year before the latest scorecard, which is the lead-in of the run that starts there.
    /// </summary>
    /// <param name="evidence">What was known.</param>
    /// <param name="assumptions">What was assumed.</param>
    /// <param name="targets">What the model is held to.</param>
    /// <param name="library">Reads scenarios.</param>
    public static IReadOnlyList<CalibrationWindow> All(
        EvidenceLibrary evidence, AssumptionCatalogue assumptions, IReadOnlyList<CalibrationTarget> targets, ScenarioLibrary library) =>
        [.. Years(evidence, assumptions, targets, library), .. LeadIn(evidence, assumptions, targets, library)];

    private static IEnumerable<CalibrationWindow> Years(
        EvidenceLibrary evidence, AssumptionCatalogue assumptions, IReadOnlyList<CalibrationTarget> targets, ScenarioLibrary library) =>
        from date in Counts.DatesOf(evidence, "cla")
        let end = PastFuture.MonthEnd(date, 1)
        where Counts.One(evidence, "cla-uasc", date) is not null && date == PastFuture.MonthEnd(date, 0)
        let observed = ObservedTarget.On(evidence, targets, end)
        where observed.Count > 0
        let county = CountyOnDay.Of(evidence, assumptions, date, needsAges: false)
        let future = PastFuture.From(library, date, PastFuture.Arrivals(evidence, date) is [var arrived, ..] ? [arrived] : [])
        select new CalibrationWindow(county.Assumptions, county.Known, future, end, MonthsOfYear, observed);

    private static IEnumerable<CalibrationWindow> LeadIn(
        EvidenceLibrary evidence, AssumptionCatalogue assumptions, IReadOnlyList<CalibrationTarget> targets, ScenarioLibrary library) =>
        from date in Counts.DatesOf(evidence, "scs19").TakeLast(1)
        let observed = ObservedTarget.On(evidence, targets, date)
        where date == PastFuture.MonthEnd(date, 0) && observed.Any(target => target.Target.Name == "cla")
        select new CalibrationWindow(assumptions, null, PastFuture.From(library, date, []), date, 0, observed);
}

/// <summary>A target and what was observed of it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Value">The observed count.</param>
public sealed record ObservedTarget(CalibrationTarget Target, double Value)
{
    /// <summary>The targets that were observed on a date.</summary>
    public static IReadOnlyList<ObservedTarget> On(EvidenceLibrary evidence, IReadOnlyList<CalibrationTarget> targets, DateOnly date) =>
        [.. from target in targets
            let sum = Counts.Sum(evidence, target.Evidence, date)
            where sum is not null
            select new ObservedTarget(target, sum.Value)];
}
