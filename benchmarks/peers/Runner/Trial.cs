namespace KentSufficiency.Peers.Runner;

/// <summary>What one run of one contestant gave.</summary>
/// <param name="Outputs">Names of the outputs.</param>
/// <param name="Rows">The outputs of each replication.</param>
/// <param name="Wall">Seconds of the work, without start and tables.</param>
/// <param name="Processor">Seconds of processor time of the same.</param>
internal sealed record Trial(string[] Outputs, double[][] Rows, double Wall, double Processor);
