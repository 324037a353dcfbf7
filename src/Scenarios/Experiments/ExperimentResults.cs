namespace KentSufficiency.Scenarios.Experiments;

/// <summary>What an experiment measured. Holds scratch files until disposed of.</summary>
public sealed class ExperimentResults : IDisposable
{
    private readonly IReadOnlyList<ResultFile> _files;

    internal ExperimentResults(int asked, IReadOnlyList<ScenarioResults> scenarios, IReadOnlyList<ResultFile> files)
    {
        Scenarios = scenarios;
        ReplicationsAsked = asked;
        Replications = scenarios[0].Replications;
        _files = files;
    }

    /// <summary>The results of each scenario, in the order of the plan.</summary>
    public IReadOnlyList<ScenarioResults> Scenarios { get; }

    /// <summary>Replications asked for; with a precision, the number of the last look, or of the one an interruption forestalled.</summary>
    public int ReplicationsAsked { get; }

    /// <summary>Replications 0 to this number less one are complete in every scenario; all others were dropped.</summary>
    public int Replications { get; }

    /// <summary>Whether the experiment was interrupted before all replications were complete.</summary>
    public bool IsPartial => Replications < ReplicationsAsked;

    /// <summary>The precision asked for and reached; null where none was asked for.</summary>
    public PrecisionReached? Precision { get; init; }

    /// <summary>The fingerprint of all results; see <see cref="ResultDigest"/>. Reads everything once.</summary>
    public string ComputeDigest() => ResultDigest.Of(Scenarios);

    /// <summary>Deletes the scratch files.</summary>
    public void Dispose()
    {
        foreach (ResultFile file in _files)
        {
            file.Dispose();
        }
    }
}
