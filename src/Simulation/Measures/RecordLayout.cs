namespace KentSufficiency.Simulation.Measures;

/// <summary>
/// Where the values of a replication lie in its record: date after date, on each date measure after measure, of each measure its numerator and
/// then its denominator. Measures that are recorded on census dates only come last in the list of measures and take no room on the other dates,
/// so what is recorded on a date is always the beginning of the list. Immutable; equal where the records are.
/// </summary>
public sealed class RecordLayout : IEquatable<RecordLayout>
{
    private readonly int[] _offsets;
    private readonly int[] _dates;
    private readonly int[] _censusDates;

    /// <summary>Creates a layout.</summary>
    /// <param name="monthlyMeasures">How many measures are recorded on every record date.</param>
    /// <param name="censusMeasures">How many are recorded on census dates only; they come last.</param>
    /// <param name="census">
    /// For each record date whether it is a census date. The first and the last must be where there are census measures, since a run is told
    /// from its start to its horizon; where there are none it does not matter.
    /// </param>
    public RecordLayout(int monthlyMeasures, int censusMeasures, ReadOnlySpan<bool> census)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(monthlyMeasures);
        ArgumentOutOfRangeException.ThrowIfNegative(censusMeasures);
        if (censusMeasures > 0 && (census.IsEmpty || !census[0] || !census[^1]))
        {
            throw new ArgumentException("The first and the last record date must be census dates.", nameof(census));
        }

        MonthlyMeasures = monthlyMeasures;
        CensusMeasures = censusMeasures;
        _dates = [.. Enumerable.Range(0, census.Length)];
        _censusDates = censusMeasures == 0 ? [] : CensusDatesOf(census);
        _offsets = new int[census.Length + 1];
        for (int date = 0; date < census.Length; date++)
        {
            _offsets[date + 1] = checked(_offsets[date] + (2 * (monthlyMeasures + (census[date] ? censusMeasures : 0))));
        }
    }

    /// <summary>Measures recorded on every record date.</summary>
    public int MonthlyMeasures { get; }

    /// <summary>Measures recorded on census dates only.</summary>
    public int CensusMeasures { get; }

    /// <summary>All measures.</summary>
    public int Measures => MonthlyMeasures + CensusMeasures;

    /// <summary>Record dates.</summary>
    public int Dates => _dates.Length;

    /// <summary>Integers in the record of a replication.</summary>
    public int Length => _offsets[^1];

    /// <summary>The layout of the results of an engine.</summary>
    /// <param name="measures">Its measures in their order.</param>
    /// <param name="census">For each record date whether it is a census date.</param>
    /// <exception cref="ArgumentException">A measure of every month comes after one of census dates.</exception>
    public static RecordLayout Of(IReadOnlyList<MeasureDefinition> measures, ReadOnlySpan<bool> census)
    {
        int monthly = 0;
        while (monthly < measures.Count && !measures[monthly].IsCensus)
        {
            monthly++;
        }

        if (measures.Skip(monthly).FirstOrDefault(measure => !measure.IsCensus) is MeasureDefinition late)
        {
            throw new ArgumentException($"{late.Id} ({late.Geography}) comes after a measure of census dates.", nameof(measures));
        }

        return new RecordLayout(monthly, measures.Count - monthly, census);
    }

    /// <summary>The indices of the dates on which all measures are recorded, ascending; none where there are no census measures.</summary>
    public ReadOnlySpan<int> CensusDates => _censusDates;

    /// <summary>Where a date begins in the record. The number of dates may be given, too: what has it as its end is the whole record.</summary>
    public int Offset(int date) => _offsets[date];

    /// <summary>Integers recorded on a date.</summary>
    public int Width(int date) => _offsets[date + 1] - _offsets[date];

    /// <summary>How many measures are recorded on a date: so many from the first.</summary>
    public int MeasuresOn(int date) => Width(date) / 2;

    /// <summary>Where the numerator of a measure on a date lies, its denominator next to it; -1 where the measure is not recorded on the date.</summary>
    public int Offset(int date, int measure) => measure < MeasuresOn(date) ? _offsets[date] + (2 * measure) : -1;

    /// <summary>Whether census measures are recorded on a date.</summary>
    public bool IsCensus(int date) => Array.BinarySearch(_censusDates, date) >= 0;

    /// <summary>The indices of the dates on which a measure is recorded, ascending.</summary>
    public ReadOnlySpan<int> DatesOf(int measure) => measure < MonthlyMeasures ? _dates : _censusDates;

    /// <summary>What a record holds of a date.</summary>
    public Span<long> On(int date, Span<long> record) => record.Slice(_offsets[date], Width(date));

    /// <inheritdoc/>
    public bool Equals(RecordLayout? other) => other is not null
        && MonthlyMeasures == other.MonthlyMeasures
        && CensusMeasures == other.CensusMeasures
        && Dates == other.Dates
        && _censusDates.AsSpan().SequenceEqual(other._censusDates);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecordLayout);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MonthlyMeasures, CensusMeasures, Dates, Length);

    private static int[] CensusDatesOf(ReadOnlySpan<bool> census)
    {
        var dates = new List<int>();
        for (int date = 0; date < census.Length; date++)
        {
            if (census[date])
            {
                dates.Add(date);
            }
        }

        return [.. dates];
    }
}
