namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// The applications of a round: for each applicant the schools named, best liked first, and the priority that each school gives it
/// (smaller is first; the applicant's address breaks what ties are left). Reused from round to round.
/// </summary>
public sealed class PreferenceLists
{
    /// <summary>Preferences that a list can hold.</summary>
    public const int Most = 6;

    private ulong[] _id = [];
    private byte[] _named = [];
    private ushort[] _school = [];
    private ulong[] _priority = [];

    /// <summary>Applicants.</summary>
    public int Count { get; private set; }

    /// <summary>Starts anew, with empty lists.</summary>
    public void Reset(int applicants)
    {
        Count = applicants;
        if (_id.Length < applicants)
        {
            int room = applicants + (applicants / 4);
            _id = new ulong[room];
            _named = new byte[room];
            _school = new ushort[room * Most];
            _priority = new ulong[room * Most];
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
        if (rank == Most)
        {
            throw new InvalidOperationException($"A list holds {Most} preferences.");
        }

        _school[(applicant * Most) + rank] = (ushort)school;
        _priority[(applicant * Most) + rank] = priority;
        _named[applicant]++;
    }

    /// <summary>The schools that an applicant named, best liked first.</summary>
    public ReadOnlySpan<ushort> Schools(int applicant) => _school.AsSpan(applicant * Most, _named[applicant]);

    /// <summary>The priorities that those schools give it.</summary>
    public ReadOnlySpan<ulong> Priorities(int applicant) => _priority.AsSpan(applicant * Most, _named[applicant]);
}
