namespace KentSufficiency.Simulation.County;

/// <summary>Ages in days. A year is 365.25 days, so a birthday may fall a day beside the calendar's.</summary>
public static class Age
{
    /// <summary>Days from birth to the first birthday.</summary>
    public const int Days1 = 365;

    /// <summary>Days from birth to the 5th birthday.</summary>
    public const int Days5 = 1826;

    /// <summary>Days from birth to the 10th birthday.</summary>
    public const int Days10 = 3652;

    /// <summary>Days from birth to the 14th birthday.</summary>
    public const int Days14 = 5114;

    /// <summary>Days from birth to the 16th birthday.</summary>
    public const int Days16 = 5844;

    /// <summary>Days from birth to the 18th birthday.</summary>
    public const int Days18 = 6575;

    /// <summary>Days from birth to the 21st birthday.</summary>
    public const int Days21 = 7670;

    /// <summary>Days from birth to the 25th birthday.</summary>
    public const int Days25 = 9131;

    /// <summary>Days in a mean year.</summary>
    public const double Year = 365.25;

    /// <summary>Completed years at an age in days.</summary>
    public static int Years(int days) => (int)(days * 4L / 1461);

    /// <summary>The index of the band of an age in days, without a branch: for ages in no order.</summary>
    internal static int BandIndex(int days) =>
        (days >= 365 ? 1 : 0) + (days >= 1826 ? 1 : 0) + (days >= 3652 ? 1 : 0) + (days >= Days16 ? 1 : 0);

    /// <summary>The band of an age in days.</summary>
    public static AgeBand Band(int days) => days switch
    {
        < Days1 => AgeBand.Under1,
        < Days5 => AgeBand.From1To4,
        < Days10 => AgeBand.From5To9,
        < Days16 => AgeBand.From10To15,
        _ => AgeBand.Over16,
    };
}
