namespace KentSufficiency.Scenarios.BackCast;

/// <summary>On which record date of a run an observation is compared.</summary>
public enum RecordRule
{
    /// <summary>
    /// On the day itself; a day within <see cref="Observation.NearDays"/> of the end of a month is compared with that month end, since a
    /// run records month ends.
    /// </summary>
    Near,

    /// <summary>On the last 31 January that is not after the day: a figure of a school year, printed in its summer.</summary>
    JanuaryBefore,

    /// <summary>On the first 31 January after the day, or on the horizon if that comes first: the offers of a spring.</summary>
    JanuaryAfter,
}
