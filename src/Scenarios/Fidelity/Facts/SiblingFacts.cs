namespace KentSufficiency.Scenarios.Fidelity.Facts;

/// <summary>Brothers and sisters looked after at some time of the history, as tables of families tell them. Unaccompanied children are left out.</summary>
/// <param name="Sizes">Families with one such child, with two, and so on; the last holds those with more, too.</param>
/// <param name="YearsApart">Completed years between a child and the next younger: none, one, and so on; the last holds more, too.</param>
internal sealed record SiblingFacts(IReadOnlyList<int> Sizes, IReadOnlyList<int> YearsApart)
{
    /// <summary>The largest family told apart.</summary>
    public const int MostSize = 4;

    /// <summary>The most years told apart.</summary>
    public const int MostYears = 6;

    /// <summary>Counts families.</summary>
    /// <param name="families">Dates of birth of the children of each.</param>
    public static SiblingFacts Of(IEnumerable<IReadOnlyList<DateOnly>> families)
    {
        int[] sizes = new int[MostSize];
        int[] apart = new int[MostYears + 1];
        foreach (IReadOnlyList<DateOnly> family in families)
        {
            sizes[Math.Min(family.Count, MostSize) - 1]++;
            DateOnly[] born = [.. family.Order()];
            for (int i = 1; i < born.Length; i++)
            {
                int years = born[i].Year - born[i - 1].Year;
                years -= born[i - 1].AddYears(years) > born[i] ? 1 : 0;
                apart[Math.Min(years, MostYears)]++;
            }
        }

        return new SiblingFacts(sizes, apart);
    }
}
