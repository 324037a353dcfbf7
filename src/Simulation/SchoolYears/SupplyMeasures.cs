using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Schemes: what was decided, opened, late and given up in the 12 months to a date, which named ones are open on it, and what was spent.</summary>
internal sealed class SupplyMeasures
{
    private const int Form = 30;

    private readonly SchoolMeasure[] _opened =
    [
        SchoolMeasure.WholeRatio("fe-opened/primary", "FE", "Permanent forms of entry opened in 12 months, primary"),
        SchoolMeasure.WholeRatio("fe-opened/secondary", "FE", "Permanent forms of entry opened in 12 months, secondary"),
    ];

    private readonly (SchoolMeasure Measure, SchoolFlow Flow)[] _counts =
    [
        (SchoolMeasure.Whole("schemes-decided", "schemes", "Decisions to go ahead with a scheme in 12 months"), SchoolFlow.SchemesDecided),
        (SchoolMeasure.Whole("schemes-late", "schemes", "Schemes found late for their September in 12 months"), SchoolFlow.SchemesLate),
        (SchoolMeasure.Whole("schemes-failed", "schemes", "Schemes given up in 12 months"), SchoolFlow.SchemesFailed),
        (SchoolMeasure.Money("cost/schools-capital", "Capital spent on school places in 12 months"), SchoolFlow.Capital),
        (SchoolMeasure.Money("cost/schools-revenue", "Revenue spent on new school places in 12 months"), SchoolFlow.Revenue),
        (SchoolMeasure.Money("cost/developer-contributions", "Developers' contributions in 12 months (income)"), SchoolFlow.Contributions),
        (SchoolMeasure.Money("cost/special-places", "Special schools, resource provisions and support by plan in 12 months"), SchoolFlow.SpecialPlaces),
        (SchoolMeasure.Money("cost/special-external", "Independent special schools and those of other authorities in 12 months"), SchoolFlow.ExternalPlaces),
        (SchoolMeasure.Money("cost/send-transport", "Transport of pupils with plans in 12 months"), SchoolFlow.Transport),
    ];

    private readonly SchoolMeasure _onTime = SchoolMeasure.WholePercentage("schemes-open-pct", "Schemes planned to be open by the date that are");
    private readonly (int Scheme, SchoolMeasure Measure)[] _open;

    public SupplyMeasures(SchoolParameters parameters, IReadOnlyList<string> districts)
    {
        _open =
        [
            .. parameters.Named.Select(named =>
            {
                School school = parameters.Estate.Schools[named.School];
                return (named.Scheme, SchoolMeasure.PercentageOf($"scheme-open/{named.Name}", $"Open: {school.Name}", [districts[school.District]]));
            }),
        ];
    }

    /// <summary>Counts and writes.</summary>
    /// <param name="sink">Receives the measures.</param>
    /// <param name="county">The county, or null while measures are defined.</param>
    /// <param name="academicYear">The academic year of the date.</param>
    /// <param name="year">What happened in the 12 months to the date.</param>
    public void Put(MeasureSink sink, SchoolCounty? county, int academicYear, in SchoolWindow year)
    {
        for (int phase = 0; phase < _opened.Length; phase++)
        {
            _opened[phase].Clear();
            if (county is not null)
            {
                _opened[phase].Add(0, year[phase == 0 ? SchoolFlow.PrimaryPlacesOpened : SchoolFlow.SecondaryPlacesOpened], Form);
            }

            _opened[phase].Put(sink);
        }

        foreach ((SchoolMeasure measure, SchoolFlow flow) in _counts)
        {
            measure.Clear();
            measure.Add(0, county is null ? 0 : year[flow]);
            measure.Put(sink);
        }

        _onTime.Clear();
        foreach (SchemeCase scheme in county?.Schemes ?? [])
        {
            bool due = scheme.Scheme.TargetYear <= academicYear;
            _onTime.Add(0, due && scheme.State.IsOpen ? 1 : 0, due ? 1 : 0);
        }

        _onTime.Put(sink);
        foreach ((int scheme, SchoolMeasure measure) in _open)
        {
            measure.Clear();
            measure.Add(0, county is not null && scheme >= 0 && county.Schemes[scheme].State.IsOpen ? 1 : 0, 1);
            measure.Put(sink);
        }
    }
}
