using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>Who arrives on a day, from all streams; the draws of the streams are made in a block.</summary>
internal sealed class ArrivingToday
{
    private ulong[] _addresses = [];
    private ulong[] _ordinals = [];
    private RandomBlock[] _luck = [];

    /// <summary>Appends the addresses of a day's arrivals.</summary>
    public void Draw(DrawKey key, in Today today, Arrivals[] streams, List<ulong> into)
    {
        if (_addresses.Length != streams.Length)
        {
            _addresses = [.. streams.Select(stream => stream.Address)];
            _ordinals = new ulong[streams.Length];
            _luck = new RandomBlock[streams.Length];
        }

        Array.Fill(_ordinals, Arrivals.Ordinal(today.Day, 0));
        Philox4x32.Fill(key, _addresses, (ushort)Process.Arrivals, _ordinals, _luck);
        for (int i = 0; i < streams.Length; i++)
        {
            streams[i].On(key, today.Day, Rate(streams[i], today), _luck[i], into);
        }
    }

    private static double Rate(Arrivals stream, in Today today)
    {
        CountyRates rates = today.Rates;
        int month = today.Month - 1;
        return stream.Kind switch
        {
            EntityKind.ReferredChild => rates.FrontDoor.ReferralsPerDay[stream.District],
            EntityKind.EarlyHelpChild => rates.FrontDoor.EarlyHelpPerDay[stream.District],
            EntityKind.OtherAuthorityChild => rates.OtherAuthorities.RequestsPerDay[stream.District],
            EntityKind.EnquiringHousehold => rates.Fostering.EnquiriesPerDay[stream.District] * rates.Fostering.EnquirySeason[month],
            _ => rates.Unaccompanied.ArrivalsPerDay * rates.Unaccompanied.Season[month],
        };
    }
}
