using System.Runtime.ExceptionServices;

namespace KentSufficiency.Scenarios.Sensitivity;

/// <summary>Points that meet the same luck.</summary>
/// <param name="Points">The points.</param>
/// <param name="Luck">The number of their luck.</param>
internal sealed record CubeBlock(IReadOnlyList<double[]> Points, uint Luck);

/// <summary>Runs blocks of points, several at a time. The answers do not depend on how many.</summary>
internal static class CubeRuns
{
    /// <summary>The answers at the points of each block.</summary>
    /// <param name="function">What is run.</param>
    /// <param name="blocks">The blocks; each is run by one thread.</param>
    /// <param name="threads">How many at a time, at least 1.</param>
    /// <param name="cancellation">Ends it early, with <see cref="OperationCanceledException"/>.</param>
    public static double[][] Run(CubeFunction function, IReadOnlyList<CubeBlock> blocks, int threads, CancellationToken cancellation)
    {
        double[][] answers = new double[blocks.Count][];
        var failures = new Exception?[blocks.Count];
        int taken = 0;
        bool failed = false;
        Thread[] workers = [.. Enumerable.Range(0, Math.Min(threads, blocks.Count)).Select(_ => new Thread(Work))];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());

        // Blocks are handed out in order and those begun run to their end, so the first failure is always the same one.
        if (Array.Find(failures, failure => failure is not null) is Exception first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return answers;

        void Work()
        {
            int block;
            while (!Volatile.Read(ref failed) && (block = Interlocked.Increment(ref taken) - 1) < blocks.Count)
            {
                try
                {
                    answers[block] = function(blocks[block].Points, blocks[block].Luck, cancellation);
                }
#pragma warning disable CA1031 // Any failure of a thread must reach the caller rather than end the process.
                catch (Exception failure)
#pragma warning restore CA1031
                {
                    failures[block] = failure;
                    Volatile.Write(ref failed, true);
                }
            }
        }
    }
}
