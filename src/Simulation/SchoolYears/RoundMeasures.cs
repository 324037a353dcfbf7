using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// Preferences met in the latest round by home district, and the places that were short where demand lay: demand less places, at
/// least 0, of a planning area or group; a district's and Kent's are the sums of their parts', since spare places elsewhere do not help.
/// </summary>
internal sealed class RoundMeasures
{
    private readonly Estate _estate;
    private readonly SchoolMeasure[] _first;
    private readonly SchoolMeasure[] _firstOrSecond;
    private readonly SchoolMeasure[] _deficit;
    private readonly SchoolMeasure[] _deficitOfPart;
    private readonly SchoolMeasure[] _demandOfPart;
    private readonly SchoolMeasure[] _all;

    public RoundMeasures(Estate estate, IReadOnlyList<string> districts)
    {
        _estate = estate;
        string[] areas = [.. estate.Areas.Select(area => area.Name)];
        string[] groups = [.. estate.Groups.Select(group => group.Name)];
        _first =
        [
            SchoolMeasure.Percentage("first-preference/primary", "First preference met, Reception", districts),
            SchoolMeasure.Percentage("first-preference/secondary", "First preference met, Year 7", districts),
        ];
        _firstOrSecond =
        [
            SchoolMeasure.Percentage("first-or-second/primary", "First or second preference met, Reception", districts),
            SchoolMeasure.Percentage("first-or-second/secondary", "First or second preference met, Year 7", districts),
        ];
        _deficit =
        [
            SchoolMeasure.Count("deficit-places/year-r", "places", "Reception places short", districts),
            SchoolMeasure.Count("deficit-places/year-7", "places", "Year 7 places short", districts),
        ];
        _deficitOfPart =
        [
            SchoolMeasure.CountOf("deficit-places/year-r", "places", "Reception places short", areas),
            SchoolMeasure.CountOf("deficit-places/year-7", "places", "Year 7 places short", groups),
        ];
        _demandOfPart = [SchoolMeasure.CountOf("demand/year-7", "children", "Children who like a school of the group best", groups)];
        _all = [.. _first, .. _firstOrSecond, .. _deficit, .. _deficitOfPart, .. _demandOfPart];
    }

    /// <summary>Counts and writes.</summary>
    public void Put(MeasureSink sink, RoundBook? book)
    {
        Array.ForEach(_all, static measure => measure.Clear());
        for (int phase = 0; book is not null && phase < 2; phase++)
        {
            for (int district = 0; district < KentMap.Districts; district++)
            {
                _first[phase].AddToDistrict(district, book.First[phase][district], book.Applications[phase][district]);
                _firstOrSecond[phase].AddToDistrict(district, book.FirstOrSecond[phase][district], book.Applications[phase][district]);
            }

            CountDeficits(book, phase);
        }

        foreach (SchoolMeasure measure in _all)
        {
            measure.Put(sink);
        }
    }

    private void CountDeficits(RoundBook book, int phase)
    {
        for (int part = 0; part < book.Demand[phase].Length; part++)
        {
            long deficit = Math.Max(0, book.Demand[phase][part] - book.Places[phase][part]);
            _deficit[phase].AddToDistrict(phase == 0 ? _estate.Areas[part].District : _estate.Groups[part].District, deficit);
            _deficitOfPart[phase].Add(part, deficit);
            if (phase == 1)
            {
                _demandOfPart[0].Add(part, book.Demand[phase][part]);
            }
        }
    }
}
