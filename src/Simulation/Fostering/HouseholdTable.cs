namespace KentSufficiency.Simulation.Fostering;

/// <summary>The fostering households of one replication, from enquiry on, in one flat array.</summary>
public sealed class HouseholdTable
{
    private HouseholdState[] _households = new HouseholdState[4096];

    /// <summary>Households so far.</summary>
    public int Count { get; private set; }

    /// <summary>A household by slot.</summary>
    public ref HouseholdState this[int slot] => ref _households[slot];

    /// <summary>Forgets every household.</summary>
    public void Reset() => Count = 0;

    /// <summary>Becomes a copy of another table.</summary>
    public void CopyFrom(HouseholdTable other)
    {
        if (_households.Length < other.Count)
        {
            _households = new HouseholdState[other._households.Length];
        }

        Array.Copy(other._households, _households, other.Count);
        Count = other.Count;
    }

    /// <summary>Takes a slot for a household.</summary>
    public int Add(ulong id, int district)
    {
        if (Count == _households.Length)
        {
            Array.Resize(ref _households, 2 * Count);
        }

        _households[Count] = Unknown(id, district);
        return Count++;
    }

    /// <summary>A household of which nothing is known yet but the address.</summary>
    public static HouseholdState Unknown(ulong id, int district)
    {
        const int never = County.ChildState.Never;
        return new HouseholdState
        {
            Id = id,
            District = (byte)district,
            Home = County.ChildState.NoHome,
            NextDay = never,
            PhaseEndDay = never,
            ExitDay = never,
            ReviewDay = never,
            LeaveDay = never,
            LeaveEndDay = never,
            BreakDay = never,
        };
    }
}
