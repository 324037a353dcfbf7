using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>
/// The schools and children of Kent on the first day of a run. Built from data alone, without chance, so that all replications start from the same county; immutable
/// by convention: take a copy before changing the children.
/// </summary>
public sealed class CountySchools
{
    private const int Entry = 7;

    private CountySchools(int baseline, SchoolCalendar calendar, Estate estate, ResidentState[] residents)
    {
        (Baseline, Calendar, Estate, Residents) = (baseline, calendar, estate, residents);
        TravelAreas = [];
    }

    /// <summary>The year of the rolls: 2014 or 2019.</summary>
    public int Baseline { get; }

    /// <summary>Academic years of the run.</summary>
    public SchoolCalendar Calendar { get; }

    /// <summary>Schools, planning areas and groups.</summary>
    public Estate Estate { get; }

    /// <summary>All children, by cohort (the oldest first), then district, then planning area.</summary>
    public ResidentState[] Residents { get; }

    /// <summary>The travel-to-learn area of each planning area, by index: in which secondary surplus was reported in 2014.</summary>
    public IReadOnlyList<string> TravelAreas { get; private init; }

    /// <summary>Places in Year 7 of the Gravesend and Longfield group by admission number.</summary>
    public int GroupPlaces { get; private init; }

    /// <summary>
    /// Children expected at the Gravesend and Longfield group when today's Years R to 6 enter Year 7, by year group: with today's flows, and growth
    /// by migration. Empty for the baseline of 2014, for which no forecast is printed.
    /// </summary>
    public IReadOnlyList<double> GroupExpected { get; private init; } = [];

    /// <summary>Ids of the assumptions that schools and children were made from: read at the start only, from the data.</summary>
    public IReadOnlyCollection<string> Read { get; private init; } = [];

    /// <summary>Builds the county.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="start">The first day of the run. Before 31 July 2019 the county is that of January 2014, whatever the day.</param>
    /// <exception cref="EvidenceException">The data break their rules.</exception>
    public static CountySchools Load(string dataDirectory, DateOnly start) =>
        Build(SchoolFiles.Load(new DataTables(dataDirectory), SchoolBaseline.YearOf(start)), start);

    /// <summary>Builds the county from files that have been read.</summary>
    /// <param name="files">The files, for the baseline of the start.</param>
    /// <param name="start">The first day of the run.</param>
    internal static CountySchools Build(SchoolFiles files, DateOnly start)
    {
        var layout = new AreaLayout(files);
        var draft = new EstateDraft(files, layout, SchoolBaseline.Census(files.Year));
        var places = new PlacesBuilder(files, layout, draft);
        var flows = new PupilFlows(files, layout, draft);
        RollTargets targets = files.Year == 2019 ? RollTargets.May2019(files) : RollTargets.January2014(files);
        places.Secondary(targets);
        places.Special();
        flows.Secondary(Homes(files));
        var outlook = new GroupOutlook(files, flows, draft);
        targets = files.Year == 2019 ? outlook.Shape(targets) : targets;
        places.Primary(targets);
        flows.Primary(targets);
        var calendar = new SchoolCalendar(start);
        int[] districtOf = [.. layout.Areas.Select(area => area.District)];
        var counts = new ResidentCounts(files, flows, districtOf, calendar);
        Task<Estate> estate = Task.Run(() => EstatePulls.Find(files, layout, draft, flows)); // Of the children it knows the flows only.
        ResidentState[] residents = new ResidentBuilder(files, layout, flows, counts, calendar).Build(draft.Schools);
        return new CountySchools(files.Year, calendar, estate.GetAwaiter().GetResult(), residents)
        {
            TravelAreas = [.. layout.Areas.Select(layout.TravelArea)],
            GroupPlaces = outlook.Places,
            Read = files.Read,
            GroupExpected = files.Year == 2019
                ? [.. Enumerable.Range(0, Entry).Select(year => outlook.Expected(year, [.. targets.Rolls.Select(row => row[year])]))]
                : [],
        };
    }

    /// <summary>
    /// Places and pupils by school and cohort. A cohort that has not come to a school yet finds there the places of the school's first year group.
    /// Pupils of special schools are counted, but their places are not by cohort: see <see cref="School.DesignatedPlaces"/>.
    /// </summary>
    /// <param name="academicYears">Academic years that the run may touch.</param>
    public SchoolRolls Rolls(int academicYears)
    {
        var rolls = new SchoolRolls(Estate.Schools.Length, academicYears);
        foreach (School school in Estate.Schools.Where(school => school.Kind != SchoolKind.Special))
        {
            for (int cohort = -school.LastYear; cohort < rolls.Cohorts - SchoolRolls.Before; cohort++)
            {
                int year = Math.Max(school.FirstYear, -cohort);
                rolls.Capacity(school.Index, cohort) = Estate.Capacity[(school.Index * Estate.Years) + year];
            }
        }

        foreach (ref readonly ResidentState child in Residents.AsSpan())
        {
            if (child.School != ResidentState.NoSchool)
            {
                rolls.Roll(child.School, child.Cohort)++;
            }
        }

        return rolls;
    }

    // Where pupils of secondary age live: the primary cohorts of January 2014 (for 2019 five years older and grown), less those who are in independent schools.
    private static double[][] Homes(SchoolFiles files)
    {
        RollTargets before = RollTargets.January2014(files);
        return [.. Enumerable.Range(0, files.Districts.Count).Select(d => Enumerable.Range(0, Estate.Years).Select(year =>
        {
            int then = files.Year == 2019 ? Math.Clamp(year - 5, 0, 6) : Math.Min(year, 6);
            double growth = 1 + (files.Year == 2019 ? 5 * files.Plans[d].CohortGrowth : 0);
            return before.Rolls[d][then] * growth * GroupOutlook.Onward(files, d);
        }).ToArray())];
    }
}
