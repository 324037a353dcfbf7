using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.Families;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>
/// Makes a cohort: simulates replications one after the other, takes their children in addressed order, dresses them and writes them, block by block. Only a few blocks and
/// as many replications as there are threads are in memory at a time. What is written does not depend on the number of threads.
/// </summary>
/// <param name="request">What it is to be.</param>
/// <param name="parameters">The county, whose horizon is the last day.</param>
/// <param name="library">What children are dressed with.</param>
/// <param name="threads">Threads.</param>
internal sealed class CohortRun(CohortRequest request, CountyParameters parameters, DetailLibrary library, int threads)
{
    private const int FamiliesOfABlock = 250;

    /// <summary>Writes the cohort.</summary>
    /// <param name="layout">The format's tables.</param>
    /// <param name="sink">Where rows go.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="CohortException">There are not so many children.</exception>
    public CohortCounts Write(ICohortLayout layout, TableSink sink, CancellationToken cancellation)
    {
        bool all = request.Population == CohortPopulation.All;
        bool schools = layout.NeedsSchools || all;
        var source = new CohortSource(parameters, request.Seed, schools);
        var selection = new CohortSelection(request);
        ResidentFamilies? residents = all ? new ResidentFamilies(library.Shares) : null;
        uint replication = 0;
        int abreast = 1;
        do
        {
            foreach (CountyHistory county in Simulate(source, replication, abreast, cancellation))
            {
                if (!selection.IsComplete || county.Key.Replication == 0)
                {
                    GiveBack(schools);
                    WriteCounty(layout, sink, county, selection.Take(county, FamilyFinder.Find(county, residents)), cancellation);
                    replication++;
                }
            }

            abreast = Next(selection, replication);
        }
        while (abreast > 0);
        return new CohortCounts(selection.Taken, selection.InCare, (int)replication);
    }

    private static CountyHistory[] Simulate(CohortSource source, uint first, int count, CancellationToken cancellation)
    {
        Task<CountyHistory>[] running = [.. Enumerable.Range(0, count).Select(i => Task.Run(() => source.Simulate(first + (uint)i, cancellation), cancellation))];
        return Task.WhenAll(running).GetAwaiter().GetResult();
    }

    /// <summary>A county with schools leaves some 200 MB behind that the system would take its time to give back, while writing wants memory of its own.</summary>
    private static void GiveBack(bool schools)
    {
        if (schools)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>How many replications to simulate next, side by side: not more than are likely to be needed.</summary>
    private int Next(CohortSelection selection, uint replications)
    {
        if (request.Children is not int asked || selection.IsComplete)
        {
            return 0;
        }

        int each = selection.Taken / (int)replications;
        if (each == 0)
        {
            throw new CohortException($"The county has no such child between {request.From:yyyy-MM-dd} and {request.AsOf:yyyy-MM-dd}.");
        }

        int left = CohortNumbers.MostReplications - (int)replications;
        return left == 0
            ? throw new CohortException($"{asked:#,0} children are more than {CohortNumbers.MostReplications} counties have ({selection.Taken:#,0}).")
            : Math.Min(Math.Min(threads, left), ((asked - selection.Taken - 1) / each) + 1);
    }

    private void WriteCounty(ICohortLayout layout, TableSink sink, CountyHistory county, List<TakenFamily> families, CancellationToken cancellation)
    {
        var idle = new Stack<BlockWriter>();
        var writing = new Queue<Task<List<PreparedRows>>>();
        void AppendNext()
        {
            foreach (PreparedRows prepared in writing.Dequeue().GetAwaiter().GetResult())
            {
                sink.Append(prepared);
            }
        }

        for (int first = 0; first == 0 || first < families.Count; first += FamiliesOfABlock)
        {
            int from = first;
            writing.Enqueue(Task.Run(
                () =>
                {
                    BlockWriter writer = Rent(idle, layout, county);
                    List<PreparedRows> prepared = writer.Write(families.Skip(from).Take(FamiliesOfABlock), county: from == 0, sink);
                    Return(idle, writer);
                    return prepared;
                },
                cancellation));
            if (writing.Count > 2 * threads)
            {
                AppendNext();
            }
        }

        while (writing.Count > 0)
        {
            AppendNext();
        }
    }

    private BlockWriter Rent(Stack<BlockWriter> idle, ICohortLayout layout, CountyHistory county)
    {
        lock (idle)
        {
            return idle.TryPop(out BlockWriter? writer)
                ? writer
                : new BlockWriter(new ChildMaker(county, library.Shares, new PersonalDetail(library.Towns)), layout.WriterFor(county));
        }
    }

    private static void Return(Stack<BlockWriter> idle, BlockWriter writer)
    {
        lock (idle)
        {
            idle.Push(writer);
        }
    }

    private sealed class BlockWriter(ChildMaker maker, ILayoutWriter writer)
    {
        public List<PreparedRows> Write(IEnumerable<TakenFamily> families, bool county, TableSink sink)
        {
            if (county)
            {
                writer.WriteCounty();
            }

            foreach (CohortChild child in families.SelectMany(maker.Make))
            {
                writer.Write(child);
            }

            var prepared = new List<PreparedRows>();
            foreach (TableRows rows in writer.Rows.Where(rows => rows.Count > 0))
            {
                prepared.Add(sink.Prepare(rows));
                rows.Clear();
            }

            return prepared;
        }
    }
}

/// <summary>What a cohort has come to.</summary>
/// <param name="Children">Children.</param>
/// <param name="InCare">Of them, looked after at some time of the history.</param>
/// <param name="Replications">Counties from which they come.</param>
internal sealed record CohortCounts(int Children, int InCare, int Replications);
