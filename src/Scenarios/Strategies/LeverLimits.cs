using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>
/// Holds a scenario's own levers to what the assumptions can be, with their central values: no share above 1, nothing below 0, nothing
/// beyond what a run could bear. A named lever that goes beyond its plausible range is remarked on; the range of an assumption is that of the
/// evidence, which a strategy may well want to leave.
/// </summary>
internal static class LeverLimits
{
    /// <summary>The scenario, with remarks.</summary>
    /// <exception cref="ScenarioException">A lever would take an assumption to what it cannot be.</exception>
    public static Scenario Check(Scenario scenario, ScenarioFile file, AssumptionCatalogue assumptions)
    {
        int first = scenario.Levers.Count - file.Levers.Count;
        var remarks = new Dictionary<int, string>();
        foreach (DateOnly date in scenario.ChangeDates.Prepend(scenario.Start))
        {
            foreach (LeverTurn turn in scenario.TurnsOn(id => assumptions[id].Value, date).Where(turn => turn.Setting >= first))
            {
                LeverEntry entry = file.Levers[turn.Setting - first];
                if (!turn.Move.Allows(turn.Value))
                {
                    throw entry.RefuseValue(Rule(turn, date));
                }

                if (turn.Lever is { IsNamed: true, Range: (double low, double high) } && (turn.LeverValue < low || turn.LeverValue > high))
                {
                    remarks[turn.Setting] = Remark(entry, turn, low, high);
                }
            }
        }

        return scenario.IsValidation ? scenario : scenario.With([.. remarks.OrderBy(pair => pair.Key).Select(pair => pair.Value)]);
    }

    private static string Rule(LeverTurn turn, DateOnly date)
    {
        string value = double.IsFinite(turn.Value) ? Number(turn.Value) : "no number";
        string by = turn.Lever.IsNamed ? $" ('{turn.Lever.Id}' at {Number(turn.LeverValue)} {turn.Lever.Unit})" : "";
        return $"would take {turn.Move.Assumption} to {value} on {date:yyyy-MM-dd}{by}; it can be from 0 to {Number(turn.Move.Highest)}";
    }

    private static string Remark(LeverEntry entry, LeverTurn turn, double low, double high)
    {
        (ScenarioLocation place, string key) = entry.ValuePlace;
        return $"{place}: '{key}' takes {turn.Lever.Id} to {Number(turn.LeverValue)} {turn.Lever.Unit}; "
            + $"what is plausible is {Number(low)} to {Number(high)}.";
    }

    private static string Number(double value) => value.ToString("#,0.#####");
}
