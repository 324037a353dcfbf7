using KentSufficiency.Peers.DotNet;
using KentSufficiency.Peers.Hazards;
using KentSufficiency.Peers.Placement;
using KentSufficiency.Peers.Queue;
using KentSufficiency.Peers.Runner;

namespace KentSufficiency.Peers;

/// <summary>The three workloads, each with those of its peers that are installed.</summary>
internal sealed class Workloads(string folder)
{
    private static readonly string[] s_wait = ["wait"];
    private static readonly string[] s_placement = ["wait", "out-of-county", "in-house", "agency", "home", "supported"];
    private readonly Interpreters.Found? _simPy = Interpreters.Python("simpy", "SimPy");
    private readonly Interpreters.Found? _numPy = Interpreters.Python("numpy", "NumPy");
    private readonly Interpreters.Found? _r = Interpreters.R();

    public Workload Create(string id) => id switch
    {
        "W1" => Queue(),
        "W2" => Placement(),
        "W3" => Hazards(),
        _ => throw new ArgumentException($"There is no workload {id}: W1, W2, W3.", nameof(id)),
    };

    private Workload Queue()
    {
        var service = new ServiceQueue(ErlangScenario.CompileCoarser(folder));
        var kernel = new CountyQueue(ErlangScenario.Compile());
        var engine = new Contestant(
            "placement service", 20, ["Queue/ServiceQueue.cs", "Queue/RequestTimes.cs"], (first, count) => InProcess.Run(s_wait, n => [service.Replication(n)], first, count));
        var whole = new Contestant(
            "whole county", 4, ["Queue/CountyQueue.cs"], (first, count) => InProcess.Run(s_wait, n => [kernel.Replication(n)], first, count));
        var loop = new Contestant(
            "loop over a PriorityQueue", 20, ["dotnet/QueueLoop.cs"], (first, count) => InProcess.Run(s_wait, n => [QueueLoop.Replication(n)], first, count), 0.8);
        Contestant[] simPy = Script(_simPy, 20, "simpy/queue.py", 50);
        string title = $"M/M/50, 37,500 customers; by Erlang's C formula they wait {ErlangScenario.MeanWait} mean stays";
        return new Workload("W1", title, engine, [loop, whole, .. simPy], 0.15, Missing((_simPy, "SimPy")));
    }

    private Workload Placement()
    {
        var run = new PlacementRun();
        var engine = new Contestant(
            "day wheel and register",
            100,
            ["Placement/PlacementRun.cs", "Placement/ProviderTypes.cs", "Placement/RequestStream.cs", "Placement/WaitingLine.cs"],
            (first, count) => InProcess.Run(s_placement, run.Replication, first, count));
        return new Workload(
            "W2", "children placed with four types of provider for 10 years", engine, Script(_simPy, 8, "simpy/placement.py", 100), 0.15, Missing((_simPy, "SimPy")));
    }

    private Workload Hazards()
    {
        string table = Path.Combine(folder, "w3-hazards.csv");
        var tables = new HazardTables(table);
        var run = new HazardRun(tables);
        string[] outputs = [.. tables.Names, "in-care", "with-plan", "in-need"];
        var engine = new Contestant(
            "draws by the block and day wheel",
            12,
            ["Hazards/HazardRun.cs", "Hazards/CandidateDraws.cs", "Hazards/HazardTables.cs"],
            (first, count) => InProcess.Run(outputs, run.Replication, first, count));
        Contestant[] peers = [.. Script(_numPy, 8, "numpy/hazards.py", 4, table), .. Script(_r, 4, "r/hazards.R", null, table)];
        return new Workload("W3", "ten hazards of 340,000 children for 120 months", engine, peers, 0.05, Missing((_numPy, "NumPy"), (_r, "R")));
    }

    private Contestant[] Script(Interpreters.Found? found, int replications, string script, double? target, params string[] arguments) => found is null
        ? []
        : [new Contestant(found.Name, replications, [script], (first, count) => PeerProgram.Run(found.Program, [Path.Combine(folder, script), .. arguments], first, count), target)];

    private static string[] Missing(params (Interpreters.Found? Found, string Name)[] needed) =>
        [.. needed.Where(static one => one.Found is null).Select(static one => $"{one.Name} is not installed: left out.")];
}
