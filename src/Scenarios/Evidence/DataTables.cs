namespace KentSufficiency.Scenarios.Evidence;

/// <summary>
/// The tables of a data folder that several parts of the program read: each is read once, when it is first asked for, and its breaches are told to whoever asks.
/// Safe to share between threads.
/// </summary>
/// <param name="directory">The data folder.</param>
public sealed class DataTables(string directory)
{
    private readonly Lazy<AssumptionCatalogue> _assumptions = new(() => AssumptionCatalogue.Load(directory));
    private readonly Lazy<EvidenceLibrary> _evidence = new(() => EvidenceLibrary.Load(directory));
    private readonly Lazy<KentDistricts> _districts = new(() => KentDistricts.Load(directory));

    /// <summary>The data folder.</summary>
    public string Directory => directory;

    /// <summary>The assumptions.</summary>
    /// <exception cref="EvidenceException">Rules are broken; all breaches are listed.</exception>
    public AssumptionCatalogue Assumptions => _assumptions.Value;

    /// <summary>What was observed.</summary>
    /// <exception cref="EvidenceException">Rules are broken; all breaches are listed.</exception>
    public EvidenceLibrary Evidence => _evidence.Value;

    /// <summary>The districts and the places around Kent.</summary>
    /// <exception cref="EvidenceException">Rules are broken; all breaches are listed.</exception>
    public KentDistricts Districts => _districts.Value;

    /// <summary>
    /// Begins to read, on another thread, what a county is built from beside the assumptions, while the caller reads those and the scenario. What is wrong
    /// with it is told when it is asked for, as ever.
    /// </summary>
    public void ReadAhead() => _ = Task.Run(() =>
    {
        try
        {
            return (Evidence, Districts);
        }
        catch (Exception told) when (told is EvidenceException or IOException or UnauthorizedAccessException)
        {
            return default; // Who asks for the table gets the same exception again.
        }
    });
}
