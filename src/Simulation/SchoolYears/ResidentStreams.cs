using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Who is born or moves in on a day, from all streams; the draws of the streams are made in a block.</summary>
internal sealed class ResidentStreams
{
    private readonly Arrivals[] _streams;
    private readonly int[] _siteAreas;
    private readonly ArrivalDraws _draws;
    private readonly List<ulong> _ids = new(512);

    /// <summary>Creates the streams of a reference.</summary>
    public ResidentStreams(ResidentReference reference)
    {
        var streams = new List<Arrivals>();
        for (int district = 0; district < KentMap.Districts; district++)
        {
            streams.Add(new Arrivals(EntityKind.BornResident, district, reference.Births[district]));
            streams.Add(new Arrivals(EntityKind.LondonMigrant, district, reference.London[district]));
            streams.Add(new Arrivals(EntityKind.HomeMigrant, district, reference.Home[district]));
            streams.Add(new Arrivals(EntityKind.ForeignMigrant, district, reference.Abroad[district]));
            streams.Add(new Arrivals(EntityKind.RefugeeChild, district, reference.Refugees[district]));
            streams.Add(new Arrivals(EntityKind.DwellingChild, district, reference.Dwellings[district]));
        }

        _siteAreas = reference.SiteAreas;
        for (int site = 0; site < _siteAreas.Length; site++)
        {
            streams.Add(new Arrivals(EntityKind.SiteChild, site, reference.Sites[site]));
        }

        _streams = [.. streams];
        _draws = new ArrivalDraws(_streams);
    }

    /// <summary>The addresses of those who come on a day, and nobody else; valid until the next day is asked for.</summary>
    public List<ulong> On(DrawKey key, int day, int month, ResidentRates rates)
    {
        _ids.Clear();
        ReadOnlySpan<RandomBlock> luck = _draws.On(key, day);
        double season = rates.Season[month - 1];
        for (int i = 0; i < _streams.Length; i++)
        {
            _streams[i].On(key, day, Rate(_streams[i], season, rates), luck[i], _ids);
        }

        return _ids;
    }

    /// <summary>The district and, of a named site, the planning area (else -1) of an address.</summary>
    public (int District, int Area) PlaceOf(ulong id, Schools.Estate estate)
    {
        if (EntityId.Kind(id) != EntityKind.SiteChild)
        {
            return (EntityId.District(id), -1);
        }

        int area = _siteAreas[EntityId.District(id)];
        return (estate.Areas[area].District, area);
    }

    private static double Rate(Arrivals stream, double season, ResidentRates rates) => stream.Kind switch
    {
        EntityKind.BornResident => rates.BirthsPerDay[stream.District],
        EntityKind.LondonMigrant => rates.LondonPerDay[stream.District] * season,
        EntityKind.HomeMigrant => rates.HomePerDay[stream.District] * season,
        EntityKind.ForeignMigrant => rates.AbroadPerDay[stream.District] * season,
        EntityKind.RefugeeChild => rates.RefugeesPerDay[stream.District],
        EntityKind.DwellingChild => rates.DwellingsPerDay[stream.District],
        _ => rates.SitesPerDay[stream.District],
    };
}
