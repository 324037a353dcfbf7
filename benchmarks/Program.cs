using System.Globalization;
using KentSufficiency.Benchmarks.Compare;
using KentSufficiency.Benchmarks.Limits;
using KentSufficiency.Benchmarks.Running;
using KentSufficiency.Benchmarks.Schools;
using KentSufficiency.Benchmarks.Startup;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    switch (args)
    {
        case ["--help" or "-h" or "help", ..]:
            Console.WriteLine(Help.Text);
            return 0;
        case ["compare", string a, string b]:
            Console.Write(Tables.Of(RunComparison.Of(RunFile.Read(a), RunFile.Read(b))));
            return 0;
        case ["compare", ..]:
            throw new ArgumentException("kent bench compare A B takes two files or folders of results.");
        case ["phases"]:
            return PhaseTable.Print(rounds: 5);
        case ["phases", "--rounds", string rounds]:
            return PhaseTable.Print(int.Parse(rounds, CultureInfo.InvariantCulture));
        case ["startup", .. string[] rest]:
            return StartupTable.Print(rest);
        case ["school-years", "--rounds", string rounds]:
            SchoolYearsTable.Print(int.Parse(rounds, CultureInfo.InvariantCulture));
            return 0;
        default:
            string clone = Clone.Find();
            var options = SuiteOptions.Parse(args, Path.Combine(clone, "benchmarks", "results", "latest"));
            Environment.CurrentDirectory = clone; // From here BenchmarkDotNet finds the project, from wherever it was called.
            return Suite.Run(options, Path.Combine(clone, "artifacts", "benchmarks"));
    }
}
catch (Exception wrong) when (wrong is ArgumentException or InvalidDataException or FormatException)
{
    Console.Error.WriteLine($"kent bench: {wrong.Message}");
    return 2;
}
