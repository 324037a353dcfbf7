using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Cohorts.AllTables;
using KentSufficiency.Scenarios.Cohorts.Census;
using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.Returns;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Ssda903;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>Writes cohorts to folders: whole or not at all.</summary>
/// <param name="dataDirectory">The data folder.</param>
/// <param name="library">The scenarios.</param>
/// <param name="version">The product's version, for the manifest.</param>
public sealed class CohortWriter(string dataDirectory, ScenarioLibrary library, string version)
{
    private const int March = 3;
    private const int LastOfMarch = 31;

    /// <summary>Writes a cohort.</summary>
    /// <param name="order">What it is to be.</param>
    /// <param name="path">The folder; it may be there with the very same cohort in it, which is then written anew.</param>
    /// <param name="threads">Threads; the bytes do not depend on them.</param>
    /// <param name="cancellation">Stops it; nothing is written then.</param>
    /// <exception cref="CohortException">It cannot be; the message says why.</exception>
    /// <exception cref="OutputException">The folder holds something else or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public CohortSummary Write(CohortOrder order, string path, int threads, CancellationToken cancellation)
    {
        Check(order);
        DetailLibrary detail = DetailLibrary.Load(dataDirectory);
        CountyParameters parameters = CohortCounty.Compile(order, new CountyBuilder(dataDirectory), library);
        ICohortLayout layout = LayoutOf(order, detail, parameters);
        using CohortFolder folder = CohortFolder.Open(path, order.Identity);
        CohortCounts counts;
        IReadOnlyList<TableCount> tables;
        using (TableSink sink = SinkOf(order.Format, folder.WritingPath, layout.Tables))
        {
            counts = new CohortRun(order.Request, parameters, detail, threads).Write(layout, sink, cancellation);
            sink.Complete();
            tables = sink.Counts;
        }

        CohortManifest written = folder.Complete(new CohortManifest { Version = version, Request = order.Words, Tables = tables });
        return new CohortSummary(counts.Children, counts.InCare, counts.Replications, tables, written.Files.Count);
    }

    private static TableSink SinkOf(CohortFormat format, string folder, IReadOnlyList<TableSchema> tables) => format switch
    {
        CohortFormat.Json => new JsonSink(folder, tables),
        CohortFormat.Sqlite => new SqliteSink(folder, tables),
        _ => new CsvSink(folder, tables),
    };

    private static ICohortLayout LayoutOf(CohortOrder order, DetailLibrary detail, CountyParameters parameters) => order.Format switch
    {
        CohortFormat.Ssda903 => new ReturnLayout(YearsOf(order), detail, order.Codes),
        _ when parameters.Schools is null => throw new CohortException($"{order.Scenario} has no schools: --format ssda903 does without."),
        CohortFormat.Census => new CensusLayout(CensusDay.In(order.Request, parameters.Start), detail),
        _ => new CohortLayout(order.Request.From, detail),
    };

    private static ReturnYear[] YearsOf(CohortOrder order) =>
    [
        .. Enumerable.Range(order.Request.AsOf.Year - order.Request.History + 1, order.Request.History)
            .Select(year => new ReturnYear(year, order.Codes ?? year)),
    ];

    private static void Check(CohortOrder order)
    {
        CohortRequest request = order.Request;
        if (request.InCare > request.Children)
        {
            throw new CohortException($"--in-care {request.InCare} is more than --children {request.Children}: a child in care is one of the children.");
        }

        if (order.Format == CohortFormat.Ssda903)
        {
            CheckReturns(order, request);
        }
        else if (order.Codes is not null)
        {
            throw new CohortException("--codes is about returns: it goes with --format ssda903.");
        }
    }

    private static void CheckReturns(CohortOrder order, CohortRequest request)
    {
        if ((request.AsOf.Month, request.AsOf.Day) != (March, LastOfMarch))
        {
            throw new CohortException($"A return counts to 31 March: --as-of {request.AsOf.Year}-03-31, say, instead of {request.AsOf:yyyy-MM-dd}.");
        }

        if (request.History == 0)
        {
            throw new CohortException("A return covers a year: --history 1 or more.");
        }

        if (request.InCare is int inCare && inCare != request.Children)
        {
            throw new CohortException("Every child of a return was looked after: leave --in-care out.");
        }

        int first = order.Codes ?? request.AsOf.Year - request.History + 1;
        int last = order.Codes ?? request.AsOf.Year;
        if (first < CodeSets.FirstYear || last > CodeSets.LastYear)
        {
            string asked = first == last ? $"{first}" : $"{first} to {last}";
            string remedy = order.Codes is null ? $" Name the year whose codes to write with --codes {CodeSets.LastYear}, or choose another --as-of." : "";
            throw new CohortException($"Codes are known for the collection years {CodeSets.FirstYear} to {CodeSets.LastYear}, not for {asked}.{remedy}");
        }
    }
}

/// <summary>What a cohort has come to.</summary>
/// <param name="Children">Children.</param>
/// <param name="InCare">Of them, looked after at some time of the history.</param>
/// <param name="Replications">Counties from which they come.</param>
/// <param name="Tables">Rows of each table.</param>
/// <param name="Files">Files, the manifest left out.</param>
public sealed record CohortSummary(int Children, int InCare, int Replications, IReadOnlyList<TableCount> Tables, int Files);
