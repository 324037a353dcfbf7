namespace KentSufficiency.Scenarios.Strategies;

/// <summary>How often a run is measured.</summary>
public enum RecordInterval
{
    /// <summary>On every month end.</summary>
    Month,

    /// <summary>Only at the start and at the horizon.</summary>
    Horizon,
}

/// <summary>How a scenario wants to be run where that differs from the usual; used by validation scenarios.</summary>
/// <param name="LeadInDays">Days simulated before the first measurement, so that a queue forgets its empty start; null for none.</param>
/// <param name="Years">The years from start to horizon, or null to leave them to the one who runs it.</param>
/// <param name="Record">How often the run is measured.</param>
public sealed record RunSettings(int? LeadInDays, int? Years, RecordInterval Record)
{
    /// <summary>The settings of a scenario that says nothing about its run.</summary>
    public static RunSettings Usual { get; } = new(null, null, RecordInterval.Month);
}
