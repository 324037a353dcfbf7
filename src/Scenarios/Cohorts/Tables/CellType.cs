namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>What the cells of a column hold.</summary>
public enum CellType
{
    /// <summary>A code, an identifier or words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A day of the calendar.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,
}
