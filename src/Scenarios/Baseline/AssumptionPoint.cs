namespace KentSufficiency.Scenarios.Baseline;

/// <summary>
/// Values of some assumptions, in their units; all others keep the values of the data. Levers act on them. What is compiled of a point is kept with it,
/// and used again by the points beside it as far as they agree. Belongs to one thread.
/// </summary>
/// <param name="values">The values, by the id of the assumption.</param>
/// <param name="beside">
/// A point that gives values to the same assumptions, of which few differ: compiling this one then costs little, and engines see what both have in common.
/// Null for none.
/// </param>
public sealed class AssumptionPoint(IReadOnlyDictionary<string, double> values, AssumptionPoint? beside = null)
{
    private AssumptionPoint? _beside = beside;
    private StartingCounty? _county;
    private AssumptionVector? _vector;

    /// <summary>The values, by the id of the assumption.</summary>
    public IReadOnlyDictionary<string, double> Values { get; } = values;

    /// <summary>The vector of a county that has these values.</summary>
    internal AssumptionVector Of(StartingCounty county)
    {
        if (_vector is null || _county != county)
        {
            // The book of the values of the data lives as long as the program: a point must not make it grow.
            AssumptionVector? near = _beside?._county == county ? _beside._vector : null;
            (_county, _vector) = (county, near is null ? county.Central.With(Values, new LawBook()) : near.With(Changes(), near.Laws));
            _beside = null; // So that a long row of points does not stay in memory.
        }

        return _vector;
    }

    private Dictionary<string, double> Changes() =>
        new(Values.Where(value => !_beside!.Values.TryGetValue(value.Key, out double before) || before != value.Value));
}
