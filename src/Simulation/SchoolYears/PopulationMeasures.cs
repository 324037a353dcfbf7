using System.Runtime.CompilerServices;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Resident children on a date, where they are educated, and who came and went in the 12 months to it.</summary>
internal sealed class PopulationMeasures
{
    private const int Adult = 18;
    private const int LastCompulsory = 11;
    private const int DaysOfYear = 365;
    private const int Settings = (int)Setting.Further + 1;

    /// <summary>Kinds of children within a district: by setting, and what else is asked of them, a bit each.</summary>
    private const int Kinds = Settings * AllFacts;
    private const int Present = (int)ResidentFacts.Present;
    private const int Plan = (int)ResidentFacts.HasPlan;
    private const int Minor = 4;
    private const int Pupil = 8;
    private const int AllFacts = 16;

    // Two tables in turn, since two children next to each other are often of a kind, and a count must be stored before it can be raised again.
    private readonly int[] _even = new int[KentMap.Districts * Kinds];
    private readonly int[] _odd = new int[KentMap.Districts * Kinds];

    private readonly SchoolMeasure _population;
    private readonly SchoolMeasure _independent;
    private readonly SchoolMeasure _home;
    private readonly SchoolMeasure _without;
    private readonly SchoolMeasure _external;
    private readonly SchoolMeasure _resource;
    private readonly SchoolMeasure _mainstreamShare;
    private readonly SchoolMeasure _planShare;
    private readonly SchoolMeasure _births;
    private readonly SchoolMeasure _net;
    private readonly SchoolMeasure _inYear;
    private readonly SchoolMeasure _fairAccess;
    private readonly SchoolMeasure _displaced;
    private readonly SchoolMeasure _closures;
    private readonly SchoolMeasure _bulges;
    private readonly SchoolMeasure[] _all;

    public PopulationMeasures(IReadOnlyList<string> districts)
    {
        _population = SchoolMeasure.Count("population", "children", "Residents aged 0 to 17", districts);
        _independent = SchoolMeasure.Count("independent", "children", "Children of school age in independent schools or schools outside Kent", districts);
        _home = SchoolMeasure.Count("home-educated", "children", "Children educated at home", districts);
        _without = SchoolMeasure.Count("without-place", "children", "Children of school age without a place", districts);
        _external = SchoolMeasure.Count("special-external", "pupils", "Pupils in independent special schools or those of other authorities", districts);
        _resource = SchoolMeasure.Count("resource-roll", "pupils", "Pupils of specialist resource provisions", districts);
        _mainstreamShare = SchoolMeasure.Percentage("ehcp-mainstream-pct", "Pupils with a plan, Years R-11, who are in mainstream schools", districts);
        _planShare = SchoolMeasure.Percentage("send10", "Pupils with a plan", districts);
        _births = SchoolMeasure.Count("births", "children", "Births in 12 months", districts);
        _net = SchoolMeasure.Count("migration-net", "children", "Children who moved into Kent less those who left it, in 12 months", districts);
        _inYear = SchoolMeasure.Count("in-year-admissions", "children", "Places found outside the rounds in 12 months", districts);
        _fairAccess = SchoolMeasure.Count("fair-access", "children", "Of those, above the number of the school", districts);
        _displaced = SchoolMeasure.Whole("displaced", "children", "Children of schools that closed for whom no place was in reach, in 12 months");
        _closures = SchoolMeasure.Whole("closures", "schools", "Schools closed in 12 months");
        _bulges = SchoolMeasure.Whole("bulge-places", "places", "Temporary places opened in 12 months");
        _all =
        [
            _population, _independent, _home, _without, _external, _resource, _mainstreamShare, _planShare, _births, _net, _inYear, _fairAccess, _displaced,
            _closures, _bulges,
        ];
    }

    /// <summary>Counts and writes.</summary>
    /// <param name="sink">Receives the measures.</param>
    /// <param name="county">The county, or null while measures are defined.</param>
    /// <param name="today">The date's conditions.</param>
    /// <param name="year">What happened in the 12 months to the date.</param>
    public void Put(MeasureSink sink, SchoolCounty? county, in SchoolToday today, in SchoolWindow year)
    {
        Array.ForEach(_all, static measure => measure.Clear());
        if (county is not null)
        {
            CountResidents(county, today);
            for (int district = 0; district < KentMap.Districts; district++)
            {
                Spread(district);
            }

            CountFlows(year);
        }

        foreach (SchoolMeasure measure in _all)
        {
            measure.Put(sink);
        }
    }

    /// <summary>One walk over all children, into plain counts: the measures are written once from them.</summary>
    private void CountResidents(SchoolCounty county, in SchoolToday today)
    {
        Array.Clear(_even);
        Array.Clear(_odd);
        int oldest = OldestMinor(today.Day);
        ReadOnlySpan<ResidentState> children = county.Residents.All;
        Span<int> even = _even;
        Span<int> odd = _odd;
        int year = today.Year;
        for (int n = 0; n + 1 < children.Length; n += 2)
        {
            even[KindOf(children[n], county, oldest, year)]++;
            odd[KindOf(children[n + 1], county, oldest, year)]++;
        }

        if ((children.Length & 1) != 0)
        {
            even[KindOf(children[^1], county, oldest, year)]++;
        }
    }

    /// <summary>The earliest date of birth of those who are not of age.</summary>
    private static int OldestMinor(int day)
    {
        int oldest = day;
        while (ResidentRules.AgeOn(oldest - 1, day) < Adult)
        {
            oldest -= ResidentRules.AgeOn(oldest - DaysOfYear, day) < Adult ? DaysOfYear : 1;
        }

        return oldest;
    }

    /// <summary>Where a child is counted. Without a branch, since children come in no order: comparisons are signs of differences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int KindOf(in ResidentState child, SchoolCounty county, int oldest, int academicYear)
    {
        int year = academicYear - child.Cohort;
        int minor = (int)((uint)(oldest - 1 - child.BirthDay) >> 31);
        int pupil = (int)((uint)~(year | (LastCompulsory - year)) >> 31);
        int facts = ((int)child.Facts & (Present | Plan)) | (minor * Minor) | (pupil * Pupil);
        return At(county.DistrictOf(child), child.Setting, facts);
    }

    private static int At(int district, Setting setting, int facts) => (district * Kinds) + ((int)setting * AllFacts) + facts;

    /// <summary>Children who live in a district and are in a setting, of whom some facts hold.</summary>
    private int Count(int district, Setting setting, int facts)
    {
        int count = 0;
        facts |= Present;
        for (int kind = facts; kind < AllFacts; kind++)
        {
            int at = At(district, setting, kind);
            count += (kind & facts) == facts ? _even[at] + _odd[at] : 0;
        }

        return count;
    }

    private void Spread(int district)
    {
        for (var setting = Setting.None; (int)setting < Settings; setting++)
        {
            _population.AddToDistrict(district, Count(district, setting, Minor));
            int plans = Count(district, setting, Pupil | Plan);
            int all = Count(district, setting, Pupil);
            _planShare.AddToDistrict(district, plans, setting is Setting.HomeEducated or Setting.Waiting or Setting.None ? 0 : all);
            _mainstreamShare.AddToDistrict(district, setting is Setting.Mainstream or Setting.ResourceProvision ? plans : 0, plans);
            SchoolMeasure? measure = setting switch
            {
                Setting.Independent => _independent,
                Setting.HomeEducated => _home,
                Setting.Waiting or Setting.None => _without,
                Setting.ResourceProvision => _resource,
                _ => null,
            };
            measure?.AddToDistrict(district, all);
        }

        _external.AddToDistrict(district, Count(district, Setting.ExternalSpecial, 0));
    }

    private void CountFlows(in SchoolWindow year)
    {
        for (int district = 0; district < KentMap.Districts; district++)
        {
            _births.AddToDistrict(district, year[SchoolFlow.Births, district]);
            _net.AddToDistrict(district, year[SchoolFlow.MovedIn, district] - year[SchoolFlow.MovedOut, district]);
            _inYear.AddToDistrict(district, year[SchoolFlow.InYear, district]);
            _fairAccess.AddToDistrict(district, year[SchoolFlow.FairAccess, district]);
        }

        _displaced.Add(0, year[SchoolFlow.Displaced]);
        _closures.Add(0, year[SchoolFlow.Closures]);
        _bulges.Add(0, year[SchoolFlow.BulgePlaces]);
    }
}
