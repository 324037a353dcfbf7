namespace KentSufficiency.Scenarios.Alignment;

/// <summary>A total of Kent that the baseline is to meet on a date.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Date">The month end on which it is to be met; for a flow, the last day of its 12 months.</param>
/// <param name="Value">The total, in children; above 0.</param>
/// <param name="Line">The line of the file, from 1.</param>
public sealed record AlignmentTarget(AlignableMeasure Measure, DateOnly Date, double Value, int Line);
