using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// The school years of a county until it is forked. They are nothing but their parameters, their luck and what was ordered, so whoever goes on
/// from there lives through them again and needs no copy. Immutable.
/// </summary>
public sealed class SchoolPast
{
    private readonly Dictionary<ulong, Scheme> _schemes;

    /// <summary>Keeps what decides on the days that were.</summary>
    /// <param name="parameters">What they ran on.</param>
    /// <param name="key">Their luck.</param>
    /// <param name="day">The last of them.</param>
    /// <param name="orders">Schemes that were ordered on them.</param>
    public SchoolPast(CountyParameters parameters, DrawKey key, int day, IReadOnlyList<SchoolOrder> orders)
    {
        Parameters = parameters;
        Key = key;
        Day = day;
        Orders = orders;
        _schemes = parameters.Schools!.Schemes.ToDictionary(scheme => scheme.Address);
    }

    /// <summary>What the days ran on.</summary>
    public CountyParameters Parameters { get; }

    /// <summary>Their luck.</summary>
    public DrawKey Key { get; }

    /// <summary>The last day.</summary>
    public int Day { get; }

    /// <summary>Schemes that were ordered.</summary>
    public IReadOnlyList<SchoolOrder> Orders { get; }

    /// <summary>Whether a scheme was planned then.</summary>
    public bool Knows(in Scheme scheme) => _schemes.ContainsKey(scheme.Address);

    /// <summary>
    /// Why other plans cannot go on from here, in words after a scenario's name; null where they can. Schools keep their numbers, and what is
    /// planned already goes on as it is planned; new schemes may come.
    /// </summary>
    public string? Refusal(SchoolParameters? other)
    {
        SchoolParameters own = Parameters.Schools!;
        if (other is null || !ReferenceEquals(own.Residents, other.Residents))
        {
            return "has other children at school than the county";
        }

        bool same = own.Estate.Schools.Length <= other.Estate.Schools.Length
            && own.Estate.Schools.Zip(other.Estate.Schools).All(pair => pair.First.Id == pair.Second.Id);
        if (!same)
        {
            return "has other schools than the county";
        }

        var others = other.Schemes.ToDictionary(scheme => scheme.Address);
        return own.Schemes.All(scheme => others.TryGetValue(scheme.Address, out Scheme there) && there == scheme)
            ? null
            : "changes a scheme that the county has planned already";
    }
}
