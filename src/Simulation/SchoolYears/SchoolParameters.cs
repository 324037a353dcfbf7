using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Reference rates of those who come, a day: the widths of the layers (see <see cref="County.Arrivals"/>); the same in every scenario.</summary>
/// <param name="Births">Births by district.</param>
/// <param name="London">From London, by district.</param>
/// <param name="Home">From elsewhere in the country, by district.</param>
/// <param name="Abroad">From abroad, by district.</param>
/// <param name="Refugees">Resettled, by district.</param>
/// <param name="Dwellings">With new dwellings, by district.</param>
/// <param name="Sites">With the dwellings of named sites, by site.</param>
/// <param name="SiteAreas">Planning areas of the sites.</param>
public sealed record ResidentReference(
    double[] Births, double[] London, double[] Home, double[] Abroad, double[] Refugees, double[] Dwellings, double[] Sites, int[] SiteAreas);

/// <summary>A scheme whose opening is measured by name.</summary>
/// <param name="Name">Its name in the measure's id.</param>
/// <param name="School">Its school, by index.</param>
/// <param name="Scheme">Its place among the schemes of the scenario; -1 where the scenario does not have it, so that it never opens.</param>
public readonly record struct NamedScheme(string Name, int School, int Scheme);

/// <summary>What the school years of every replication start from, compiled: no file, no text, no chance. Immutable and shared.</summary>
public sealed class SchoolParameters
{
    /// <summary>Schools, planning areas and groups.</summary>
    public required Estate Estate { get; init; }

    /// <summary>The children who live in Kent on the start, sorted by cohort; the same in every replication.</summary>
    public required ResidentState[] Residents { get; init; }

    /// <summary>Reference rates of arrivals.</summary>
    public required ResidentReference Reference { get; init; }

    /// <summary>Expansions, openings and closures, those of the baseline first.</summary>
    public required Supply.Scheme[] Schemes { get; init; }

    /// <summary>The schemes whose openings are measured by name: those of the baseline, the same in all scenarios that are compared with it.</summary>
    public required NamedScheme[] Named { get; init; }

    /// <summary>Academic years, meetings of the committee, and when places are settled.</summary>
    public required Supply.SupplyCalendar Calendar { get; init; }
}
