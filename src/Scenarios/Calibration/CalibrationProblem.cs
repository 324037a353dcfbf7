using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>What is estimated from what.</summary>
/// <param name="On">The day on which everything below was known.</param>
/// <param name="Assumptions">The priors, with the counted shares updated.</param>
/// <param name="Shares">What the counts did to those shares.</param>
/// <param name="Parameters">What is estimated through the model.</param>
/// <param name="Windows">The years it is estimated from.</param>
public sealed record CalibrationProblem(
    DateOnly On,
    AssumptionCatalogue Assumptions,
    IReadOnlyList<ShareEstimate> Shares,
    IReadOnlyList<CalibratedAssumption> Parameters,
    IReadOnlyList<CalibrationWindow> Windows)
{
    /// <summary>All targets, year after year.</summary>
    public IReadOnlyList<ObservedTarget> Observed => [.. Windows.SelectMany(window => window.Targets)];

    /// <summary>What can be estimated of what was known on a day, and of nothing else.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="evidence">All evidence; what was not known on the day is not read.</param>
    /// <param name="on">The day.</param>
    /// <param name="publishedOnly">Whether the council's own returns count as known from their publication on only.</param>
    /// <param name="library">Reads scenarios.</param>
    /// <exception cref="BackCastException">No year was observed from its first day to its last.</exception>
    public static CalibrationProblem KnownOn(
        string dataDirectory, EvidenceLibrary evidence, DateOnly on, bool publishedOnly, ScenarioLibrary library)
    {
        CalibrationFiles files = CalibrationFiles.Load(dataDirectory);
        EvidenceLibrary known = evidence.KnownOn(on, publishedOnly);
        AssumptionCatalogue priors = KnownAssumptions.On(
            AssumptionCatalogue.Load(dataDirectory), AssumptionCatalogue.LoadPriors(dataDirectory), on);
        (AssumptionCatalogue updated, IReadOnlyList<ShareEstimate> shares) = CountedShares.Update(priors, files.Shares, known);
        CalibratedAssumption[] parameters = [.. files.Parameters.Where(parameter => AssumptionLaw.Of(updated[parameter.Id]) is not null)];
        IReadOnlyList<CalibrationWindow> windows = CalibrationWindow.All(known, updated, files.Targets, library);
        return windows.Count > 0
            ? new CalibrationProblem(on, updated, shares, parameters, windows)
            : throw new BackCastException(
                $"Nothing can be estimated from what was known on {on:yyyy-MM-dd}: it takes cla and cla-uasc at the beginning of a year to 31 March, "
                + $"and {string.Join(", ", files.Targets.Take(4).Select(target => target.Name))} and others at its end.");
    }
}
