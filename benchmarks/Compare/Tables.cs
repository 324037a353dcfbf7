using System.Globalization;
using System.Text;
using MathNet.Numerics.Distributions;

namespace KentSufficiency.Benchmarks.Compare;

/// <summary>Results and comparisons as Markdown.</summary>
internal static class Tables
{
    /// <summary>All benchmarks of a run in one table, below what is known of the machine.</summary>
    public static string Of(BenchmarkRun run)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{run.Taken}, set `{run.Set}`. {run.Machine.Processor}, {run.Machine.Cores} cores, vectors of ")
            .Append(CultureInfo.InvariantCulture, $"{run.Machine.Vectors} bits, {run.Machine.Framework}, {run.Machine.System}. ")
            .Append(CultureInfo.InvariantCulture, $"Load before {Load(run.LoadBefore)}, after {Load(run.LoadAfter)} (this run is about 1 of it).\n\n")
            .Append("Error is half of the 99.9% interval of the mean; ratio is to the baseline of the class with the same parameters (**1**).\n\n")
            .Append("| class | method | parameters | mean | error | ratio | allocated |\n| --- | --- | --- | ---: | ---: | ---: | ---: |\n");
        foreach (BenchmarkResult benchmark in run.Benchmarks)
        {
            var sample = Sample.Of(benchmark.Nanoseconds);
            string ratio = benchmark.IsBaseline ? "**1**"
                : run.BaselineOf(benchmark) is BenchmarkResult baseline ? Ratio(LogRatio.Of(benchmark, baseline).Ratio) : "";
            text.Append($"| {benchmark.Class} | {benchmark.Method} | {benchmark.Parameters} | {Time(sample.Mean)} | {Time(Error(sample))} | {ratio} | ")
                .Append($"{(benchmark.AllocatedBytes is long bytes ? Bytes(bytes) : "")} |\n");
        }

        return text.ToString();
    }

    /// <summary>A comparison, and how to read it.</summary>
    public static string Of(IReadOnlyList<ComparedBenchmark> compared)
    {
        int Count(Verdict verdict) => compared.Count(one => one.Verdict == verdict);
        int judged = Count(Verdict.Same) + Count(Verdict.Faster) + Count(Verdict.Slower);
        var text = new StringBuilder("| benchmark | ratio in A | ratio in B | change (99% interval) | p | verdict |\n| --- | ---: | ---: | ---: | ---: | --- |\n");
        foreach (ComparedBenchmark one in compared.Where(one => one.Verdict != Verdict.NotInBoth))
        {
            string p = double.IsNaN(one.P) ? "" : one.P.ToString("0.000", CultureInfo.InvariantCulture);
            text.Append($"| {one.Key} | {Ratio(one.RatioA)} | {Ratio(one.RatioB)} | {Change(one)} | {p} | {Words(one.Verdict)} |\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n{Count(Verdict.Faster)} faster, {Count(Verdict.Slower)} slower, {Count(Verdict.Same)} the same; ")
            .Append(CultureInfo.InvariantCulture, $"{Count(Verdict.NotJudged)} not judged, {Count(Verdict.NotInBoth)} in one of the two only. The interval is as wide ")
            .Append("as what would go unseen. Where nothing has changed, no more than ")
            .Append(CultureInfo.InvariantCulture, $"{judged * WelchTest.Level:0.0} of {judged} are expected to be called faster or slower; more on a machine that is not quiet.\n").ToString();
    }

    /// <summary>A time with three figures and its unit.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => $"{Figures(nanoseconds)} ns",
        < 1e6 => $"{Figures(nanoseconds / 1e3)} us",
        < 1e9 => $"{Figures(nanoseconds / 1e6)} ms",
        _ => double.IsNaN(nanoseconds) ? "" : $"{Figures(nanoseconds / 1e9)} s",
    };

    private static double Error(in Sample sample) => sample.Count < 2
        ? double.NaN
        : StudentT.InvCDF(0, 1, sample.Count - 1, 0.9995) * Math.Sqrt(sample.Variance / sample.Count);

    private static string Ratio(double ratio) => double.IsNaN(ratio) ? "" : Figures(ratio);

    private static string Change(ComparedBenchmark one) => double.IsNaN(one.Change) ? ""
        : double.IsNaN(one.Margin) ? $"{Percent(one.Change)}%"
        : $"{Percent(one.Change)}% ({Percent(one.Interval.Low)} to {Percent(one.Interval.High)})";

    private static string Percent(double change) => (100 * change).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Load(double? load) => load is double known ? known.ToString("0.0", CultureInfo.InvariantCulture) : "not known";

    private static string Bytes(long bytes) => bytes switch
    {
        < 10_240 => $"{bytes} B",
        < 10_485_760 => $"{bytes / 1024.0:0} KiB",
        _ => $"{bytes / 1_048_576.0:0} MiB",
    };

    private static string Figures(double value) => value.ToString(
        value >= 100 ? "#,0" : value >= 10 ? "0.0" : value >= 1 ? "0.00" : value >= 0.1 ? "0.000" : "0.0000", CultureInfo.InvariantCulture);

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Faster => "**faster**",
        Verdict.Slower => "**slower**",
        Verdict.Same => "same",
        _ => "not judged",
    };
}
