namespace KentSufficiency.Scenarios.Report;

/// <summary>Where children looked after live, and why they come and go, in the baseline.</summary>
internal static class FlowSection
{
    /// <summary>PLACE codes of the SSDA903 return, in words.</summary>
    private static readonly (string Title, string[] Codes)[] s_places =
    [
        ("Foster carers, not long term (U6)", ["U6"]),
        ("Foster carers, long term (U4)", ["U4"]),
        ("Relatives or friends who foster (U3)", ["U3"]),
        ("Placed for adoption (A6)", ["A6"]),
        ("Children's homes and secure (K1, K2)", ["K1", "K2"]),
        ("Semi-independent and independent (H5, P2)", ["H5", "P2"]),
        ("With parents (P1)", ["P1"]),
        ("Other (R3, S1)", ["R3", "S1"]),
    ];

    private static readonly (string Title, string[] Codes)[] s_reasons =
    [
        ("Home to parents or relatives (E4A, E4B, E13)", ["E4A", "E4B", "E13"]),
        ("Adopted (E11, E12)", ["E11", "E12"]),
        ("Special guardianship (E45)", ["E45"]),
        ("Child arrangements order (E41)", ["E41"]),
        ("18: stays with the carers (E17)", ["E17"]),
        ("Independent living (E5, E6)", ["E5", "E6"]),
        ("Adult care (E7)", ["E7"]),
        ("Custody (E9)", ["E9"]),
        ("Care taken by another authority (E3)", ["E3"]),
        ("Found to be 18 (E15)", ["E15"]),
        ("Other (E2, E8)", ["E2", "E8"]),
    ];

    private static readonly (string Title, string Code)[] s_ages =
        [("Under 1", "under-1"), ("1 to 4", "1-4"), ("5 to 9", "5-9"), ("10 to 15", "10-15"), ("16 and over", "16-over")];

    /// <summary>Composes the section, or nothing where the run has none of it.</summary>
    public static ReportSection? Of(SavedRun run)
    {
        List<ReportBlock> blocks = [];
        if (run.BaselineSeries("cla-by-place/U6").Count > 2)
        {
            blocks.Add(Places(run));
        }

        string window = $"in the 12 months to {run.Manifest.Horizon:MMMM yyyy}";
        Chart[] bars =
        [
            .. Bars(run, "started", $"Children who start to be looked after {window}, by age", [.. s_ages.Select(age => (age.Title, new[] { $"cla-started-by-age/{age.Code}" }))]),
            .. Bars(run, "ceased", $"Children who cease to be looked after {window}, by reason", [.. s_reasons.Select(reason => (reason.Title, reason.Codes.Select(code => $"cla-ceased-by-reason/{code}").ToArray()))]),
        ];
        if (bars.Length > 0)
        {
            blocks.Add(new Paragraph("Bars are means of the baseline; where a bar is one reason or age, a line shows the range of nine in ten futures."));
            blocks.AddRange(bars);
        }

        return blocks.Count == 0 ? null : new ReportSection("flow", "Children through placements", blocks);
    }

    /// <summary>Sums the means of several measures, month by month. Means add; quantiles would not.</summary>
    public static IReadOnlyList<(DateOnly Date, double Value)> Sum(SavedRun run, IEnumerable<string> measures)
    {
        IReadOnlyList<SeriesPoint>[] all = [.. measures.Select(run.BaselineSeries).Where(points => points.Count > 0)];
        return all.Length == 0 ? [] : [.. all[0].Select((point, i) => (point.Date, all.Sum(points => points[i].Mean)))];
    }

    /// <summary>A table of a stack: a row for each twelfth month.</summary>
    public static TableBlock Yearly(string id, string caption, IReadOnlyList<(string Part, IReadOnlyList<(DateOnly Date, double Value)> Points)> parts)
    {
        int count = parts[0].Points.Count;
        int[] shown = [.. Enumerable.Range(0, count).Where(i => i % 12 == 0 || i == count - 1)];
        return new TableBlock(
            id,
            caption,
            [new TableColumn("", IsNumber: false), .. shown.Select(i => new TableColumn($"{parts[0].Points[i].Date:MMM yyyy}"))],
            [.. parts.Select(part => (IReadOnlyList<TableCell>)[part.Part, .. shown.Select(i => (TableCell)NumberWords.Plain(part.Points[i].Value, MeasureUnit.Count))])],
            "Means of the baseline. Every month is in series.csv.");
    }

    private static Chart Places(SavedRun run)
    {
        (string, IReadOnlyList<(DateOnly Date, double Value)>)[] parts =
            [.. s_places.Select(place => (place.Title, Sum(run, place.Codes.Select(code => $"cla-by-place/{code}")))).Where(part => part.Item2.Count > 0)];
        string title = "Children looked after by placement, baseline";
        string largest = parts.MaxBy(part => part.Item2[^1].Value).Item1;
        string description = $"{title}, by month, stacked. At the end most live here: {largest}, {parts.Max(part => part.Item2[^1].Value):#,0} children.";
        return new Chart("placements", title, description, ChartSpecs.Stack(parts, "children"), [Yearly("table-placements", title, parts)],
            "Codes are those of the SSDA903 return. Means over the futures.");
    }

    private static IEnumerable<Chart> Bars(SavedRun run, string id, string title, IReadOnlyList<(string Title, string[] Measures)> groups)
    {
        (string Name, SeriesPoint Value)[] bars = [.. groups.Select(group => (group.Title, Last(run, group.Measures))).Where(bar => !double.IsNaN(bar.Item2.Mean))];
        if (bars.Length == 0)
        {
            yield break;
        }

        var table = new TableBlock(
            $"table-{id}",
            title,
            [new TableColumn("", IsNumber: false), new("Mean"), new("5%"), new("95%")],
            [.. bars.Select(bar => (IReadOnlyList<TableCell>)
                [bar.Name, Text(bar.Value.Mean), Text(bar.Value.P05), Text(bar.Value.P95)])]);
        (string name, SeriesPoint value) = bars.MaxBy(bar => bar.Value.Mean);
        yield return new Chart(id, title, $"{title}: most are {name}, {Text(value.Mean)} on average.", ChartSpecs.Bars(bars, "children"), [table]);

        static string Text(double value) => NumberWords.Plain(value, MeasureUnit.Count);
    }

    /// <summary>The last values of a sum; its quantiles are known only where it has one part.</summary>
    private static SeriesPoint Last(SavedRun run, string[] measures)
    {
        IReadOnlyList<SeriesPoint>[] all = [.. measures.Select(run.BaselineSeries).Where(points => points.Count > 0)];
        return all switch
        {
            [] => new SeriesPoint(default, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN),
            [var only] => only[^1],
            _ => new SeriesPoint(all[0][^1].Date, all.Sum(points => points[^1].Mean), double.NaN, double.NaN, double.NaN, double.NaN, double.NaN),
        };
    }
}
