namespace KentSufficiency.Simulation.Send;

/// <summary>Happenings of a team since the start.</summary>
public enum SendCount
{
    /// <summary>Requests that were open on the start.</summary>
    OpenAtStart,

    /// <summary>Requests made.</summary>
    Asked,

    /// <summary>Requests after which the child is not assessed.</summary>
    Refused,

    /// <summary>Assessments without a plan.</summary>
    NoPlan,

    /// <summary>Requests of children who moved away.</summary>
    Withdrawn,

    /// <summary>Plans issued.</summary>
    Issued,

    /// <summary>Of those, within the limit.</summary>
    InTime,

    /// <summary>Annual reviews that fell due.</summary>
    ReviewsDue,

    /// <summary>Annual reviews that were done.</summary>
    ReviewsDone,

    /// <summary>Plans that ceased, those of who moved away included.</summary>
    Ceased,
}

/// <summary>Counts by team since the start, and the plans of the last 365 days by district.</summary>
public sealed class SendCounts
{
    private const int Kinds = 10;
    private const int Window = 365;
    private const int Districts = 12;
    private readonly long[] _counts = new long[Kinds * SendTeams.Count];
    private readonly int[] _issued = new int[Window * Districts];
    private readonly int[] _inTime = new int[Window * Districts];
    private readonly int[] _issuedYear = new int[Districts];
    private readonly int[] _inTimeYear = new int[Districts];
    private int _today;

    /// <summary>A count of a team.</summary>
    public long this[SendCount kind, int team] => _counts[((int)kind * SendTeams.Count) + team];

    /// <summary>A count of all teams.</summary>
    public long Total(SendCount kind)
    {
        long sum = 0;
        for (int team = 0; team < SendTeams.Count; team++)
        {
            sum += this[kind, team];
        }

        return sum;
    }

    /// <summary>Plans issued in the 365 days to today, and how many of them in time: the two integers of <c>send11</c> of a district.</summary>
    public (int InTime, int Issued) Year(int district) => (_inTimeYear[district], _issuedYear[district]);

    /// <summary>Starts anew, as if the plans of the year before had been issued evenly over it.</summary>
    public void Begin(SendStart start)
    {
        Array.Clear(_counts);
        _today = 0;
        for (int district = 0; district < Districts; district++)
        {
            Spread(start.Issued[district], district, _issued);
            Spread(start.InTime[district], district, _inTime);
            _issuedYear[district] = start.Issued[district];
            _inTimeYear[district] = start.InTime[district];
        }
    }

    /// <summary>Forgets what is a year old.</summary>
    public void BeginDay(int day)
    {
        while (_today < day)
        {
            _today++;
            int row = Row(_today);
            for (int district = 0; district < Districts; district++)
            {
                _issuedYear[district] -= _issued[row + district];
                _inTimeYear[district] -= _inTime[row + district];
                _issued[row + district] = 0;
                _inTime[row + district] = 0;
            }
        }
    }

    /// <summary>Counts something.</summary>
    public void Add(SendCount kind, int team, long n = 1) => _counts[((int)kind * SendTeams.Count) + team] += n;

    /// <summary>Counts a plan issued today.</summary>
    public void AddIssued(int team, int district, bool inTime)
    {
        Add(SendCount.Issued, team);
        int at = Row(_today) + district;
        _issued[at]++;
        _issuedYear[district]++;
        if (inTime)
        {
            Add(SendCount.InTime, team);
            _inTime[at]++;
            _inTimeYear[district]++;
        }
    }

    /// <summary>Becomes a copy.</summary>
    public void CopyFrom(SendCounts other)
    {
        other._counts.CopyTo(_counts, 0);
        other._issued.CopyTo(_issued, 0);
        other._inTime.CopyTo(_inTime, 0);
        other._issuedYear.CopyTo(_issuedYear, 0);
        other._inTimeYear.CopyTo(_inTimeYear, 0);
        _today = other._today;
    }

    private static int Row(int day) => day % Window * Districts;

    // Row 0 is day 0 itself and the rows after it are the days of the year before, oldest first.
    private static void Spread(int total, int district, int[] rows)
    {
        for (int i = 0; i < Window; i++)
        {
            rows[(i * Districts) + district] = (int)(((i + 1L) * total / Window) - ((long)i * total / Window));
        }
    }
}
