using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Cohorts.Detail;

/// <summary>What synthetic children are dressed with. Immutable, for any number of threads.</summary>
/// <param name="Shares">How often codes occur.</param>
/// <param name="Towns">Post towns.</param>
public sealed record DetailLibrary(CohortShares Shares, PostTowns Towns)
{
    /// <summary>Reads the folder <c>cohorts</c> of the data.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">Rules of the files are broken.</exception>
    public static DetailLibrary Load(string directory) => new(CohortShares.Load(directory), PostTowns.Load(directory));
}
