using KentSufficiency.Scenarios.Comparison;
using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Cli;

/// <summary>Tells what differs between two runs.</summary>
internal sealed class ComparisonText(RunComparison comparison, string first, string second)
{
    private const int MostRows = 15;

    /// <summary>Writes it.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine($"First: {first}");
        output.WriteLine($"Second: {second}");
        if (comparison.IsIdentical)
        {
            output.WriteLine("The digests are the same: both runs have the same results in every replication, to the last bit.");
        }

        output.WriteLine();
        WriteInputs(output);
        output.WriteLine();
        foreach (string sentence in comparison.OnlyInOne)
        {
            output.WriteLine(sentence);
        }

        WriteResults(output);
    }

    private void WriteInputs(TextWriter output)
    {
        if (comparison.Inputs.Count == 0)
        {
            output.WriteLine("Made from the same version, data, scenarios, seed, replications and parameters.");
            return;
        }

        output.WriteLine("Made from:");
        Facts.WriteColumns(output, [("", "first", "second"), .. comparison.Inputs.Select(input => (input.What, input.First, input.Second))]);
    }

    private void WriteResults(TextWriter output)
    {
        int beyond = comparison.Results.Count(result => result.Exceeds);
        if (comparison.Compared == 0)
        {
            output.WriteLine("They have no scenario and measure in common, so no result can be compared.");
            return;
        }

        if (comparison.Results.Count == 0)
        {
            output.WriteLine($"All {comparison.Compared:#,0} means at the horizon that both have are the same.");
            return;
        }

        output.WriteLine($"Of {comparison.Compared:#,0} means at the horizon, {comparison.Results.Count:#,0} differ, {beyond:#,0} of them by more than the simulation error.");
        foreach (var scenario in comparison.Results.GroupBy(result => result.Key.Scenario))
        {
            output.WriteLine();
            Facts.WriteColumns(output,
            [
                (scenario.Key, "first to second", "difference"),
                .. scenario.Take(MostRows).Select(result => ($"  {NameOf(result.Key)}", $"{Number(result.First)} to {Number(result.Second)}", Tell(result))),
            ]);
            if (scenario.Count() > MostRows)
            {
                output.WriteLine($"  and {scenario.Count() - MostRows:#,0} that differ less");
            }
        }

        output.WriteLine();
        output.WriteLine("After ±: the simulation error of the difference, were the futures of both runs drawn apart; about one in twenty exceeds it by chance.");
    }

    private static string Tell(ResultDifference result)
    {
        string error = double.IsNaN(result.Error) ? "" : $" ± {Number(result.Error)}";
        return $"{TableText.Number(result.Change, signed: true)}{error}: {(result.Exceeds ? "more than simulation error" : "within simulation error")}";
    }

    private static string NameOf(RowKey key) => key.Geography == SavedRun.Kent ? key.Measure : $"{key.Measure}, {key.Geography}";

    private static string Number(double value) => TableText.Number(value, signed: false);
}
