using System.Diagnostics;

namespace KentSufficiency.Peers.Runner;

/// <summary>Times work within this process.</summary>
internal static class InProcess
{
    public static Trial Run(string[] outputs, Func<int, double[]> replication, int first, int count)
    {
        double[][] rows = new double[count][];
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            rows[i] = replication(first + i);
        }

        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        return new Trial(outputs, rows, wall.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }
}
