namespace KentSufficiency.Simulation.Schools;

/// <summary>The year groups at which a phase of school begins or ends; Reception is 0.</summary>
public static class YearGroups
{
    /// <summary>The last year group of primary schools.</summary>
    public const int LastPrimary = 6;

    /// <summary>The first year group of secondary schools.</summary>
    public const int FirstSecondary = 7;

    /// <summary>The last year group of compulsory school age.</summary>
    public const int LastSecondary = 11;

    /// <summary>The first year group of sixth forms.</summary>
    public const int SixthForm = 12;
}
