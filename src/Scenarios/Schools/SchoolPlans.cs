using System.Collections.Concurrent;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.SchoolYears;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>
/// What scenarios plan for schools, compiled: the same object for all with the same plans, which is how engines see that their school years
/// are the same. Safe to share between threads.
/// </summary>
internal sealed class SchoolPlans
{
    private readonly SchoolsAtStart _schools;
    private readonly IReadOnlyList<District> _districts;
    private readonly SchemeCatalogue _programmes;
    private readonly SupplyCalendar _calendar;
    private readonly Lazy<ResidentReference> _reference;
    private readonly ConcurrentDictionary<string, Lazy<SchoolParameters>> _compiled = new(StringComparer.Ordinal);

    /// <summary>Reads the schemes and dates of the papers.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="districts">The districts in their order.</param>
    /// <param name="schools">Schools and children on the start.</param>
    /// <param name="reference">The widths of the layers of those who come.</param>
    public SchoolPlans(string dataDirectory, IReadOnlyList<District> districts, SchoolsAtStart schools, Func<ResidentReference> reference)
    {
        _schools = schools;
        _districts = districts;
        _programmes = SchemeCatalogue.Load(dataDirectory);
        _calendar = SupplyDates.Load(dataDirectory).For(schools.Schools.Calendar);
        _reference = new Lazy<ResidentReference>(reference);
    }

    /// <summary>The school side of a scenario.</summary>
    /// <exception cref="ScenarioException">An item of its schools names what there is not, or would leave what must not be.</exception>
    public SchoolParameters Of(Scenario scenario) =>
        _compiled.GetOrAdd(KeyOf(scenario), _ => new Lazy<SchoolParameters>(() => Compile(scenario))).Value;

    /// <summary>The files that say anything about schools decide, by what is in them.</summary>
    private static string KeyOf(Scenario scenario) =>
        string.Join('|', scenario.Baseline.SchoolSources.Select(file => file.Sha256)) + '/' + string.Join('|', scenario.SchoolSources.Select(file => file.Sha256));

    /// <summary>The schemes of the baseline, each by its place in the scenario's list: all that are compared measure the same.</summary>
    private NamedScheme[] Named(Scenario scenario, SchoolPlan plan)
    {
        SchoolPlan usual = ReferenceEquals(scenario.Baseline, scenario)
            ? plan
            : SchoolActions.Compile(scenario.Baseline, _schools.Schools.Estate, _districts, _programmes);
        var places = plan.Ids.Index().ToDictionary(named => named.Item, named => named.Index, StringComparer.Ordinal);
        int known = _schools.Schools.Estate.Schools.Length;
        return
        [
            .. usual.Ids.Index()
                .Where(named => usual.Schemes[named.Index].School < known)
                .Select(named => new NamedScheme(named.Item, usual.Schemes[named.Index].School, places.GetValueOrDefault(named.Item, -1))),
        ];
    }

    private SchoolParameters Compile(Scenario scenario)
    {
        SchoolPlan plan = SchoolActions.Compile(scenario, _schools.Schools.Estate, _districts, _programmes);
        return new SchoolParameters
        {
            Estate = plan.Estate,
            Residents = _schools.Schools.Residents,
            Reference = _reference.Value,
            Schemes = plan.Schemes,
            Named = Named(scenario, plan),
            Calendar = _calendar,
        };
    }
}
