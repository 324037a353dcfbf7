using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;
using KentSufficiency.Benchmarks.Compare;

namespace KentSufficiency.Benchmarks.Running;

/// <summary>Runs benchmarks and writes what they came to.</summary>
internal static class Suite
{
    /// <summary>Runs what was asked for.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="scratch">A folder for what BenchmarkDotNet leaves behind.</param>
    /// <returns>0, or 1 if a benchmark failed or none was found.</returns>
    public static int Run(SuiteOptions options, string scratch)
    {
        int count = Infos(options, scratch, progress: null).Sum(info => info.BenchmarksCases.Length);
        BenchmarkRunInfo[] infos = Infos(options, scratch, new Progress(count * options.Set.Rounds));
        if (options.ListsOnly || count == 0)
        {
            return List(infos);
        }

        double? before = Machine.Load();
        Summary[][] rounds = [.. Enumerable.Range(0, options.Set.Rounds).Select(_ => BenchmarkRunner.Run(infos))];
        BenchmarkReport[] reports = [.. rounds.SelectMany(summaries => summaries).SelectMany(summary => summary.Reports)];
        BenchmarkResult[] results = [.. reports.Where(report => report.Success).GroupBy(report => report.BenchmarkCase).Select(ResultOf)];
        string set = options.Filters.Count == 0 ? options.Set.Name : $"{options.Set.Name} {string.Join(' ', options.Filters)}";
        string day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Write(new BenchmarkRun(set, day, Machine.Facts(), before, Machine.Load(), results), options.Out);
        Copy(rounds, Path.Combine(options.Out, "benchmarkdotnet"));
        return Tell(reports, count * options.Set.Rounds, options);
    }

    private static BenchmarkRunInfo[] Infos(SuiteOptions options, string scratch, Progress? progress) =>
    [
        .. typeof(Suite).Assembly.GetTypes()
            .Where(type => type.IsPublic && type.Name.EndsWith("Benchmarks", StringComparison.Ordinal))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => Chosen(BenchmarkConverter.TypeToBenchmarks(type, Config(type, options.Set, scratch, progress, options.IsVerbose)), options.Filters))
            .Where(info => info.BenchmarksCases.Length > 0),
    ];

    /// <summary>Those whose name matches, and the baselines that they are held against.</summary>
    private static BenchmarkRunInfo Chosen(BenchmarkRunInfo all, IReadOnlyList<string> patterns)
    {
        if (patterns.Count == 0)
        {
            return all;
        }

        var filter = new GlobFilter([.. patterns]);
        BenchmarkCase[] matching = [.. all.BenchmarksCases.Where(filter.Predicate)];
        bool IsWanted(BenchmarkCase one) => matching.Contains(one)
            || (one.Descriptor.Baseline && matching.Any(other => other.Parameters.PrintInfo == one.Parameters.PrintInfo));
        return new BenchmarkRunInfo([.. all.BenchmarksCases.Where(IsWanted)], all.Type, all.Config);
    }

    private static ManualConfig Config(Type type, BenchmarkSet set, string scratch, Progress? progress, bool isVerbose)
    {
        ManualConfig config = ManualConfig.CreateEmpty()
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(isVerbose ? ConsoleLogger.Default : NullLogger.Instance)
            .AddExporter(JsonExporter.Full)
            .AddValidator(JitOptimizationsValidator.FailOnError)
            .AddFilter(set)
            .AddJob(Jobs.Of(type, set))
            .WithArtifactsPath(scratch);
        if (progress is not null)
        {
            config.AddEventProcessor(progress);
        }

        return config;
    }

    private static int List(BenchmarkRunInfo[] infos)
    {
        foreach (BenchmarkCase one in infos.SelectMany(info => info.BenchmarksCases))
        {
            Console.WriteLine($"{one.Descriptor.GetFilterName()} {one.Parameters.PrintInfo}".TrimEnd());
        }

        if (infos.Length == 0)
        {
            Console.Error.WriteLine("kent bench: no benchmark of the set matches the filter; --list shows all.");
        }

        return infos.Length == 0 ? 1 : 0;
    }

    private static BenchmarkResult ResultOf(IGrouping<BenchmarkCase, BenchmarkReport> reports)
    {
        BenchmarkCase one = reports.Key;
        string name = one.Descriptor.Type.FullName!;
        return new BenchmarkResult(
            name[(typeof(Program).Assembly.GetName().Name!.Length + "KentSufficiency..".Length)..],
            one.Descriptor.WorkloadMethod.Name,
            one.Parameters.PrintInfo,
            one.Descriptor.Baseline,
            [.. reports.Select(report => report.ResultStatistics!.OriginalValues)],
            reports.Min(report => report.GcStats.GetBytesAllocatedPerOperation(one)));
    }

    private static void Write(BenchmarkRun run, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, RunFile.Name), RunFile.Write(run));
        File.WriteAllText(Path.Combine(folder, "results.md"), Tables.Of(run));
    }

    /// <summary>BenchmarkDotNet's own results, the latest round of each class; its logs, which name paths, stay behind.</summary>
    private static void Copy(Summary[][] rounds, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (Summary summary in rounds[^1])
        {
            foreach (string file in Directory.GetFiles(summary.ResultsDirectoryPath, $"{summary.Reports[0].BenchmarkCase.Descriptor.Type.FullName}-report-full.json"))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            }
        }
    }

    private static int Tell(BenchmarkReport[] reports, int count, SuiteOptions options)
    {
        Console.Write(File.ReadAllText(Path.Combine(options.Out, "results.md")));
        Console.WriteLine($"\nThe set {options.Set.Name} leaves out: {options.Set.LeftOut}.\nResults are in {options.Out}.");
        string[] failed = [.. reports.Where(report => !report.Success).Select(report => report.BenchmarkCase.Descriptor.GetFilterName()).Distinct()];
        if (failed.Length == 0 && reports.Length == count)
        {
            return 0;
        }

        Console.Error.WriteLine($"kent bench: {count - reports.Count(report => report.Success)} measurements failed: {string.Join(", ", failed)}. --verbose shows why.");
        return 1;
    }
}
