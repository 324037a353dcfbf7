using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>Who arrives on a day, from all streams; the draws of the streams are made in a block.</summary>
internal sealed class ArrivingToday
{
    private ArrivalDraws _draws = new([]);

    /// <summary>Appends the addresses of a day's arrivals.</summary>
    public void Draw(DrawKey key, in Today today, Arrivals[] streams, List<ulong> into)
    {
        if (_draws.Count != streams.Length)
        {
            _draws = new ArrivalDraws(streams);
        }

        ReadOnlySpan<RandomBlock> luck = _draws.On(key, today.Day);
        for (int i = 0; i < streams.Length; i++)
        {
            streams[i].On(key, today.Day, Rate(streams[i], today), luck[i], into);
        }
    }

    /// <summary>The rate of a stream on a day.</summary>
    public static double Rate(Arrivals stream, in Today today)
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
