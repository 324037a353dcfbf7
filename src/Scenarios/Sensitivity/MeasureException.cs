using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Sensitivity;

/// <summary>What was asked about is not measured. The message is written for the one who asked, and names what is nearest.</summary>
/// <param name="message">What is wrong.</param>
public sealed class MeasureException(string message) : Exception(message)
{
    /// <summary>The index of a measure of a geography.</summary>
    /// <exception cref="MeasureException">There is none.</exception>
    internal static int Find(IReadOnlyList<MeasureDefinition> measures, string id, string geography)
    {
        (int Index, MeasureDefinition Item)[] known = [.. measures.Index().Where(measure => measure.Item.Id == id)];
        if (known.Length == 0)
        {
            throw new MeasureException($"No measure is called '{id}'.{Hint(id, measures.Select(measure => measure.Id))}");
        }

        int found = Array.FindIndex(known, measure => measure.Item.Geography == geography);
        return found >= 0
            ? known[found].Index
            : throw new MeasureException($"{id} is not measured for '{geography}'.{Hint(geography, known.Select(measure => measure.Item.Geography))}");
    }

    private static string Hint(string written, IEnumerable<string> names) =>
        NearestName.Of(written, names.Distinct()) is string near ? $" Did you mean '{near}'?" : "";
}
