using KentSufficiency.Scenarios.Ssda903;

namespace KentSufficiency.Scenarios.Fidelity.Facts;

/// <summary>
/// Takes the facts from a set of annual returns. A later return tells an episode anew: what it says counts. An episode that began before the first return and not with
/// S leaves open when care began, and one that began with another legal status or code, but the same carers, when the placement did.
/// </summary>
internal static class ReturnFacts
{
    /// <summary>Reads them.</summary>
    /// <param name="name">The folder, as it was given.</param>
    /// <param name="returns">The returns, the earliest first.</param>
    /// <param name="synthetic">Whether a manifest beside them says that the children are synthetic.</param>
    /// <exception cref="FidelityException">A year is missing, or a date or a child's particulars.</exception>
    public static CareFacts Of(string name, IReadOnlyList<AnnualReturn> returns, bool synthetic)
    {
        for (int i = 1; i < returns.Count; i++)
        {
            if (returns[i].Year != returns[i - 1].Year + 1)
            {
                throw new FidelityException($"'{name}' has returns of {returns[i - 1].Year} and {returns[i].Year}, but none of the years between: periods of care cannot be followed.");
            }
        }

        Dictionary<string, ReturnRow> particulars = [];
        HashSet<string> unaccompanied = [];
        Dictionary<string, List<ReturnRow>> episodes = [];
        foreach (AnnualReturn filed in returns)
        {
            Take(filed, particulars, unaccompanied, episodes);
        }

        return new CareFacts
        {
            Name = name,
            Kind = returns.Count == 1 ? $"the return of {returns[0].Year}" : $"returns of {returns[0].Year} to {returns[^1].Year}",
            Synthetic = synthetic,
            First = returns[0].Start,
            Last = returns[^1].End,
            Children = [.. episodes.Select(child => ChildOf(name, child.Key, child.Value, particulars.GetValueOrDefault(child.Key), unaccompanied.Contains(child.Key)))],
        };
    }

    private static void Take(
        AnnualReturn filed, Dictionary<string, ReturnRow> particulars, HashSet<string> unaccompanied, Dictionary<string, List<ReturnRow>> episodes)
    {
        foreach (ReturnRow row in filed[ReturnFiles.Header])
        {
            particulars[row.Child] = row;
        }

        unaccompanied.UnionWith(filed[ReturnFiles.Uasc].Select(row => row.Child));
        foreach (ReturnRow row in filed[ReturnFiles.Episodes])
        {
            DateIn(filed, row, "DECOM", mayBeBlank: false);
            DateIn(filed, row, "DEC", mayBeBlank: true);
        }

        foreach (IGrouping<string, ReturnRow> child in filed[ReturnFiles.Episodes].Where(row => !Care.IsShortBreak(row)).GroupBy(row => row.Child))
        {
            if (!episodes.TryGetValue(child.Key, out List<ReturnRow>? known))
            {
                episodes[child.Key] = known = [];
            }

            DateOnly? first = child.Min(row => row.Date("DECOM"));
            known.RemoveAll(row => row.Date("DECOM") >= first);
            known.AddRange(child);
        }
    }

    private static void DateIn(AnnualReturn filed, ReturnRow row, string column, bool mayBeBlank)
    {
        if (row.Date(column) is null && (row.Has(column) || !mayBeBlank))
        {
            throw new FidelityException($"{filed.Year}, {row.File.FileName}, line {row.Line}: {column} is no date. 'kent check-903' tells what else is wrong with a return.");
        }
    }

    private static FactChild ChildOf(string name, string id, List<ReturnRow> rows, ReturnRow? particulars, bool unaccompanied)
    {
        if (particulars?.Date("DOB") is not DateOnly born)
        {
            throw new FidelityException($"'{name}' has episodes of child {id}, but no date of birth in {ReturnFiles.Header.FileName}.");
        }

        return new FactChild
        {
            Id = id,
            Born = born,
            Female = particulars["SEX"] == "2",
            Ethnicity = particulars["ETHNIC"],
            Unaccompanied = unaccompanied,
            Episodes = Follow([.. rows.OrderBy(row => row.Date("DECOM"))]),
        };
    }

    /// <summary>A temporary placement, and the way back from it, are no moves: the child counts where it usually lives.</summary>
    private static FactEpisode[] Follow(ReturnRow[] rows)
    {
        FactEpisode[] episodes = new FactEpisode[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            ReturnRow row = rows[i];
            DateOnly from = row.Date("DECOM")!.Value;
            FactEpisode? before = i > 0 && episodes[i - 1] is { EndsCare: false } last && last.Until == from ? episodes[i - 1] : null;
            bool away = before is not null && Care.IsTemporary(row);
            bool back = before is not null && Care.IsTemporary(rows[i - 1]) && row["PLACE"] == before.Place && row["PLACE_PROVIDER"] == before.Provider;
            string why = away || back ? (row["RNE"] is "B" or "U" or "L" ? "L" : "") : row["RNE"];
            episodes[i] = new FactEpisode
            {
                From = from,
                Until = row.Date("DEC"),
                StartsCare = why == "S",
                StartsPlacement = why is "S" or "P" or "B" or "T" or "U",
                NewCarers = why is "S" or "P" or "B",
                ChangesLegal = why is "L" or "B" or "U",
                CareBegan = why == "S" ? from : before?.CareBegan,
                PlacementBegan = why is "S" or "P" or "B" ? from : before?.PlacementBegan,
                Legal = row["LS"],
                Need = row["CIN"],
                Place = away ? before!.Place : row["PLACE"],
                Provider = away ? before!.Provider : row["PLACE_PROVIDER"],
                End = row["REC"],
                MoveReason = row["REASON_PLACE_CHANGE"],
            };
        }

        return episodes;
    }
}
