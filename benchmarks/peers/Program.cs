using System.Globalization;
using KentSufficiency.Peers;
using KentSufficiency.Peers.Runner;

// Peers on the same work: runs what is installed and prints ratios; ends with 1 where a peer gives other answers. Usage: Peers [W1] [W2] [W3] [--rounds N] [--out FILE] [--alone]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int rounds = int.Parse(Option("--rounds") ?? "5", CultureInfo.InvariantCulture);
string folder = FindFolder();
int cores = Environment.ProcessorCount;
bool oneCore = Machine.KeepToOneCore();
var page = new PeersPage(Machine.Describe(cores), oneCore, rounds, Machine.Load());
string[] named = [.. args.Where(static word => word.StartsWith('W'))];
var workloads = new Workloads(folder);
foreach (string id in named is [] ? ["W1", "W2", "W3"] : named)
{
    Workload workload = workloads.Create(id);
    workload = args.Contains("--alone") ? workload with { Peers = [] } : workload; // For a profiler.
    Array.ForEach(workload.Missing, Console.Error.WriteLine);
    page.Add(workload, Contest.Hold(workload, rounds), folder, Machine.Load());
}

Console.Write(page);
if (Option("--out") is string file)
{
    File.WriteAllText(file, page.ToString());
}

return page.AllAgree ? 0 : 1;

string? Option(string name)
{
    int at = Array.IndexOf(args, name);
    return at < 0 ? null : args[at + 1];
}

static string FindFolder()
{
    for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
    {
        if (File.Exists(Path.Combine(up.FullName, "KentSufficiency.sln")))
        {
            return Path.Combine(up.FullName, "benchmarks", "peers");
        }
    }

    throw new InvalidOperationException($"No clone of the project above {AppContext.BaseDirectory}.");
}
