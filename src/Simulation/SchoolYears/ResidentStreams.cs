using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Who is born or moves in on a day, from all streams. Drawn ahead to the end of the month, and anew where a replication or other rates begin.</summary>
internal sealed class ResidentStreams
{
    private readonly Arrivals[] _streams;
    private readonly int[] _siteAreas;
    private readonly ArrivalsAhead _ahead = new();
    private readonly ArrivalsByDay _byDay = new();
    private (DrawKey Key, ResidentRates? Rates) _of;
    private int _firstDay;
    private int _lastDay = int.MinValue;

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
    }

    /// <summary>The addresses of those who come on a day, by stream; valid until the next day is asked for.</summary>
    public ReadOnlySpan<ulong> On(DrawKey key, int day, DateOnly date, ResidentRates rates)
    {
        if (day < _firstDay || day > _lastDay || _of != (key, rates))
        {
            Draw(key, day, date, rates);
        }

        return _byDay.On(day);
    }

    /// <summary>Begins a replication: nobody is drawn.</summary>
    public void Reset() => _lastDay = int.MinValue;

    private void Draw(DrawKey key, int day, DateOnly date, ResidentRates rates)
    {
        _of = (key, rates);
        (_firstDay, _lastDay) = (day, day + DateTime.DaysInMonth(date.Year, date.Month) - date.Day);
        double season = rates.Season[date.Month - 1];
        _ahead.Clear();
        foreach (Arrivals stream in _streams)
        {
            _ahead.Draw(stream, key, _firstDay, _lastDay, Rate(stream, season, rates));
        }

        _byDay.Take(_ahead.Ids, _firstDay, _lastDay - _firstDay + 1);
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
