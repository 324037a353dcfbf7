using System.Text;
using KentSufficiency.Scenarios.BackCast;

namespace KentSufficiency.Scenarios.Validation;

/// <summary>
/// The page on validation: words that people wrote, and between marks (<c>&lt;!-- name --&gt;</c> and <c>&lt;!-- end --&gt;</c>) tables that the
/// command writes. Words and tables never mix, so that no number of the page is typed by hand.
/// </summary>
public static class ValidationPage
{
    private const string End = "<!-- end -->";

    /// <summary>The page with its tables made anew.</summary>
    /// <param name="page">The page as it was.</param>
    /// <param name="result">The validation.</param>
    /// <exception cref="BackCastException">A mark of the page is unknown, or has no end.</exception>
    public static string Write(string page, ValidationResult result)
    {
        var text = new StringBuilder();
        string[] lines = page.Split('\n');
        for (int line = 0; line < lines.Length; line++)
        {
            text.Append(lines[line]).Append(line == lines.Length - 1 ? "" : "\n");
            if (NameOf(lines[line]) is not string name)
            {
                continue;
            }

            int end = Array.IndexOf(lines, End, line + 1);
            if (end < 0)
            {
                throw new BackCastException($"The page has no '{End}' after '{lines[line]}' in line {line + 1}.");
            }

            text.Append('\n').Append(Table(name, result)).Append('\n').Append(End).Append('\n');
            line = end;
        }

        return text.ToString();
    }

    private static string? NameOf(string line) =>
        line.StartsWith("<!-- ", StringComparison.Ordinal) && line.EndsWith(" -->", StringComparison.Ordinal) && line != End ? line[5..^4] : null;

    private static string Table(string name, ValidationResult result)
    {
        uint seed = result.Settings.Calibration.Seed;
        string[] parts = name.Split(' ');
        return parts switch
        {
            ["settings"] => Settings(result),
            ["wins"] => MarkdownTables.Wins(result.Pooled),
            ["wins-nothing-given"] => MarkdownTables.Wins(result.PooledWithoutGiven),
            ["coverage"] => MarkdownTables.Coverage(result.Pooled, seed),
            ["coverage-nothing-given"] => MarkdownTables.Coverage(result.PooledWithoutGiven, seed),
            ["scores", var origin] => MarkdownTables.ByMeasure(Case(result, origin, GivenThings.UascArrivals).Board, Date(origin)),
            ["scores-nothing-given", var origin] => MarkdownTables.ByMeasure(Case(result, origin, GivenThings.None).Board, Date(origin)),
            ["rolls"] => MarkdownTables.ByMeasure(result.From(ValidationStudy.Schools, GivenThings.Expansions).Board, ValidationStudy.Schools),
            _ => throw new BackCastException($"The page has a mark '{name}' that no table is called."),
        };
    }

    private static string Settings(ValidationResult result) =>
        $"{result.Settings.Replications:#,0} futures for each origin; {result.Settings.Calibration.Particles:#,0} particles of "
        + $"{result.Settings.Calibration.Replications} replications in each of {result.Settings.Calibration.Rounds} rounds; seed {result.Settings.Calibration.Seed}.\n";

    private static ValidationCase Case(ValidationResult result, string origin, GivenThings given) => result.From(Date(origin), given);

    private static DateOnly Date(string origin) => DateOnly.ParseExact(origin, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
