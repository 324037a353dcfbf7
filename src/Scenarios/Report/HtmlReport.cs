using System.Security.Cryptography;
using System.Text;

namespace KentSufficiency.Scenarios.Report;

/// <summary>
/// Writes a report as one HTML page that needs nothing else: no network, by its own security policy, which lets run the one script whose
/// hash it names and nothing besides.
/// </summary>
public static class HtmlReport
{
    /// <summary>The page.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="charts">The script that draws the charts; null where there is none.</param>
    public static string Render(ReportDocument report, string? charts)
    {
        // As a browser takes it, so that the hash is that of what it reads.
        string? script = charts?.ReplaceLineEndings("\n").Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
        var page = new HtmlText();
        Head(page, report, script);
        page.Raw("<body>\n<a class=\"skip\" href=\"#main\">Skip to the answer</a>\n<header>");
        page.Element("h1", report.Title).Element("p class=\"subtitle\"", report.Subtitle).Raw("</header>\n");
        page.Raw("<main id=\"main\">\n");
        if (script is null && report.Sections.SelectMany(section => section.Blocks).Any(block => block is Chart or ChartGrid))
        {
            page.Element("p class=\"notice\"", ChartBundle.WhyMissing).Line();
        }

        var blocks = new HtmlBlocks(page, script is not null);
        foreach (ReportSection section in report.Sections)
        {
            page.Raw("<section").Attribute("id", section.Id).Attribute("aria-labelledby", $"{section.Id}-title").Raw("><h2");
            page.Attribute("id", $"{section.Id}-title").Raw(">").Text(section.Title).Raw("</h2>\n");
            blocks.Write(section.Blocks);
            page.Raw("</section>\n");
            if (section == report.Sections[0])
            {
                Contents(page, report);
            }
        }

        page.Raw("</main>\n<footer><p>Made with KentSufficiency, a Monte Carlo simulation of children's services. ").Text(report.People);
        page.Raw(" Contains public sector information licensed under the Open Government Licence v3.0.</p></footer>\n");
        if (script is not null)
        {
            page.Raw("<script>").Raw(script).Raw("</script>\n");
        }

        return page.Raw("</body>\n</html>\n").ToString();
    }

    /// <summary>After the answer, which is what most came for.</summary>
    private static void Contents(HtmlText page, ReportDocument report)
    {
        page.Raw("<nav aria-labelledby=\"contents\"><span id=\"contents\">In this report</span><ul>");
        foreach (ReportSection section in report.Sections.Skip(1))
        {
            page.Raw("<li><a").Attribute("href", $"#{section.Id}").Raw(">").Text(section.Title).Raw("</a></li>");
        }

        page.Raw("</ul></nav>\n");
    }

    private static void Head(HtmlText page, ReportDocument report, string? script)
    {
        string scripts = script is null ? "'none'" : $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";
        page.Raw("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
        page.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light\">\n");
        page.Raw("<link rel=\"icon\" href=\"data:,\">\n");
        page.Element("title", $"{report.Title}: {report.Subtitle}").Raw("\n<style>\n").Raw(Style()).Raw("</style>\n</head>\n");
    }

    private static string Style()
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
