namespace KentSufficiency.Scenarios.Cohorts.Census;

/// <summary>Which draws decide what a school census asks for and the simulation does not tell; none depends on the year, so that a child has the same in all.</summary>
internal static class CensusBlocks
{
    /// <summary>Of the family: free school meals (word A), service in the armed forces (word B).</summary>
    public const int Family = 910;

    /// <summary>Of the child: whether ever given SEN support (word A), from which year on (word B).</summary>
    public const int Support = 911;

    /// <summary>Of the child: types of need.</summary>
    public const int Needs = 912;
}
