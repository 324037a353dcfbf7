using System.Diagnostics;
using System.Globalization;

namespace KentSufficiency.Peers.Runner;

/// <summary>
/// Runs a peer as a program of its own. It prints a line "outputs" with names, a line "row" with numbers for each replication, and a line "seconds" with
/// the time of the work and its processor time.
/// </summary>
internal static class PeerProgram
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    public static Trial Run(string program, string[] arguments, int first, int count)
    {
        string[] lines = Lines(program, [.. arguments, first.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture)]);
        string[][] words = [.. lines.Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(static line => line.Length > 1)];
        double[] seconds = Numbers(words.Single(static line => line[0] == "seconds"));
        return new Trial(
            words.Single(static line => line[0] == "outputs")[1..],
            [.. words.Where(static line => line[0] == "row").Select(Numbers)],
            seconds[0],
            seconds[1]);
    }

    /// <summary>What a program prints.</summary>
    /// <exception cref="InvalidOperationException">It failed, or ran for more than ten minutes.</exception>
    public static string[] Lines(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string library in (ReadOnlySpan<string>)["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"])
        {
            start.Environment[library] = "1";
        }

        using Process process = Process.Start(start)!;
        Task<string> complaint = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill();
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ran for more than {s_patience.TotalMinutes} minutes.");
        }

        return process.ExitCode == 0
            ? output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {complaint.Result}");
    }

    private static double[] Numbers(string[] words) => [.. words[1..].Select(static word => double.Parse(word, CultureInfo.InvariantCulture))];
}
