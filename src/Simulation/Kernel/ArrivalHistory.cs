using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Who comes straight into the county's days in one replication, by day: enquiring households, unaccompanied children, children of other
/// authorities. Arrivals look at rates alone, so scenarios with the same rates share one.
/// </summary>
internal sealed class ArrivalHistory
{
    private readonly ArrivalsAhead _ahead = new();
    private readonly ArrivalsByDay _byDay = new();
    private CountyParameters? _parameters;

    /// <summary>The addresses of those who arrive on a day.</summary>
    public ReadOnlySpan<ulong> On(int day) => _byDay.On(day);

    /// <summary>Draws the arrivals of every day after the first.</summary>
    public void Draw(CountyParameters parameters, DrawKey key, Arrivals[] streams)
    {
        int firstDay = -parameters.LeadInDays;
        _ahead.Clear();
        for (int day = firstDay + 1, last; day <= parameters.Horizon; day = last + 1)
        {
            int month = parameters.Start.AddDays(day).Month;
            int regime = parameters.RegimeOn(day);
            for (last = day; last < parameters.Horizon && parameters.RegimeOn(last + 1) == regime && parameters.Start.AddDays(last + 1).Month == month;)
            {
                last++;
            }

            var today = new Today(day, month, 0, parameters.Regimes[regime].Rates);
            foreach (Arrivals stream in streams)
            {
                _ahead.Draw(stream, key, day, last, ArrivingToday.Rate(stream, today));
            }
        }

        _byDay.Take(_ahead.Ids, firstDay, parameters.Horizon - firstDay + 1);
        _parameters = parameters;
    }

    /// <summary>Whether another scenario has the same arrivals.</summary>
    public bool IsOf(CountyParameters parameters) => _parameters is CountyParameters own
        && SharedReplication.HasSame(own, parameters, static rates => rates.Fostering)
        && SharedReplication.HasSame(own, parameters, static rates => rates.Unaccompanied)
        && SharedReplication.HasSame(own, parameters, static rates => rates.OtherAuthorities);

    /// <summary>The streams of those who come straight into the days; who comes to the front door is <see cref="FrontDoorLane"/>'s.</summary>
    public static IEnumerable<Arrivals> Streams(ArrivalReference reference)
    {
        for (int district = 0; district < KentMap.Districts; district++)
        {
            yield return new Arrivals(EntityKind.OtherAuthorityChild, district, reference.OtherAuthorities[district]);
            yield return new Arrivals(EntityKind.EnquiringHousehold, district, reference.Enquiries[district]);
        }

        yield return new Arrivals(EntityKind.UnaccompaniedChild, KentMap.Districts, reference.Unaccompanied);
    }
}
