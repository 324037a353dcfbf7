using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Fidelity.Reference;

/// <summary>
/// Reads published counts from any CSV file with the columns <c>measure,geography,date,value</c>, as the files of evidence have them; other columns are passed over.
/// </summary>
internal static class PublishedFile
{
    private const string Kent = "Kent";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The file, as it was given.</param>
    /// <param name="siblings">Assumed shares of groups of brothers and sisters.</param>
    /// <exception cref="ObservationException">A row is refused; all breaches are listed.</exception>
    /// <exception cref="FidelityException">It holds several places, and none is Kent.</exception>
    public static EvidenceReference Read(string path, string name, ReferenceTable? siblings)
    {
        List<EvidenceError> errors = [];
        List<(string Geography, PublishedValue Value)> rows = [];
        ObservationFile.ReadRows(path, errors, (row, _, line) =>
        {
            var value = new PublishedValue(row.Id("measure"), ObservationFields.Date(row), ObservationFields.Value(row, null), $"{name} line {line}");
            if (value.Value < 0)
            {
                row.Break("value", "it cannot be negative");
            }

            rows.Add((row.Text("geography"), value));
        });
        if (errors.Count > 0)
        {
            throw new ObservationException(errors);
        }

        string[] places = [.. rows.Select(row => row.Geography).Distinct()];
        string place = places.Contains(Kent) || places.Length != 1 ? Kent : places[0];
        return places.Contains(place)
            ? new EvidenceReference($"the counts of {place} in {name}", rows.Where(row => row.Geography == place).Select(row => row.Value), siblings)
            : throw new FidelityException(places.Length == 0 ? $"{name} has a header and no row." : $"{name} tells of {places.Length} places, and none is {Kent}: keep one of them.");
    }
}
