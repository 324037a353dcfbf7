using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>A named site on which dwellings are built evenly over its years.</summary>
/// <param name="Area">Planning area.</param>
/// <param name="DwellingsPerDay">Dwellings a day.</param>
internal sealed record DwellingSite(int Area, double DwellingsPerDay);

/// <summary>Reads <c>schools/sites.csv</c>.</summary>
internal static class DwellingSites
{
    private const string File = "schools/sites.csv";

    private static readonly string[] s_header =
        ["id", "name", "planning_area", "dwellings", "from", "to", "kind", "source", "page", "known_from", "note"];

    /// <summary>The sites that are being built on a day, in the order of the file.</summary>
    /// <param name="directory">The data folder.</param>
    /// <param name="files">The planning areas that the papers name.</param>
    /// <param name="estate">The estate.</param>
    /// <param name="start">The first day of the run; what became known later is left out.</param>
    /// <exception cref="EvidenceException">A row breaks a rule.</exception>
    public static IReadOnlyList<DwellingSite> Load(string directory, SchoolFiles files, Estate estate, DateOnly start)
    {
        List<EvidenceError> errors = [];
        List<DwellingSite> sites = [];
        CsvTable.Read(directory, File, s_header, errors, row =>
        {
            if (Read(row, files, estate, start) is DwellingSite site)
            {
                sites.Add(site);
            }
        });
        EvidenceException.ThrowIfAny(errors);
        return sites;
    }

    private static DwellingSite? Read(TableRow row, SchoolFiles files, Estate estate, DateOnly start)
    {
        string id = row.Id("planning_area");
        string? name = files.Areas.Find(area => area.Id == id)?.Name;
        PlanningArea? area = estate.Areas.FirstOrDefault(area => area.Name == name);
        int days = row.Date("to").DayNumber - row.Date("from").DayNumber + 1;
        double dwellings = row.Number("dwellings");
        bool known = row.Date("from") <= start.AddMonths(2);
        if (area is null)
        {
            row.Break("planning_area", $"'{id}' is not in schools/planning-areas.csv");
            return null;
        }

        if (days <= 0 || dwellings < 0)
        {
            row.Break("to", "a site has dwellings, and ends after it begins");
            return null;
        }

        return known ? new DwellingSite(area.Index, dwellings / days) : null;
    }
}
