using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Schools;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>
/// Compiles assumptions into rates, concept by concept. Where a lever has changed a few assumptions, only the concepts that read them are
/// compiled again and the others are the very same objects, which is how engines see what two scenarios have in common.
/// </summary>
/// <param name="catalogue">The assumptions.</param>
/// <param name="districts">The districts in their order.</param>
/// <param name="map">The map.</param>
/// <param name="schools">Gives the school side, which may still be being built: it is asked for last. Null where it is left out.</param>
internal sealed class RatesBuilder(AssumptionCatalogue catalogue, IReadOnlyList<District> districts, KentMap map, Func<SchoolsAtStart>? schools)
{
    /// <summary>What the school side is called among the concepts.</summary>
    public const string SchoolsConcept = "schools";

    private readonly double[] _population = [.. districts.Select(district => district.PopulationShare)];

    /// <summary>Compiles every concept, and notes what each has read.</summary>
    public CompiledRates Build(Assumed assumed)
    {
        var reads = new Dictionary<string, HashSet<string>>();
        CountyRates rates = Build((name, build, _) =>
        {
            var read = new HashSet<string>();
            reads.Add(name, read);
            return build(assumed.Noting(read));
        });
        return new CompiledRates(rates, reads);
    }

    /// <summary>Compiles again what the change of some assumptions touches.</summary>
    /// <param name="assumed">The values after the change.</param>
    /// <param name="usual">What was compiled before it.</param>
    /// <param name="changed">Ids of the assumptions that the change may have touched.</param>
    public CountyRates Rebuild(Assumed assumed, CompiledRates usual, IReadOnlyCollection<string> changed) =>
        Build((name, build, of) => changed.Any(usual.Reads[name].Contains) ? build(assumed) : of(usual.Rates));

    /// <summary>The shares of the districts in foster households.</summary>
    public double[] HouseholdShares(Assumed assumed)
    {
        double[] weights = [.. districts.Select(d => d.PopulationShare * assumed[$"fostering/area-weight/{d.Area.ToString().ToLowerInvariant()}"])];
        double total = weights.Sum();
        return [.. weights.Select(w => w / total)];
    }

    /// <summary>The pools of homes.</summary>
    public PoolSize[] Pools(Assumed assumed) => PlacementBuilder.Pools(assumed, id => catalogue.TryGet(id, out _));

    private CountyRates Build(Func<string, Func<Assumed, object>, Func<CountyRates, object?>, object?> part)
    {
        T Part<T>(string name, Func<Assumed, T> build, Func<CountyRates, T?> of)
            where T : class => (T)part(name, build, of)!;

        return new CountyRates
        {
            FrontDoor = Part("front door", assumed => FrontDoorBuilder.Build(assumed, _population), rates => rates.FrontDoor),
            Care = Part("care", CareBuilder.Build, rates => rates.Care),
            Unaccompanied = Part("unaccompanied", CareBuilder.BuildUnaccompanied, rates => rates.Unaccompanied),
            CareLeavers = Part("care leavers", CareBuilder.BuildCareLeavers, rates => rates.CareLeavers),
            Fostering = Part("fostering", assumed => FosteringBuilder.Build(assumed, HouseholdShares(assumed)), rates => rates.Fostering),
            Placements = Part("placements", assumed => PlacementBuilder.Build(assumed, map), rates => rates.Placements),
            Pools = Part("pools", Pools, rates => rates.Pools),
            OtherAuthorities = Part(
                "other authorities", assumed => FosteringBuilder.BuildOtherAuthorities(assumed, _population), rates => rates.OtherAuthorities),
            Prices = Part("prices", MoneyBuilder.Build, rates => rates.Prices),
            Schools = schools is null ? null : Part(SchoolsConcept, assumed => schools().Build(assumed), rates => rates.Schools),
        };
    }
}

/// <summary>Rates, and the ids that each concept was compiled from.</summary>
/// <param name="Rates">The rates.</param>
/// <param name="Reads">Ids by concept.</param>
internal sealed record CompiledRates(CountyRates Rates, IReadOnlyDictionary<string, HashSet<string>> Reads);
