using System.Runtime.InteropServices;
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
    private readonly ArrivingToday _arriving = new();
    private readonly List<ulong> _ids = new(32 * 1024);
    private int[] _ends = [];
    private int _firstDay;
    private CountyParameters? _parameters;

    /// <summary>The addresses of those who arrive on a day.</summary>
    public ReadOnlySpan<ulong> On(int day)
    {
        int at = day - _firstDay;
        return CollectionsMarshal.AsSpan(_ids)[(at == 0 ? 0 : _ends[at - 1]).._ends[at]];
    }

    /// <summary>Draws the arrivals of every day after the first.</summary>
    public void Draw(CountyParameters parameters, DrawKey key, Arrivals[] streams)
    {
        _firstDay = -parameters.LeadInDays;
        int days = parameters.Horizon - _firstDay + 1;
        if (_ends.Length != days)
        {
            _ends = new int[days];
        }

        _ids.Clear();
        for (int day = _firstDay + 1; day <= parameters.Horizon; day++)
        {
            int month = parameters.Start.AddDays(day).Month;
            _arriving.Draw(key, new Today(day, month, 0, parameters.RatesOn(day)), streams, _ids);
            _ends[day - _firstDay] = _ids.Count;
        }

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
