using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary>From the scenarios named on the command line to those that run, in order.</summary>
internal static class ScenarioSelection
{
    /// <summary>
    /// Loads the scenarios. The baseline that they extend comes first, named or not; the others follow in the order given. A validation
    /// scenario stands alone. None named means every shipped strategy of the latest start: those of an earlier one tell of another time.
    /// </summary>
    /// <exception cref="ScenarioException">A scenario cannot be loaded.</exception>
    /// <exception cref="InputException">The scenarios cannot be compared with one another.</exception>
    public static IReadOnlyList<Scenario> Load(ScenarioLibrary library, IReadOnlyList<string> named)
    {
        Scenario[] scenarios = [.. (named.Count == 0 ? library.Strategies : named).Select(library.Load)];
        if (named.Count == 0)
        {
            DateOnly latest = scenarios.Max(scenario => scenario.Start);
            scenarios = [.. scenarios.Where(scenario => scenario.Start == latest)];
        }

        if (scenarios.GroupBy(scenario => scenario.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InputException($"{twice.Key} is named twice; each scenario runs once.");
        }

        if (scenarios.FirstOrDefault(scenario => scenario.IsValidation) is Scenario validation)
        {
            return scenarios.Length == 1
                ? scenarios
                : throw new InputException($"{validation.Name} is a validation scenario, which is compared with nothing: run it alone.");
        }

        Scenario baseline = scenarios[0].Baseline;
        foreach (Scenario scenario in scenarios)
        {
            if (!IsSame(scenario.Baseline, baseline))
            {
                throw new InputException(
                    $"{scenario.Name} starts from {scenario.Baseline.Name} and {scenarios[0].Name} from {baseline.Name}; "
                    + "only scenarios with the same baseline can be compared.");
            }
        }

        return [baseline, .. scenarios.Where(scenario => scenario.Name != baseline.Name)];
    }

    private static bool IsSame(Scenario a, Scenario b) => a.Name == b.Name && a.Files[^1].Sha256 == b.Files[^1].Sha256;
}
