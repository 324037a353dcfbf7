namespace KentSufficiency.Simulation.Measures;

/// <summary>
/// Receives measures in a fixed order. On its first pass it collects their definitions, on every later pass their values, so that a measure
/// is named and computed in one place.
/// </summary>
internal sealed class MeasureSink
{
    private readonly List<MeasureDefinition> _definitions = [];
    private long[] _values = [];
    private int _next;
    private bool _defined;

    /// <summary>Whether this is the first pass.</summary>
    public bool IsDefining => !_defined;

    /// <summary>The measures, once the first pass is done.</summary>
    public IReadOnlyList<MeasureDefinition> Definitions => _definitions;

    /// <summary>The values of the pass so far: numerator and denominator of each measure.</summary>
    public ReadOnlySpan<long> Values => _values.AsSpan(0, _next);

    /// <summary>Puts a count, or a share or mean with its denominator.</summary>
    public void Put(MeasureDefinition measure, long numerator, long denominator = 1)
    {
        if (!_defined)
        {
            _definitions.Add(measure);
            return;
        }

        _values[_next++] = numerator;
        _values[_next++] = denominator;
    }

    /// <summary>Puts a group of counts.</summary>
    public void Put(MeasureDefinition[] measures, ReadOnlySpan<int> values)
    {
        for (int i = 0; i < measures.Length; i++)
        {
            Put(measures[i], values[i]);
        }
    }

    /// <summary>Ends a pass.</summary>
    public void End()
    {
        if (!_defined)
        {
            _defined = true;
            _values = new long[2 * _definitions.Count];
        }

        _next = 0;
    }
}
