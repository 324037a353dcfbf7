namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// The applications of a round: for each applicant the schools named, best liked first, and the priority that each school gives it
/// (smaller is first; the applicant's address breaks what ties are left). Reused from round to round.
/// </summary>
public sealed class PreferenceLists
{
    /// <summary>Preferences that a list can hold.</summary>
    public const int Most = 6;

    private int _longest;
    private ulong[] _id = [];
    private byte[] _named = [];
    private ushort[] _school = [];
    private ulong[] _priority = [];

    /// <summary>Applicants.</summary>
    public int Count { get; private set; }

    /// <summary>Starts anew, with empty lists.</summary>
    /// <param name="applicants">Applicants.</param>
    /// <param name="longest">Preferences that each may name; at most <see cref="Most"/>.</param>
    public void Reset(int applicants, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(longest, Most);
        (Count, _longest) = (applicants, longest);
        if (_id.Length < applicants)
        {
            int room = applicants + (applicants / 4);
            (_id, _named) = (new ulong[room], new byte[room]);
        }

        if (_school.Length < applicants * longest)
        {
            int room = (applicants + (applicants / 4)) * longest;
            (_school, _priority) = (new ushort[room], new ulong[room]);
        }

        _named.AsSpan(0, applicants).Clear();
    }

    /// <summary>An applicant's address.</summary>
    public ref ulong Id(int applicant) => ref _id[applicant];

    /// <summary>Appends a preference.</summary>
    /// <exception cref="InvalidOperationException">The list is full.</exception>
    public void Add(int applicant, int school, ulong priority)
    {
        int rank = _named[applicant];
        if (rank >= _longest)
        {
            throw new InvalidOperationException($"A list holds {_longest} preferences.");
        }

        int at = (applicant * _longest) + rank;
        (_school[at], _priority[at]) = ((ushort)school, priority);
        _named[applicant] = (byte)(rank + 1);
    }

    /// <summary>Room for the schools of an applicant, best liked first, to be closed when filled.</summary>
    internal Span<ushort> RoomForSchools(int applicant) => _school.AsSpan(applicant * _longest, _longest);

    /// <summary>Room for the priorities that those schools give it.</summary>
    internal Span<ulong> RoomForPriorities(int applicant) => _priority.AsSpan(applicant * _longest, _longest);

    /// <summary>Ends an applicant's list: of the schools in its room, it names the first.</summary>
    internal void Close(int applicant, ulong id, int named)
    {
        _id[applicant] = id;
        _named[applicant] = (byte)named;
    }

    /// <summary>The schools that an applicant named, best liked first.</summary>
    public ReadOnlySpan<ushort> Schools(int applicant) => _school.AsSpan(applicant * _longest, _named[applicant]);

    /// <summary>The priorities that those schools give it.</summary>
    public ReadOnlySpan<ulong> Priorities(int applicant) => _priority.AsSpan(applicant * _longest, _named[applicant]);
}
