using System.Globalization;
using System.Text;
using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>
/// The files of a calibration: <c>posterior.csv</c>, a sample; <c>estimates.csv</c>, each assumption before and after, with what the data cannot tell; and
/// <c>fit.csv</c>, each target with what prior and posterior predict.
/// </summary>
public static class CalibrationReport
{
    /// <summary>The file of estimates.</summary>
    public const string EstimatesName = "estimates.csv";

    /// <summary>The file of targets.</summary>
    public const string FitName = "fit.csv";

    /// <summary>Writes the files.</summary>
    public static void Write(CalibrationResult result, OutputFolder folder)
    {
        Write(folder, PosteriorFile.Name, PosteriorFile.Text(result.Sample));
        Write(folder, EstimatesName, Estimates(result));
        Write(folder, FitName, Fit(result));
    }

    private static void Write(OutputFolder folder, string name, string text) =>
        folder.Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private static string Estimates(CalibrationResult result)
    {
        var text = new StringBuilder("id,method,unit,prior_low,prior_value,prior_high,low,median,high,contraction,identified\n");
        foreach (ShareEstimate share in result.Problem.Shares)
        {
            double contraction = 1 - Math.Sqrt(share.VarianceRatio);
            Row(text, share.Before.Id, "likelihood", share.Before.Unit, share.Before.Low, share.Before.Value, share.Before.High, share.After.Low, share.After.Value, share.After.High, contraction);
        }

        foreach (EstimatedAssumption one in result.Estimates)
        {
            Row(text, one.Id, "simulation", one.Prior.Unit, one.Prior.Low, one.Prior.Value, one.Prior.High, one.Low, one.Median, one.High, one.Contraction);
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string id, string method, string unit, params double?[] numbers)
    {
        IEnumerable<string> written = numbers.Select(Number);
        string identified = numbers[^1] >= EstimatedAssumption.LeastContraction ? "yes" : "no";
        text.AppendJoin(',', [id, method, unit, .. written, identified]).Append('\n');
    }

    private static string Fit(CalibrationResult result)
    {
        var text = new StringBuilder("date,target,observed,discrepancy,prior_p10,prior_p50,prior_p90,p10,p50,p90,within\n");
        foreach (TargetFit fit in result.Fits)
        {
            double?[] numbers = [fit.Target.Value, fit.Target.Target.Discrepancy, .. fit.Before, .. fit.After];
            text.AppendJoin(',', [$"{fit.Date:yyyy-MM-dd}", fit.Target.Target.Name, .. numbers.Select(Number), fit.IsWithin ? "yes" : "no"]).Append('\n');
        }

        return text.ToString();
    }

    private static string Number(double? value) => value?.ToString("G5", CultureInfo.InvariantCulture) ?? "";
}
