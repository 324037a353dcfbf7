using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>Who comes to one district, day by day: the same addresses as in the kernel. Not thread-safe.</summary>
public sealed class Arriving
{
    /// <summary>Wards by which arrivals are addressed: the 12 districts, and the coast at which unaccompanied children arrive.</summary>
    public const int Wards = KentMap.Districts + 1;

    private readonly ArrivingToday _today = new();
    private readonly Arrivals[] _streams;
    private readonly DrawKey _key;
    private readonly List<ulong> _ids = [];

    /// <summary>Prepares the arrivals of a ward.</summary>
    /// <param name="reference">The widths of the layers.</param>
    /// <param name="key">Seed and replication.</param>
    /// <param name="ward">A district, 0 to 11, or 12 for the coast.</param>
    public Arriving(ArrivalReference reference, DrawKey key, int ward)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ward, (uint)Wards);
        _key = key;
        _streams = ward == KentMap.Districts
            ? [new Arrivals(EntityKind.UnaccompaniedChild, ward, reference.Unaccompanied)]
            :
            [
                new Arrivals(EntityKind.ReferredChild, ward, reference.Referrals[ward]),
                new Arrivals(EntityKind.EarlyHelpChild, ward, reference.EarlyHelp[ward]),
                new Arrivals(EntityKind.OtherAuthorityChild, ward, reference.OtherAuthorities[ward]),
                new Arrivals(EntityKind.EnquiringHousehold, ward, reference.Enquiries[ward]),
            ];
    }

    /// <summary>The addresses of those who arrive on a day; overwritten by the next call.</summary>
    public IReadOnlyList<ulong> On(in Today today)
    {
        _ids.Clear();
        _today.Draw(_key, today, _streams, _ids);
        return _ids;
    }

    /// <summary>The ward that an entity belongs to all its life.</summary>
    public static int WardOf(ulong id) => Math.Min(EntityId.District(id), Wards - 1);
}
