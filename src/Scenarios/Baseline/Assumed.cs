using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>Reads the values of assumptions by id, and remembers which were read: one that nothing reads moves nothing.</summary>
/// <param name="value">The value of an assumption in force.</param>
/// <param name="laws">Tabulates laws of duration, or knows them already.</param>
/// <param name="read">Receives the ids read, or null.</param>
internal sealed class Assumed(Func<string, double> value, LawBook laws, ISet<string>? read = null)
{
    private static readonly string[] s_bands = ["under-1", "1-4", "5-9", "10-15", "16-over"];
    private static readonly string[] s_months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>The value of an assumption.</summary>
    public double this[string id]
    {
        get
        {
            read?.Add(id);
            return value(id);
        }
    }

    /// <summary>The same values; what is read through the result is noted in another set too.</summary>
    public Assumed Noting(ISet<string> other) => new(id => this[id], laws, other);

    /// <summary>A value as a whole number.</summary>
    public int Whole(string id) => (int)Math.Round(this[id]);

    /// <summary>Values by band of age.</summary>
    public double[] ByBand(string prefix) => [.. s_bands.Select(band => this[$"{prefix}/{band}"])];

    /// <summary>Multipliers by calendar month, scaled to a mean of 1.</summary>
    public double[] ByMonth(string prefix)
    {
        double[] values = [.. s_months.Select(month => this[$"{prefix}/{month}"])];
        double mean = values.Average();
        return [.. values.Select(v => v / mean)];
    }

    /// <summary>Values of the named parts.</summary>
    public double[] Parts(string prefix, params string[] names) => [.. names.Select(name => this[$"{prefix}/{name}"])];

    /// <summary>A table over the named parts; their shares need not add to 1.</summary>
    public AliasTable Table(string prefix, params string[] names) => new(Parts(prefix, names));

    /// <summary>A table for each band of age.</summary>
    public AliasTable[] TableByBand(string prefix, params string[] names) => [.. s_bands.Select(band => Table($"{prefix}/{band}", names))];

    /// <summary>A log-normal duration from its mean and relative spread.</summary>
    public DurationLaw LogNormal(string mean, string spread) => laws.LogNormal(this[mean], this[spread]);

    /// <summary>A log-normal duration from its mean and relative spread.</summary>
    public DurationLaw LogNormal(double mean, double spread) => laws.LogNormal(mean, spread);

    /// <summary>An exponential duration.</summary>
    public DurationLaw Exponential(string mean) => laws.Exponential(this[mean]);

    /// <summary>A Weibull duration from its shape and mean.</summary>
    public DurationLaw Weibull(double shape, double mean) => laws.Weibull(shape, mean);
}
