namespace KentSufficiency.Peers.Runner;

/// <summary>One way of doing a workload.</summary>
/// <param name="Name">What it is called in the table, with its version.</param>
/// <param name="Replications">Replications a run: as many as make the run long enough to be timed.</param>
/// <param name="Files">The code that is counted, from the folder of the peers.</param>
/// <param name="Run">Runs so many replications from a given one on.</param>
/// <param name="Target">The least ratio of its time to the engine's; none where it is shown for information.</param>
internal sealed record Contestant(string Name, int Replications, string[] Files, Func<int, int, Trial> Run, double? Target = null);

/// <summary>A workload: the engine, those it is held against, and those that were not found.</summary>
/// <param name="Id">W1, W2, W3.</param>
/// <param name="Title">What is simulated.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Peers">The others.</param>
/// <param name="WidestShare">The widest half interval of an output that still says something, as a share of its mean.</param>
/// <param name="Missing">A line for each peer that is not installed.</param>
internal sealed record Workload(string Id, string Title, Contestant Engine, Contestant[] Peers, double WidestShare, string[] Missing);
