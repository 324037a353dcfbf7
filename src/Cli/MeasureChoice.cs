using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Cli;

/// <summary>Holds the measures that the command line names against those that a run has, before anything is simulated.</summary>
internal sealed class MeasureChoice(IReadOnlyList<PlannedScenario> scenarios)
{
    /// <summary>The in-house share; of a run with schools only, what families are short of.</summary>
    private static readonly string[] s_usual = ["scs19", "deficit-places/year-7", "first-preference/secondary"];

    private HashSet<string>? _known;

    /// <summary>What the run will measure of the whole county. Only an engine knows, so none is made where nobody asks.</summary>
    private HashSet<string> Known =>
        _known ??= [.. scenarios[0].CreateEngine(new SharedReplication()).Measures.Where(measure => measure.Geography == "Kent").Select(measure => measure.Id)];

    /// <summary>Checks the measures.</summary>
    /// <returns>The measure to rank by, or null where there is nothing to rank.</returns>
    /// <exception cref="InputException">There is no such measure, or it has no direction.</exception>
    public string? Check(RunRequest request)
    {
        if (request.Precision is PrecisionTarget target)
        {
            RequireKnown("--on", target.Measure);
        }

        if (request.RankBy is string named)
        {
            RequireKnown("--rank-by", named);
            RequireDirection(named);
        }

        return request.RankBy is string asked && scenarios.Count > 2 ? asked : Usual;
    }

    /// <summary>The measure to rank by where none is named; null where there is nothing to rank.</summary>
    public string? Usual => scenarios.Count > 2 ? s_usual.FirstOrDefault(Known.Contains) : null;

    private void RequireKnown(string option, string measure)
    {
        if (!Known.Contains(measure))
        {
            string? nearest = NearestName.Of(measure, Known);
            string hint = nearest is null ? "" : $" Did you mean '{nearest}'?";
            throw new InputException($"{option} must name a measure that a run writes; '{measure}' is none.{hint}");
        }
    }

    private void RequireDirection(string measure)
    {
        if (MeasureDirections.Of(measure) is null)
        {
            string some = string.Join(", ", MeasureDirections.Ids.Where(Known.Contains));
            throw new InputException(
                $"--rank-by needs a measure of which more, or less, is better; that is not said of {measure}. Choose among {some}.");
        }
    }
}
