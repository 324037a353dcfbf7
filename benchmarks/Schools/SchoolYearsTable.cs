using System.Diagnostics;
using System.Globalization;
using KentSufficiency.Benchmarks.County;

namespace KentSufficiency.Benchmarks.Schools;

/// <summary>
/// The table of the results page, by processor time, for machines that are not quiet: <c>school-years --rounds 5</c>. The engines take turns, so that
/// whatever else the machine does falls on all of them; the least of the rounds is what tells.
/// </summary>
internal static class SchoolYearsTable
{
    private static readonly double[] s_scales = [0.25, 0.5, 1, 2, 4];

    /// <summary>Measures and prints.</summary>
    public static void Print(int rounds)
    {
        var years = new CountyBenchmarks { Years = 10 };
        years.Setup();
        AdmissionsBenchmarks[] admissions = [new() { EntryYear = 0 }, new() { EntryYear = 7 }];
        PopulationBenchmarks[] scaled = [.. s_scales.Select(scale => new PopulationBenchmarks { Scale = scale })];
        Array.ForEach(admissions, round => round.Setup());
        Array.ForEach(scaled, one => one.Setup());
        (string Name, Action Run, int Times)[] measured =
        [
            ("care and schools, ten years", () => years.CareAndSchools(), 1),
            ("schools alone, ten years", () => years.Schools(), 1),
            ("round of 17,000 for Reception", () => admissions[0].Round(), 10),
            ("round of 17,000 for Year 7", () => admissions[1].Round(), 10),
            .. scaled.Select((one, i) => (string.Create(CultureInfo.InvariantCulture, $"schools alone, {s_scales[i]} x the children"), (Action)(() => one.Scaled()), 1)),
        ];
        double[] least = Measure([.. measured.Select(one => (one.Run, one.Times))], rounds);
        for (int i = 0; i < measured.Length; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measured[i].Name,-40} {least[i],8:0.00} ms"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"exponent of time over children          {Exponent(s_scales, least[^s_scales.Length..]),8:0.00}"));
    }

    /// <summary>The slope of the straight line through the logarithms: 1 is linear.</summary>
    private static double Exponent(double[] sizes, double[] times)
    {
        double[] x = [.. sizes.Select(static value => Math.Log(value))];
        double[] y = [.. times.Select(static value => Math.Log(value))];
        double across = x.Average();
        double up = y.Average();
        return x.Zip(y, (a, b) => (a - across) * (b - up)).Sum() / x.Sum(a => (a - across) * (a - across));
    }

    private static double[] Measure((Action Run, int Times)[] engines, int rounds)
    {
        double[] least = [.. Enumerable.Repeat(double.PositiveInfinity, engines.Length)];
        for (int round = 0; round <= rounds; round++)
        {
            for (int i = 0; i < engines.Length; i++)
            {
                TimeSpan before = Used();
                for (int time = 0; time < engines[i].Times; time++)
                {
                    engines[i].Run();
                }

                double spent = (Used() - before).TotalMilliseconds / engines[i].Times;
                least[i] = round == 0 ? least[i] : Math.Min(least[i], spent); // The first round compiles.
            }
        }

        return least;
    }

    private static TimeSpan Used()
    {
        using var me = Process.GetCurrentProcess();
        return me.TotalProcessorTime;
    }
}
