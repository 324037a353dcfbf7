using System.Globalization;
using KentSufficiency.Silos;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["engines", .. string[] options]:
        await Engines.RunAsync(Option(options, "--replications", 1000), Option(options, "--rounds", 5));
        return 0;
    case ["twin", .. string[] options]:
        await Twin.RunAsync(Option(options, "--months", 3), Option(options, "--rounds", 5));
        return 0;
    case ["twin-memory", .. string[] options]:
        await Twin.MemoryAsync(Option(options, "--months", 3), Option(options, "--rounds", 5));
        return 0;
    default:
        Console.Error.WriteLine("Usage: Silos engines [--replications N] [--rounds N] | twin [--months N] [--rounds N] | twin-memory (the same for a profiler)");
        return 2;
}

static int Option(string[] options, string name, int usual)
{
    int at = Array.IndexOf(options, name);
    return at < 0 ? usual : int.Parse(options[at + 1], CultureInfo.InvariantCulture);
}
