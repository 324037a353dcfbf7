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

    /// <summary>Names of those schemes, by which their openings are measured; empty for one that is not.</summary>
    public required string[] SchemeNames { get; init; }

    /// <summary>Academic years, meetings of the committee, and when places are settled.</summary>
    public required Supply.SupplyCalendar Calendar { get; init; }
}
