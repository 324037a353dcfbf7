using System.Text;

namespace KentSufficiency.Scenarios.Report;

/// <summary>Writes a report as Markdown, for a committee paper: the same words and numbers, with the charts' numbers left to the page.</summary>
public static class MarkdownReport
{
    /// <summary>The text.</summary>
    public static string Render(ReportDocument report)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Escape(report.Title)).Append("\n\n").Append(Escape(report.Subtitle)).Append('\n');
        foreach (ReportSection section in report.Sections)
        {
            text.Append("\n## ").Append(Escape(section.Title)).Append('\n');
            Write(text, section.Blocks);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, IEnumerable<ReportBlock> blocks)
    {
        foreach (ReportBlock block in blocks)
        {
            Write(text, block);
        }
    }

    private static void Write(StringBuilder text, ReportBlock block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                text.Append('\n').Append(Escape(paragraph.Text)).Append('\n');
                break;
            case Notice notice:
                text.Append("\n> **Note.** ").Append(Escape(notice.Text)).Append('\n');
                break;
            case CommandLines command:
                text.Append("\n    ").Append(command.Text.Replace("\n", "\n    ", StringComparison.Ordinal)).Append('\n');
                break;
            case Subheading heading:
                text.Append("\n### ").Append(Escape(heading.Text)).Append('\n');
                break;
            case Points points:
                text.Append('\n').AppendJoin("", points.Items.Select(item => $"- **{Escape(item.Title)}**: {Escape(item.Text)}\n"));
                break;
            case KeyFigures figures:
                Table(text, ["", "At the horizon", "Range (95%)", "Before"], figures.Items.Select(figure => new[] { figure.Label, figure.Value, figure.Range, figure.Before }));
                break;
            case Findings findings:
                text.Append('\n').AppendJoin("", findings.Items.Select(Line));
                break;
            case TableBlock table:
                Table(text, table);
                break;
            case Folded folded:
                Write(text, folded.Blocks);
                break;
            case ChartGrid grid:
                Write(text, grid.Charts);
                break;
            case Chart chart:
                Write(text, chart);
                break;
            case TileMap map:
                Write(text, map);
                break;
            case MapGrid maps:
                Write(text, maps);
                break;
            case StrategyChooser:
                break;
            default:
                throw new NotSupportedException($"No Markdown for {block.GetType().Name}.");
        }
    }

    private static void Write(StringBuilder text, TileMap map)
    {
        text.Append("\n**").Append(Escape(map.Title)).Append("**\n");
        if (map.DetailTitle.Length == 0)
        {
            Table(text, ["District", map.ValueTitle], map.Tiles.Select(tile => new[] { tile.Place.District, tile.Value }));
            return;
        }

        Table(text, ["District", map.ValueTitle, map.DetailTitle], map.Tiles.Select(tile => new[] { tile.Place.District, tile.Value, tile.Detail }));
    }

    /// <summary>One table for all, a column for each map.</summary>
    private static void Write(StringBuilder text, MapGrid grid) => Table(
        text,
        ["District", .. grid.Maps.Select(map => map.Title)],
        grid.Maps[0].Tiles.Select((tile, i) => (string[])[tile.Place.District, .. grid.Maps.Select(map => Cell(map.Tiles[i]))]));

    private static string Cell(MapTile tile) => tile.Detail.Length == 0 ? tile.Value : $"{tile.Value} ({tile.Detail})";

    private static string Line(Finding finding)
    {
        string also = finding.Also.Length == 0 ? "" : $" {Escape(finding.Also)}";
        return $"- {ChangeWords.Of(finding.Verdict)}. **{Escape(finding.Strategy)}:** {Escape(finding.Sentence)}{also}\n";
    }

    /// <summary>A paper has no room for months: of the fans the yearly medians, of the others all numbers.</summary>
    private static void Write(StringBuilder text, Chart chart)
    {
        foreach (TableBlock table in chart.Numbers.TakeLast(1))
        {
            Table(text, table);
        }

        if (chart.Caption.Length > 0 && chart.Numbers.Count > 0)
        {
            text.Append('\n').Append(Escape(chart.Caption)).Append('\n');
        }
    }

    private static void Table(StringBuilder text, TableBlock table)
    {
        text.Append("\n**").Append(Escape(table.Caption)).Append("**\n");
        Table(text, [.. table.Columns.Select(column => column.Title)], table.Rows.Select(row => row.Select(cell => cell.Text)), [.. table.Columns.Select(column => column.IsNumber)]);
        if (table.Note.Length > 0)
        {
            text.Append('\n').Append(Escape(table.Note)).Append('\n');
        }
    }

    private static void Table(StringBuilder text, string[] columns, IEnumerable<IEnumerable<string>> rows, bool[]? numbers = null)
    {
        text.Append("\n| ").AppendJoin(" | ", columns.Select(Escape)).Append(" |\n|");
        text.AppendJoin("|", columns.Select((_, i) => numbers?[i] ?? false ? "---:" : "---")).Append("|\n");
        foreach (IEnumerable<string> row in rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(Escape)).Append(" |\n");
        }
    }

    /// <summary>What Markdown or the HTML within it would read as more than text.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text.ReplaceLineEndings(" "))
        {
            _ = c is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' ? escaped.Append('\\').Append(c)
                : c == '<' ? escaped.Append("&lt;")
                : c == '>' ? escaped.Append("&gt;")
                : c == '&' ? escaped.Append("&amp;")
                : escaped.Append(c);
        }

        return escaped.ToString();
    }
}
