namespace KentSufficiency.Scenarios.Strategies;

/// <summary>Finds the valid name that somebody who mistyped one probably meant.</summary>
public static class NearestName
{
    private const int LongestCompared = 100;

    /// <summary>
    /// The candidate with the fewest single-character edits from <paramref name="written"/>, or null where none is within a third of
    /// the length (at least two edits). Ties go to the first in ordinal order. Takes time proportional to the candidates' total length.
    /// </summary>
    public static string? Of(string written, IEnumerable<string> candidates)
    {
        if (written.Length > LongestCompared)
        {
            return null;
        }

        int allowed = Math.Max(2, written.Length / 3);
        string? best = null;
        int fewest = allowed + 1;
        foreach (string candidate in candidates.Where(c => c.Length <= LongestCompared).Order(StringComparer.Ordinal))
        {
            int edits = Edits(written.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (edits < fewest)
            {
                (best, fewest) = (candidate, edits);
            }
        }

        return best;
    }

    /// <summary>Levenshtein distance, one row at a time.</summary>
    private static int Edits(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
