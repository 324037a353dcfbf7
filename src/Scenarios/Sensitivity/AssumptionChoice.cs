using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Sensitivity;

/// <summary>From what was asked for to the assumptions that are screened.</summary>
public static class AssumptionChoice
{
    private const char Any = '*';

    /// <summary>The assumptions that ids and beginnings name, each once, in the order of the catalogue.</summary>
    /// <param name="catalogue">All assumptions.</param>
    /// <param name="patterns">Ids; or beginnings of ids that end in an asterisk, which take those of their assumptions that have a range.</param>
    /// <exception cref="AssumptionChoiceException">One names nothing, or only what has no range.</exception>
    public static IReadOnlyList<Assumption> Of(AssumptionCatalogue catalogue, IEnumerable<string> patterns)
    {
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string pattern in patterns)
        {
            chosen.UnionWith(pattern.EndsWith(Any) ? Beginning(catalogue, pattern) : [One(catalogue, pattern)]);
        }

        return [.. catalogue.All.Where(assumption => chosen.Contains(assumption.Id))];
    }

    private static string One(AssumptionCatalogue catalogue, string id)
    {
        if (!catalogue.TryGet(id, out Assumption? found))
        {
            string hint = NearestName.Of(id, catalogue.All.Select(assumption => assumption.Id)) is string near ? $" Did you mean '{near}'?" : "";
            throw new AssumptionChoiceException($"No assumption is called '{id}'.{hint}");
        }

        return found.Low is not null ? id : throw new AssumptionChoiceException($"{id} is exact: it has no range that could be screened.");
    }

    private static string[] Beginning(AssumptionCatalogue catalogue, string pattern)
    {
        string prefix = pattern[..^1];
        Assumption[] found = [.. catalogue.All.Where(assumption => assumption.Id.StartsWith(prefix, StringComparison.Ordinal))];
        if (found.Length == 0)
        {
            IEnumerable<string> beginnings = catalogue.All.Select(assumption => assumption.Id[..(assumption.Id.LastIndexOf('/') + 1)] + Any).Distinct();
            string hint = NearestName.Of(pattern, beginnings) is string near ? $" Did you mean '{near}'?" : "";
            throw new AssumptionChoiceException($"No assumption begins with '{prefix}'.{hint}");
        }

        string[] ranged = [.. found.Where(assumption => assumption.Low is not null).Select(assumption => assumption.Id)];
        return ranged.Length > 0 ? ranged : throw new AssumptionChoiceException($"No assumption that begins with '{prefix}' has a range: all are exact.");
    }
}

/// <summary>Assumptions were asked for that cannot be screened. The message is written for the one who asked.</summary>
/// <param name="message">What is wrong, by name.</param>
public sealed class AssumptionChoiceException(string message) : Exception(message);
