namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>How the CSV file of a table writes a day. Every other format writes <see cref="Iso"/>.</summary>
public enum DateForm
{
    /// <summary>As the returns of the Department for Education do: 31/03/2024.</summary>
    DayMonthYear,

    /// <summary>As ISO 8601 does: 2024-03-31.</summary>
    Iso,
}

/// <summary>How the CSV file of a table writes yes and no. JSON has its own <c>true</c> and <c>false</c>, SQLite 1 and 0.</summary>
public enum YesNoForm
{
    /// <summary>1 and 0, as the SSDA903 return does.</summary>
    OneZero,

    /// <summary>Y and N.</summary>
    Letters,

    /// <summary>true and false, as the school census does.</summary>
    Words,
}
