using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Measures;

/// <summary>
/// Children looked after on a date by home district, and how many of them wait or live far away. Children of other authorities are left
/// out, so those who wait may be fewer in all districts together than in Kent's central queue.
/// </summary>
internal sealed class DistrictMeasures(IReadOnlyList<string> districts)
{
    private readonly MeasureDefinition[] _cla = Define(districts, "cla", "Children looked after");
    private readonly MeasureDefinition[] _waiting = Define(districts, "waiting", "Children who wait for a home or a better one");
    private readonly MeasureDefinition[] _far = Define(districts, "placed-over-20-miles-count", "Children placed over 20 miles from home");
    private readonly MeasureDefinition[] _outside = Define(districts, "placed-out-of-county-count", "Children placed outside Kent");
    private readonly int[] _claCounts = new int[districts.Count];
    private readonly int[] _waitingCounts = new int[districts.Count];
    private readonly int[] _farCounts = new int[districts.Count];
    private readonly int[] _outsideCounts = new int[districts.Count];

    /// <summary>Starts a new date.</summary>
    public void Clear()
    {
        Array.Clear(_claCounts);
        Array.Clear(_waitingCounts);
        Array.Clear(_farCounts);
        Array.Clear(_outsideCounts);
    }

    /// <summary>Counts one child who is looked after.</summary>
    public void Add(in ChildState child)
    {
        int district = child.District;
        _claCounts[district]++;
        _waitingCounts[district] += child.RequestDay != ChildState.Never ? 1 : 0;
        _farCounts[district] += child.Is(ChildFacts.Over20Miles) ? 1 : 0;
        _outsideCounts[district] += child.Is(ChildFacts.OutOfCounty) ? 1 : 0;
    }

    /// <summary>Writes the measures.</summary>
    public void Put(MeasureSink sink)
    {
        sink.Put(_cla, _claCounts);
        sink.Put(_waiting, _waitingCounts);
        sink.Put(_far, _farCounts);
        sink.Put(_outside, _outsideCounts);
    }

    private static MeasureDefinition[] Define(IReadOnlyList<string> districts, string id, string title) =>
        [.. districts.Select(district => new MeasureDefinition(id, district, MeasureKind.Count, "children", title))];
}
