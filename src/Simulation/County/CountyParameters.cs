using KentSufficiency.Simulation.Money;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Simulation.County;

/// <summary>A stretch of days with one set of rates.</summary>
/// <param name="FromDay">First day.</param>
/// <param name="Rates">Rates in force.</param>
public sealed record Regime(int FromDay, CountyRates Rates);

/// <summary>Reference rates of arrivals, a day, by district: the widths of the layers (see <see cref="Arrivals"/>).</summary>
/// <param name="Referrals">New children referred.</param>
/// <param name="EarlyHelp">New children notified to early help.</param>
/// <param name="OtherAuthorities">Requests of other authorities.</param>
/// <param name="Enquiries">Enquiries about fostering.</param>
/// <param name="Unaccompanied">Arrivals at Dover, whole county.</param>
public sealed record ArrivalReference(double[] Referrals, double[] EarlyHelp, double[] OtherAuthorities, double[] Enquiries, double Unaccompanied);

/// <summary>Everything a run starts from, compiled: no file, no text, no chance.</summary>
public sealed class CountyParameters
{
    /// <summary>Day 0.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Days simulated before day 0, so that flows of the preceding 12 months and matched homes exist on day 0.</summary>
    public required int LeadInDays { get; init; }

    /// <summary>Record days in ascending order; the first is 0 unless only the horizon is recorded.</summary>
    public required int[] RecordDays { get; init; }

    /// <summary>Days before day 0 on which flows are noted for the 12-month windows; ascending.</summary>
    public required int[] LeadInNoteDays { get; init; }

    /// <summary>Record dates back to which a window of 12 months reaches; 0 means: everything since day 0.</summary>
    public required int WindowRecords { get; init; }

    /// <summary>Regimes in order; the first covers the lead-in.</summary>
    public required Regime[] Regimes { get; init; }

    /// <summary>Reference rates.</summary>
    public required ArrivalReference Reference { get; init; }

    /// <summary>Pools of homes.</summary>
    public required PoolSize[] Pools { get; init; }

    /// <summary>The initial stock.</summary>
    public required InitialStock Stock { get; init; }

    /// <summary>Residents aged 0 to 17.</summary>
    public required int Under18 { get; init; }

    /// <summary>Share of requests met suitably that counts as sufficient.</summary>
    public required double SufficientShare { get; init; }

    /// <summary>What the scenario costs by itself.</summary>
    public Charge[] Charges { get; init; } = [];

    /// <summary>Names of the districts.</summary>
    public required string[] Districts { get; init; }

    /// <summary>Schools and resident children on the start; null where the school side is left out.</summary>
    public SchoolParameters? Schools { get; init; }

    /// <summary>
    /// For each record day whether it is a census date, on which schools are counted: day 0, the last record day of each January, and the horizon.
    /// </summary>
    public bool[] CensusRecords => [.. RecordDays.Select((day, record) => day == 0 || record == RecordDays.Length - 1 || EndsJanuary(record))];

    /// <summary>How many record days there are up to a given day, itself included.</summary>
    public int RecordsUntil(int lastDay) => RecordDays.Count(day => day <= lastDay);

    /// <summary>All days at whose end flows are noted, ascending: those of the lead-in, then the record days.</summary>
    public int[] NoteDays => [.. LeadInNoteDays, .. RecordDays];

    /// <summary>The days up to a given one at whose end flows are noted, and that day itself.</summary>
    public int[] NotesUntil(int lastDay) => lastDay >= Horizon ? NoteDays : [.. NoteDays.Where(day => day < lastDay), lastDay];

    /// <summary>The last day.</summary>
    public int Horizon => RecordDays[^1];

    /// <summary>The rates in force on a day.</summary>
    public CountyRates RatesOn(int day) => Regimes[RegimeOn(day)].Rates;

    /// <summary>The number of the regime in force on a day.</summary>
    internal int RegimeOn(int day)
    {
        int regime = Regimes.Length - 1;
        while (Regimes[regime].FromDay > day)
        {
            regime--;
        }

        return regime;
    }

    /// <summary>
    /// Whether an engine made for other parameters can run these: same dates, same districts, the very same arrival layers. Rates, pools
    /// and the initial stock may differ.
    /// </summary>
    public bool HasShapeOf(CountyParameters other) => ReferenceEquals(this, other)
        || (Start == other.Start
            && LeadInDays == other.LeadInDays
            && WindowRecords == other.WindowRecords
            && ReferenceEquals(Reference, other.Reference)
            && RecordDays.AsSpan().SequenceEqual(other.RecordDays)
            && LeadInNoteDays.AsSpan().SequenceEqual(other.LeadInNoteDays)
            && Districts.AsSpan().SequenceEqual(other.Districts));

    private bool EndsJanuary(int record)
    {
        DateOnly date = Start.AddDays(RecordDays[record]);
        DateOnly next = Start.AddDays(RecordDays[record + 1]);
        return date.Month == 1 && (next.Month, next.Year) != (date.Month, date.Year);
    }
}
