using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>
/// What children in care add to the rolls that the school years recorded, and take from them. Those who were in care on the first day are in the
/// rolls of that day where they are: so only the change since then counts.
/// </summary>
internal sealed class RollOverlay
{
    private readonly Estate _estate;
    private readonly int[] _roll;
    private readonly int[] _byYear;
    private readonly int[] _surplus;
    private readonly int[] _enough;
    private readonly int _areas;
    private readonly int _groups;
    private readonly long[] _change;
    private readonly long[] _atStart;

    /// <summary>Finds the measures of rolls among those of the school years.</summary>
    public RollOverlay(Estate estate, IReadOnlyList<MeasureDefinition> measures)
    {
        string[] phases = ["primary", "secondary"];
        _estate = estate;
        _roll = [.. phases.Select(phase => Find(measures, $"roll/{phase}"))];
        _surplus = [.. phases.Select(phase => Find(measures, $"surplus/{phase}"))];
        _enough = [.. phases.Select(phase => Find(measures, $"p-surplus/{phase}"))];
        _byYear = [.. Enumerable.Range(0, YearGroups.LastSecondary + 1).Select(year => Find(measures, $"roll/{RollMeasures.NameOf(year)}"))];
        _areas = Find(measures, "surplus/primary", _surplus[0] + KentMap.Districts + 1);
        _groups = Find(measures, "surplus/secondary", _surplus[1] + KentMap.Districts + 1);
        _change = new long[measures.Count];
        _atStart = new long[measures.Count];
    }

    /// <summary>Forgets what was counted.</summary>
    public void Clear() => Array.Clear(_change);

    /// <summary>Counts a child in care.</summary>
    public void Add(in Schooling at)
    {
        if (at.IsOfSchoolAge && at.Own != at.Now)
        {
            Add(at.Own, at.Year, -1);
            Add(at.Now, at.Year, 1);
        }
    }

    /// <summary>How things were at the start, where anything was.</summary>
    public RollChange[] Save() => [.. _atStart.Index().Where(change => change.Item != 0).Select(change => new RollChange(change.Index, change.Item))];

    /// <summary>Goes on from how things were at the start.</summary>
    public void Restore(RollChange[] atStart)
    {
        Array.Clear(_atStart);
        Array.ForEach(atStart, change => _atStart[change.Measure] = change.By);
    }

    /// <summary>What is counted now is how things were at the start.</summary>
    public void Start() => _change.CopyTo(_atStart, 0);

    /// <summary>Changes what the school years recorded on a date.</summary>
    /// <param name="values">Numerator and denominator of each measure.</param>
    /// <param name="target">The surplus that is enough, a share.</param>
    public void Apply(Span<long> values, double target)
    {
        for (int measure = 0; measure < _change.Length; measure++)
        {
            values[2 * measure] += _change[measure] - _atStart[measure];
        }

        for (int phase = 0; phase < _surplus.Length; phase++)
        {
            for (int part = 0; part <= KentMap.Districts; part++)
            {
                ReadOnlySpan<long> surplus = values.Slice(2 * (_surplus[phase] + part), 2);
                values[2 * (_enough[phase] + part)] = surplus[0] >= target * surplus[1] ? 1 : 0;
            }
        }
    }

    private void Add(int school, int year, int pupils)
    {
        if (school < 0)
        {
            return;
        }

        School at = _estate.Schools[school];
        int phase = year < YearGroups.FirstSecondary ? 0 : 1;
        AddToDistrict(_roll[phase], at.District, pupils);
        AddToDistrict(_byYear[year], at.District, pupils);
        AddToDistrict(_surplus[phase], at.District, -pupils);
        if (phase == 0 && _areas >= 0)
        {
            _change[_areas + at.Area] -= pupils;
        }
        else if (phase == 1 && _groups >= 0 && at.Group >= 0)
        {
            _change[_groups + at.Group] -= pupils;
        }
    }

    private void AddToDistrict(int measure, int district, int pupils)
    {
        _change[measure] += pupils;
        _change[measure + 1 + district] += pupils;
    }

    private static int Find(IReadOnlyList<MeasureDefinition> measures, string id, int from = 0)
    {
        while (from < measures.Count && measures[from].Id != id)
        {
            from++;
        }

        return from < measures.Count ? from : -1;
    }
}
