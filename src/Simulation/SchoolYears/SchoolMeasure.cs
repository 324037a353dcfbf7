using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>One measure for Kent and for each of its parts: the districts, and where asked for the planning areas or groups.</summary>
internal sealed class SchoolMeasure
{
    /// <summary>The geography of the whole county.</summary>
    public const string Kent = "Kent";

    private readonly MeasureDefinition[] _definitions;
    private readonly long[] _numerators;
    private readonly long[] _denominators;

    private SchoolMeasure(string id, MeasureKind kind, string unit, string title, IEnumerable<string> geographies)
    {
        _definitions = [.. geographies.Select(geography => new MeasureDefinition(id, geography, kind, unit, title) { IsCensus = true })];
        _numerators = new long[_definitions.Length];
        _denominators = new long[_definitions.Length];
    }

    /// <summary>A count for Kent and its districts.</summary>
    public static SchoolMeasure Count(string id, string unit, string title, IReadOnlyList<string> districts) =>
        new(id, MeasureKind.Count, unit, title, [Kent, .. districts]);

    /// <summary>A percentage for Kent and its districts.</summary>
    public static SchoolMeasure Percentage(string id, string title, IReadOnlyList<string> districts) =>
        new(id, MeasureKind.Percentage, "%", title, [Kent, .. districts]);

    /// <summary>A count for parts of Kent only.</summary>
    public static SchoolMeasure CountOf(string id, string unit, string title, IEnumerable<string> parts) =>
        new(id, MeasureKind.Count, unit, title, parts);

    /// <summary>A percentage for parts of Kent only.</summary>
    public static SchoolMeasure PercentageOf(string id, string title, IEnumerable<string> parts) =>
        new(id, MeasureKind.Percentage, "%", title, parts);

    /// <summary>A count for Kent alone.</summary>
    public static SchoolMeasure Whole(string id, string unit, string title) => new(id, MeasureKind.Count, unit, title, [Kent]);

    /// <summary>A quotient for Kent alone, in the unit given.</summary>
    public static SchoolMeasure WholeRatio(string id, string unit, string title) => new(id, MeasureKind.Mean, unit, title, [Kent]);

    /// <summary>A percentage for Kent alone.</summary>
    public static SchoolMeasure WholePercentage(string id, string title) => new(id, MeasureKind.Percentage, "%", title, [Kent]);

    /// <summary>An amount in pence for Kent alone.</summary>
    public static SchoolMeasure Money(string id, string title) => new(id, MeasureKind.Money, "£", title, [Kent]);

    /// <summary>Starts a new date: nothing is counted.</summary>
    public void Clear()
    {
        Array.Clear(_numerators);
        Array.Clear(_denominators);
    }

    /// <summary>Adds to a part: 0 is the first geography.</summary>
    public void Add(int part, long numerator, long denominator = 0)
    {
        _numerators[part] += numerator;
        _denominators[part] += denominator;
    }

    /// <summary>Adds to a district and to Kent.</summary>
    public void AddToDistrict(int district, long numerator, long denominator = 0)
    {
        Add(0, numerator, denominator);
        Add(1 + district, numerator, denominator);
    }

    /// <summary>What was counted of a part.</summary>
    public (long Numerator, long Denominator) this[int part] => (_numerators[part], _denominators[part]);

    /// <summary>Writes the measure for each of its parts.</summary>
    public void Put(MeasureSink sink)
    {
        for (int part = 0; part < _definitions.Length; part++)
        {
            bool counts = _definitions[part].Kind is MeasureKind.Count or MeasureKind.Money;
            sink.Put(_definitions[part], _numerators[part], counts ? 1 : _denominators[part]);
        }
    }
}
