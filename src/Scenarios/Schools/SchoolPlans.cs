using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.SchoolYears;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>What scenarios plan for schools, compiled: the same object for all scenarios with the same plans.</summary>
internal sealed class SchoolPlans(SchoolsAtStart schools, Func<ResidentReference> reference)
{
    private SchoolParameters? _none;

    /// <summary>The school side of a scenario.</summary>
    public SchoolParameters Of(Scenario scenario) => _none ??= new SchoolParameters
    {
        Estate = schools.Schools.Estate,
        Residents = schools.Schools.Residents,
        Reference = reference(),
        Schemes = [],
        SchemeNames = [],
        Calendar = new SupplyCalendar(schools.Schools.Calendar, [.. Enumerable.Range(0, 400).Select(n => 30 * n)], (2, 15), (10, 1)),
    };
}
