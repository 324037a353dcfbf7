using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Scenarios.Ssda903;

namespace KentSufficiency.Scenarios.Fidelity.Facts;

/// <summary>Reads a cohort from a folder, as returns or as tables.</summary>
internal static class FactsReader
{
    /// <summary>Reads it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The folder, as it was given.</param>
    /// <exception cref="FidelityException">It holds no cohort, or nobody is looked after on its last day.</exception>
    public static CareFacts Read(string folder, string name)
    {
        if (!Directory.Exists(folder))
        {
            throw new FidelityException($"There is no folder '{name}'.");
        }

        CareFacts facts = TableFacts.IsThere(folder) ? TableFacts.Read(folder, name) : ReturnFacts.Of(name, Returns(folder, name), IsCohort(folder));
        return facts.Of(Counted.Stock).Any()
            ? facts
            : throw new FidelityException($"Nobody in '{name}' is looked after on {facts.Last:d MMMM yyyy}: there is nothing to compare.");
    }

    private static bool IsCohort(string folder)
    {
        string manifest = Path.Combine(folder, CohortManifest.Name);
        return File.Exists(manifest) && File.ReadAllText(manifest).Contains($"\"{CohortManifest.Kind}\"", StringComparison.Ordinal);
    }

    private static IReadOnlyList<AnnualReturn> Returns(string folder, string name)
    {
        try
        {
            return ReturnReader.ReadSet(folder, null);
        }
        catch (ReturnException problem)
        {
            string remedy = $"'{name}' must hold returns (kent cohort --format ssda903) or tables as CSV (--format csv).";
            throw new FidelityException($"{problem.Message} {remedy}");
        }
    }
}
