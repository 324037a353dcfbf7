using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Send;

/// <summary>Adds up what placements and transport cost, day by day. Whole pence; nothing asks it but the ledger.</summary>
public sealed class SendCosts
{
    /// <summary>Four years have 1,461 days.</summary>
    private const long FourYears = 1461;

    // Pence a year x days, so that no day is rounded.
    private long _local;
    private long _external;
    private long _transport;

    /// <summary>Pence for special schools of Kent, resource provisions, and support in mainstream schools and colleges, since the start.</summary>
    public long Local => Pence(_local);

    /// <summary>Pence for places in independent special schools and those of other authorities, since the start.</summary>
    public long External => Pence(_external);

    /// <summary>Pence for transport since the start.</summary>
    public long Transport => Pence(_transport);

    /// <summary>Forgets all.</summary>
    public void Clear() => _local = _external = _transport = 0;

    /// <summary>Adds a day.</summary>
    /// <param name="plans">Plans by setting.</param>
    /// <param name="prices">Prices of the day.</param>
    public void AddDay(ReadOnlySpan<int> plans, SendPrices prices)
    {
        for (int setting = 0; setting < plans.Length; setting++)
        {
            long place = plans[setting] * prices.Place[setting];
            _transport += plans[setting] * prices.Transport[setting];
            if (setting == (int)Setting.ExternalSpecial)
            {
                _external += place;
            }
            else
            {
                _local += place;
            }
        }
    }

    /// <summary>Becomes a copy.</summary>
    public void CopyFrom(SendCosts other) => (_local, _external, _transport) = (other._local, other._external, other._transport);

    private static long Pence(long yearDays) => yearDays * 4 / FourYears;
}
