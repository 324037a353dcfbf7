using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Peers.Runner;

/// <summary>One output of the engine and of a peer: mean and half of the 95% t interval over replications.</summary>
internal sealed record ComparedOutput(string Name, Summary Engine, Summary Peer, double WidestShare)
{
    /// <summary>Whether the intervals overlap.</summary>
    public bool Overlap => Math.Abs(Engine.Mean - Peer.Mean) <= Engine.SimulationError + Peer.SimulationError;

    /// <summary>Whether both are narrow enough for the overlap to mean something.</summary>
    public bool Narrow => Engine.SimulationError <= WidestShare * Engine.Mean && Peer.SimulationError <= WidestShare * Peer.Mean;
}

/// <summary>
/// Whether a peer gives the engine's answers. Both means are normal and each interval is about two standard errors wide, so two correct programs of equal
/// error fail to overlap in 6 of 1,000 outputs; seeds are fixed, so the verdict of a version does not change.
/// </summary>
internal sealed record Agreement(ComparedOutput[] Outputs)
{
    public bool Holds => Outputs.All(static output => output.Overlap && output.Narrow);

    public static Agreement Of(IReadOnlyList<Trial> engine, IReadOnlyList<Trial> peer, double widestShare)
    {
        string[] names = engine[0].Outputs;
        return peer.All(trial => trial.Outputs.AsSpan().SequenceEqual(names))
            ? new Agreement([.. names.Select((name, i) => new ComparedOutput(name, Over(engine, i), Over(peer, i), widestShare))])
            : throw new InvalidOperationException($"The engine gives {string.Join(' ', names)}, the peer {string.Join(' ', peer[0].Outputs)}.");
    }

    private static Summary Over(IReadOnlyList<Trial> trials, int output) =>
        Summary.Of([.. trials.SelectMany(static trial => trial.Rows).Select(row => row[output])]);
}
