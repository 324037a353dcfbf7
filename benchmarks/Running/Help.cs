namespace KentSufficiency.Benchmarks.Running;

/// <summary>The help of kent bench.</summary>
internal static class Help
{
    public static string Text { get; } = $"""
        kent bench: measures how fast the program is, with BenchmarkDotNet.

          kent bench [--quick | --ci] [--filter GLOB...] [--out DIR] [--verbose] [--list]
          kent bench compare A B
          kent bench phases [--rounds N]
          kent bench startup [--rounds N] [-p:NAME=VALUE...]
          kent bench silos engines|twin [...]
          kent bench peers [W1 W2 W3] [--rounds N] [--out FILE]

        Without an option all benchmarks run, each in a process of its own: an hour or two on a quiet machine.

          --quick          a part, with few iterations and in one process: under 5 minutes on two cores. It leaves out
                           {BenchmarkSet.Quick.LeftOut}.
          --ci             a smaller part: about a minute. It leaves out
                           {BenchmarkSet.Ci.LeftOut}.
          --filter GLOB    only those whose full name matches, such as '*Draw*' or '*.County.*'; several may be named
          --out DIR        the folder of the results (benchmarks/results/latest)
          --verbose        shows what BenchmarkDotNet says
          --list           lists the benchmarks and runs none

        The folder then holds results.json (every iteration; what compare reads), results.md (one table) and
        benchmarkdotnet/, BenchmarkDotNet's own full JSON. None of them names the machine or a path.

        compare   holds run B against run A (files of results, or their folders). Each benchmark is judged by its ratio to the
                  baseline of its class in the same run, with Welch's t-test on the log ratio: faster or slower where p is below 1%
                  and the ratio has moved by 3% or more. The exit code is 0 whatever it finds.
        phases    where the time of one replication goes, events a second, bytes of state, and the floor that draws and memory set.
        startup   publishes the program (with properties of the build, if given) and tells how long it takes from the start of its process
                  to the first replication, to the first line of results and to its end, and where the time goes.
        silos     grains, silos and the twin beside what they stand on; needs Orleans.
        peers     the same work in SimPy, NumPy and R, where they are installed, and in plain .NET (docs/peers.md).

        docs/performance.md says what each class measures, and which targets are met. Exit codes: 0 done, 1 a benchmark failed or
        none was found, 2 a wrong option or file.
        """;
}
