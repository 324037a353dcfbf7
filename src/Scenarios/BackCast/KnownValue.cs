namespace KentSufficiency.Scenarios.BackCast;

/// <summary>A value that a forecaster knows.</summary>
/// <param name="Measure">What it is a value of.</param>
/// <param name="Date">Day of a stock; last day of the period of a flow.</param>
/// <param name="Value">The value.</param>
public readonly record struct KnownValue(ComparedMeasure Measure, DateOnly Date, double Value);
