using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Pupils, places and surplus by district of the school, planning area and planning group.</summary>
internal sealed class RollMeasures
{
    private const int LastCompulsory = 11;
    private static readonly string[] s_phases = ["primary", "secondary"];

    private readonly Estate _estate;
    private readonly SchoolMeasure[] _roll;
    private readonly SchoolMeasure _special;
    private readonly SchoolMeasure _sixthForm;
    private readonly SchoolMeasure[] _byYear;
    private readonly SchoolMeasure[] _capacity;
    private readonly SchoolMeasure[] _surplus;
    private readonly SchoolMeasure[] _enough;
    private readonly SchoolMeasure _areaSurplus;
    private readonly SchoolMeasure _groupSurplus;
    private readonly SchoolMeasure[] _all;

    public RollMeasures(Estate estate, IReadOnlyList<string> districts)
    {
        _estate = estate;
        _roll =
        [
            SchoolMeasure.Count("roll/primary", "pupils", "Pupils on roll, Years R-6", districts),
            SchoolMeasure.Count("roll/secondary", "pupils", "Pupils on roll, Years 7-13", districts),
        ];
        _special = SchoolMeasure.Count("special-roll", "pupils", "Pupils of special schools", districts);
        _sixthForm = SchoolMeasure.Count("sixth-form", "pupils", "Pupils on roll, Years 12-13", districts);
        _byYear = [.. Enumerable.Range(0, LastCompulsory + 1).Select(year => SchoolMeasure.Count($"roll/{NameOf(year)}", "pupils", $"Pupils on roll, {TitleOf(year)}", districts))];
        _capacity =
        [
            SchoolMeasure.Count("capacity/primary", "places", "Places, Years R-6", districts),
            SchoolMeasure.Count("capacity/secondary", "places", "Places, Years 7-11", districts),
        ];
        _surplus =
        [
            SchoolMeasure.Percentage("surplus/primary", "Surplus places, Years R-6", districts),
            SchoolMeasure.Percentage("surplus/secondary", "Surplus places, Years 7-11", districts),
        ];
        _enough = [.. s_phases.Select(phase => SchoolMeasure.Percentage($"p-surplus/{phase}", $"Chance that the surplus is at the target or above, {phase}", districts))];
        _areaSurplus = SchoolMeasure.PercentageOf("surplus/primary", "Surplus places, Years R-6", estate.Areas.Select(area => area.Name));
        _groupSurplus = SchoolMeasure.PercentageOf("surplus/secondary", "Surplus places, Years 7-11", estate.Groups.Select(group => group.Name));
        _all = [.. _roll, _special, _sixthForm, .. _byYear, .. _capacity, .. _surplus, .. _enough, _areaSurplus, _groupSurplus];
    }

    /// <summary>The name of a year group in a measure's id.</summary>
    public static string NameOf(int year) => year == 0 ? "year-r" : $"year-{year}";

    /// <summary>Counts and writes.</summary>
    /// <param name="sink">Receives the measures.</param>
    /// <param name="county">The county, or null while measures are defined.</param>
    /// <param name="year">The academic year.</param>
    /// <param name="target">The surplus that is enough, a share.</param>
    public void Put(MeasureSink sink, SchoolCounty? county, int year, double target)
    {
        Array.ForEach(_all, static measure => measure.Clear());
        if (county is not null)
        {
            foreach (School school in _estate.Schools)
            {
                Count(county, school, year);
            }

            Compare(target);
        }

        foreach (SchoolMeasure measure in _all)
        {
            measure.Put(sink);
        }
    }

    private static string TitleOf(int year) => year == 0 ? "Reception" : $"Year {year}";

    private void Count(SchoolCounty county, School school, int academicYear)
    {
        for (int year = school.FirstYear; year <= school.LastYear; year++)
        {
            int cohort = academicYear - year;
            int roll = county.Rolls.Roll(school.Index, cohort);
            if (school.Kind == SchoolKind.Special)
            {
                _special.AddToDistrict(school.District, roll);
                continue;
            }

            int phase = year <= YearGroups.LastPrimary ? 0 : 1;
            _roll[phase].AddToDistrict(school.District, roll);
            if (year > LastCompulsory)
            {
                _sixthForm.AddToDistrict(school.District, roll);
                continue;
            }

            _byYear[year].AddToDistrict(school.District, roll);
            int places = county.Rolls.Capacity(school.Index, cohort);
            _capacity[phase].AddToDistrict(school.District, places);
            _surplus[phase].AddToDistrict(school.District, places - roll, places);
            if (phase == 0)
            {
                _areaSurplus.Add(school.Area, places - roll, places);
            }
            else if (school.Group >= 0)
            {
                _groupSurplus.Add(school.Group, places - roll, places);
            }
        }
    }

    /// <summary>Whether the target is met is a yes or no of one replication; its share of the replications is the chance.</summary>
    private void Compare(double target)
    {
        for (int phase = 0; phase < s_phases.Length; phase++)
        {
            for (int part = 0; part <= Placements.KentMap.Districts; part++)
            {
                (long spare, long places) = _surplus[phase][part];
                _enough[phase].Add(part, spare >= target * places ? 1 : 0, 1);
            }
        }
    }
}
