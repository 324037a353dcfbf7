using System.Globalization;
using System.Text;
using KentSufficiency.Scenarios.BackCast;

namespace KentSufficiency.Scenarios.Validation;

/// <summary>
/// What a validation found, as data that ship with the program: <c>fans.csv</c>, what was said month by month, and <c>scores.csv</c>, every forecast and
/// what came of it. The report draws from them.
/// </summary>
public static class ValidationFiles
{
    /// <summary>The folder among the data.</summary>
    public const string Folder = "validation";

    /// <summary>The file of fans.</summary>
    public const string FansName = "fans.csv";

    /// <summary>The columns of the fans.</summary>
    public const string FansHeader = "origin,given,measure,date,p025,p10,p25,p50,p75,p90,p975";

    /// <summary>The file of counts: wins over rivals, and what intervals held.</summary>
    public const string SummaryName = "summary.csv";

    /// <summary>The columns of the counts.</summary>
    public const string SummaryHeader = "kind,name,value,of";

    /// <summary>Writes the files; each takes its name only when it is whole.</summary>
    /// <param name="result">The validation.</param>
    /// <param name="directory">The data folder.</param>
    public static void Write(ValidationResult result, string directory)
    {
        string folder = Path.Combine(directory, Folder);
        Directory.CreateDirectory(folder);
        Replace(Path.Combine(folder, FansName), stream => stream.Write(Encoding.UTF8.GetBytes(Fans(result))));
        Replace(Path.Combine(folder, SummaryName), stream => stream.Write(Encoding.UTF8.GetBytes(Summary(result))));
        foreach (ValidationCase one in result.Cases)
        {
            Replace(Path.Combine(folder, ScoresOf(one)), stream => ScoresFile.Write(stream, one.Board.WithoutUnscored()));
        }
    }

    /// <summary>The name of the scores of a back-cast: origin and what was given.</summary>
    public static string ScoresOf(ValidationCase one) => $"scores-{one.Origin:yyyy-MM-dd}{Ending(one.Given)}.csv";

    private static string Ending(GivenThings given) => string.Concat(GivenNames.Of(given).Select(name => $"-{name}"));

    private static string Summary(ValidationResult result)
    {
        ScoreBoard pooled = result.Pooled;
        var text = new StringBuilder(SummaryHeader).Append('\n');
        foreach (string rival in Forecasters.Rivals)
        {
            Row("beats-crps", rival, pooled.Wins(ScoreKind.Crps, rival).Wins, pooled.Wins(ScoreKind.Crps, rival).Measures);
            Row("beats-interval-score", rival, pooled.Wins(ScoreKind.Interval80, rival).Wins, pooled.Wins(ScoreKind.Interval80, rival).Measures);
        }

        foreach (CoverageShare share in pooled.Coverage(Forecasters.Model, result.Settings.Calibration.Seed))
        {
            Row("covered", (100 * share.Nominal).ToString("0", CultureInfo.InvariantCulture), share.Covered, share.Cases);
        }

        return text.ToString();

        void Row(string kind, string name, double value, double of) =>
            text.Append(CultureInfo.InvariantCulture, $"{kind},{name},{value:0.#},{of:0}\n");
    }

    private static string Fans(ValidationResult result)
    {
        var text = new StringBuilder(FansHeader).Append('\n');
        foreach (ValidationCase one in result.Cases)
        {
            string given = string.Join(' ', GivenNames.Of(one.Given));
            foreach (FanPoint point in one.Fan)
            {
                text.AppendJoin(',', [$"{one.Origin:yyyy-MM-dd}", given, point.Measure, $"{point.Date:yyyy-MM-dd}",
                    .. point.Quantiles.Select(value => value.ToString("0.##", CultureInfo.InvariantCulture))]).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void Replace(string path, Action<Stream> write)
    {
        string partial = path + ".partial";
        using (FileStream stream = File.Create(partial))
        {
            write(stream);
        }

        File.Move(partial, path, overwrite: true);
    }
}
