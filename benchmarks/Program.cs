using System.Globalization;
using BenchmarkDotNet.Running;
using KentSufficiency.Benchmarks.Schools;

if (args is ["school-years", "--rounds", string rounds])
{
    SchoolYearsTable.Print(int.Parse(rounds, CultureInfo.InvariantCulture));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
