using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;

namespace KentSufficiency.Scenarios.Report;

/// <summary>The assumptions that matter, with what they rest on.</summary>
internal static class AssumptionSection
{
    private const int MostOpen = 40;
    private const int MostNamed = 3;

    /// <summary>Composes the section.</summary>
    public static ReportSection Of(SavedRun run, ReportData data)
    {
        AssumptionCatalogue all = data.Levers.Assumptions;
        Dictionary<string, List<string>> moved = MovedBy(run, data.Levers);
        Assumption[] first = [.. all.All.Where(assumption => moved.ContainsKey(assumption.Id))];
        Assumption[] others = [.. all.All.Where(assumption => assumption.Lever && !moved.ContainsKey(assumption.Id))];
        List<ReportBlock> blocks =
        [
            new Paragraph(
                "A number is observed (printed for Kent), derived (calculated from such numbers), national (for England, or the law) or assumed (the project's own judgement). "
                + (run.Manifest.IsDrawn ? "In each future it is drawn from its range, in which it lies with 90% probability. " : "")
                + $"All {all.All.Count:#,0} are in the data folder of the program; these are the ones that a decision can move."),
        ];
        if (first.Length > 0)
        {
            TableBlock table = Table("assumptions-moved", "Assumptions that these strategies move", first, moved, all.Sources);
            blocks.Add(first.Length <= MostOpen ? table : new Folded($"The {first.Length} assumptions that these strategies move", [table]));
        }

        if (others.Length > 0)
        {
            blocks.Add(new Folded(
                $"The {others.Length} others that a decision could move",
                [Table("assumptions-others", "Other assumptions that a decision could move", others, null, all.Sources)]));
        }

        blocks.Add(Sources(first.Concat(others).Select(assumption => assumption.Source), all.Sources));
        return new ReportSection("assumptions", "Assumptions that matter", blocks);
    }

    private static Dictionary<string, List<string>> MovedBy(SavedRun run, LeverCatalogue levers)
    {
        var moved = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (SavedScenario scenario in run.Manifest.Scenarios)
        {
            var ids = scenario.Levers.SelectMany(lever => levers.TryGet(lever.Lever, out Lever? found) ? found.Moves.Select(move => move.Assumption) : []);
            foreach (string id in ids.Distinct())
            {
                moved.TryAdd(id, []);
                moved[id].Add(scenario.Title);
            }
        }

        return moved;
    }

    private static TableBlock Table(
        string id, string caption, Assumption[] assumptions, Dictionary<string, List<string>>? moved, SourceList sources)
    {
        List<TableColumn> columns = [new("Assumption", false), new("Value"), new("Range (90%)"), new("Kind", false), new("Source", false)];
        if (moved is not null)
        {
            columns.Add(new TableColumn("Moved by", false));
        }

        return new TableBlock(id, caption, columns, [.. assumptions.Select(assumption => Row(assumption, moved, sources))]);
    }

    private static List<TableCell> Row(Assumption assumption, Dictionary<string, List<string>>? moved, SourceList sources)
    {
        // A share is written in per cent: nobody reads 0.0025 aloud.
        (double scale, string unit) = assumption.Unit == AssumptionRules.ShareUnit ? (100, "%") : (1, $" {assumption.Unit}");
        string range = assumption is { Low: double low, High: double high }
            ? $"{Number(low * scale)} to {Number(high * scale)}{(scale > 1 ? unit : "")}" : "exact";
        string page = assumption.Page == "-" ? "" : char.IsAsciiDigit(assumption.Page[0]) ? $", p. {assumption.Page}" : $", {assumption.Page}";
        bool listed = sources.TryGet(assumption.Source, out _);
        List<TableCell> row =
        [
            $"{assumption.Meaning} [{assumption.Id}]",
            $"{Number(assumption.Value * scale)}{unit}",
            range,
            assumption.Kind.ToString().ToLowerInvariant(),
            new($"{assumption.Source}{page}", listed ? Anchor(assumption.Source) : null),
        ];
        if (moved is not null)
        {
            List<string> by = moved[assumption.Id];
            row.Add(by.Count <= MostNamed + 1 ? string.Join("; ", by) : $"{string.Join("; ", by.Take(MostNamed))}; and {by.Count - MostNamed} more");
        }

        return row;
    }

    private static TableBlock Sources(IEnumerable<string> cited, SourceList sources)
    {
        var used = cited.ToHashSet(StringComparer.Ordinal);
        return new TableBlock(
            "sources",
            "Sources",
            [new TableColumn("Source", false), new("Title", false), new("Publisher", false), new("Date", false), new("Licence", false)],
            [.. sources.All.Where(source => used.Contains(source.Id)).Select(source => (IReadOnlyList<TableCell>)
                [
                    new TableCell(source.Id, Anchor(source.Id), IsAnchor: true),
                    $"{source.Title}. {source.Reference}",
                    source.Publisher,
                    source.Date is DateOnly date ? $"{date:d MMMM yyyy}" : "-",
                    source.Licence,
                ])]);
    }

    private static string Anchor(string source) => $"source-{source}";

    private static string Number(double value) => value.ToString("#,0.##");
}
