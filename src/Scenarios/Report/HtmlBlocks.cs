using System.Text.Json;

namespace KentSufficiency.Scenarios.Report;

/// <summary>Writes the parts of a section as HTML.</summary>
internal sealed class HtmlBlocks(HtmlText page, bool charts)
{
    private const string FirstMapClass = "tile c";

    /// <summary>Writes them in order.</summary>
    public void Write(IEnumerable<ReportBlock> blocks)
    {
        foreach (ReportBlock block in blocks)
        {
            Write(block);
            page.Line();
        }
    }

    private void Write(ReportBlock block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                page.Element("p", paragraph.Text);
                break;
            case Notice notice:
                page.Element("p class=\"notice\"", notice.Text);
                break;
            case CommandLines command:
                page.Element("pre tabindex=\"0\" role=\"region\" aria-label=\"Command\"", command.Text);
                break;
            case Subheading heading:
                page.Element("h3", heading.Text);
                break;
            case Points points:
                Write(points);
                break;
            case KeyFigures figures:
                Write(figures);
                break;
            case Findings findings:
                Write(findings);
                break;
            case TableBlock table:
                Write(table);
                break;
            case Folded folded:
                page.Raw("<details class=\"folded\">").Element("summary", folded.Summary).Line();
                Write(folded.Blocks);
                page.Raw("</details>");
                break;
            case StrategyChooser chooser:
                Write(chooser);
                break;
            case ChartGrid grid:
                page.Raw("<div class=\"grid\">\n");
                Write(grid.Charts);
                page.Raw("</div>");
                break;
            case Chart chart:
                Write(chart);
                break;
            case TileMap map:
                Write(map);
                break;
            case MapGrid maps:
                Write(maps);
                break;
            default:
                throw new NotSupportedException($"No HTML for {block.GetType().Name}.");
        }
    }

    private void Write(Points points)
    {
        page.Raw("<dl class=\"points\">");
        foreach ((string title, string text) in points.Items)
        {
            page.Raw("<div>").Element("dt", title).Element("dd", text).Raw("</div>");
        }

        page.Raw("</dl>");
    }

    private void Write(KeyFigures figures)
    {
        page.Raw("<dl class=\"figures\">");
        foreach (KeyFigure figure in figures.Items)
        {
            page.Raw("<div>").Element("dt", figure.Label).Element("dd class=\"value\"", figure.Value).Element("dd", figure.Range);
            if (figure.Before.Length > 0)
            {
                page.Element("dd", figure.Before);
            }

            page.Raw("</div>");
        }

        page.Raw("</dl>");
    }

    private void Write(Findings findings)
    {
        page.Raw("<ul class=\"findings\">\n");
        foreach (Finding finding in findings.Items)
        {
            string name = finding.Verdict.ToString().ToLowerInvariant();
            page.Raw($"<li class=\"{name}\">").Element($"span class=\"verdict {name}\"", ChangeWords.Of(finding.Verdict));
            page.Raw("<p>").Element("strong", $"{finding.Strategy}:").Text($" {finding.Sentence}").Raw("</p>");
            if (finding.Also.Length > 0)
            {
                page.Element("p class=\"also\"", finding.Also);
            }

            page.Raw("</li>\n");
        }

        page.Raw("</ul>");
    }

    private void Write(TableBlock table)
    {
        page.Raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\"").Attribute("aria-labelledby", $"{table.Id}-caption").Raw(">\n<table");
        page.Attribute("id", table.Id).Raw("><caption").Attribute("id", $"{table.Id}-caption").Raw("><span>").Text(table.Caption).Raw("</span></caption>\n<thead><tr>");
        foreach (TableColumn column in table.Columns)
        {
            string tag = column.Title.Length == 0 ? "td" : $"th scope=\"col\"{(column.IsNumber ? " class=\"number\"" : "")}";
            page.Element(tag, column.Title);
        }

        page.Raw("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<TableCell> row in table.Rows)
        {
            page.Raw("<tr>");
            for (int i = 0; i < row.Count; i++)
            {
                Cell(row[i], i == 0, table.Columns[i].IsNumber);
            }

            page.Raw("</tr>\n");
        }

        page.Raw("</tbody></table></div>");
        if (table.Note.Length > 0)
        {
            page.Element("p class=\"note\"", table.Note);
        }
    }

    private void Cell(TableCell cell, bool isHeader, bool isNumber)
    {
        string end = isHeader ? "</th>" : "</td>";
        page.Raw(isHeader ? "<th scope=\"row\"" : "<td").Raw(isNumber ? " class=\"number\"" : "");
        if (cell is { Anchor: string anchor, IsAnchor: true })
        {
            page.Attribute("id", anchor);
        }

        page.Raw(">");
        if (cell is { Anchor: string target, IsAnchor: false })
        {
            page.Raw("<a").Attribute("href", $"#{target}").Raw(">").Text(cell.Text).Raw("</a>");
        }
        else if (isNumber && !isHeader)
        {
            Number(cell.Text);
        }
        else
        {
            page.Text(cell.Text);
        }

        page.Raw(end);
    }

    /// <summary>A line may break before an interval, not within it.</summary>
    private void Number(string text)
    {
        int interval = text.IndexOf(" (", StringComparison.Ordinal);
        if (interval < 0)
        {
            page.Text(text);
            return;
        }

        page.Text(text[..(interval + 1)]).Element("span", text[(interval + 1)..]);
    }

    private void Write(StrategyChooser chooser)
    {
        if (!charts)
        {
            return;
        }

        page.Raw("<p class=\"chooser\"><label for=\"beside\">Median of a strategy, as a broken line: </label><select id=\"beside\"><option value=\"\">none</option>");
        foreach ((string name, string title) in chooser.Options)
        {
            page.Raw("<option").Attribute("value", name).Raw(name == chooser.Chosen ? " selected>" : ">").Text(title).Raw("</option>");
        }

        page.Raw("</select> <span class=\"printed\" id=\"beside-printed\">").Text(chooser.Options.First(option => option.Name == chooser.Chosen).Title).Raw("</span></p>");
    }

    private void Write(Chart chart)
    {
        page.Raw("<figure").Attribute("id", chart.Id).Raw(charts ? " data-chart>" : ">").Element("figcaption", chart.Title).Line();
        if (charts)
        {
            page.Raw("<div class=\"plot\" role=\"img\"").Attribute("aria-label", chart.Description);
            page.Raw($" style=\"min-height:{(int?)chart.Spec["height"] ?? 200}px\">This chart needs JavaScript. Its numbers are in the table.</div>\n");

            // The serializer escapes what could end the element.
            page.Raw("<script type=\"application/json\">").Raw(chart.Spec.ToJsonString(JsonSerializerOptions.Default)).Raw("</script>\n");
        }

        if (chart.Caption.Length > 0)
        {
            page.Element("p class=\"note\"", chart.Caption);
        }

        if (chart.Numbers.Count > 0)
        {
            page.Raw(charts ? "<details class=\"numbers\"><summary>The numbers<span class=\"quiet\">" : "<details class=\"numbers\" open><summary>The numbers<span class=\"quiet\">");
            page.Text($" of: {chart.Title}").Raw("</span></summary>\n");
            Write(chart.Numbers);
            page.Raw("</details>");
        }

        page.Raw("</figure>");
    }

    /// <summary>Where all maps have the same classes, one legend is enough.</summary>
    private void Write(MapGrid grid)
    {
        bool same = grid.Maps.All(map => map.Legend.SequenceEqual(grid.Maps[0].Legend));
        page.Raw("<div class=\"grid maps\">\n");
        foreach (TileMap map in grid.Maps)
        {
            Write(same ? map with { Legend = [] } : map);
            page.Line();
        }

        page.Raw("</div>");
        if (same)
        {
            Legend(grid.Maps[0]);
        }
    }

    private void Write(TileMap map)
    {
        page.Raw("<figure class=\"map\"").Attribute("id", map.Id).Raw(">").Element("figcaption", map.Title).Raw("<ul class=\"tiles\">\n");
        foreach (MapTile tile in map.Tiles)
        {
            page.Raw($"<li class=\"{FirstMapClass}{tile.Class}\" style=\"grid-column:{tile.Place.Column};grid-row:{tile.Place.Row}\">");
            page.Element("span class=\"name\"", tile.Place.District).Element("span class=\"share\"", tile.Value).Element("span class=\"detail\"", tile.Detail).Raw("</li>\n");
        }

        page.Raw("</ul>");
        if (map.Legend.Count > 0)
        {
            Legend(map);
        }

        page.Raw("</figure>");
    }

    private void Legend(TileMap map)
    {
        page.Raw("<p class=\"legend\">");
        foreach ((int index, string text) in map.Legend.Index())
        {
            page.Raw($"<span><span class=\"swatch c{index}\"></span> ").Text(text).Raw("</span> ");
        }

        page.Raw("</p>");
    }
}
