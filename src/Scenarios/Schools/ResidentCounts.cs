using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>How many children of each year group and planning area there are in each setting; those on rolls come from the flows.</summary>
internal sealed class ResidentCounts
{
    /// <summary>Cohorts below school age: the one that starts next comes first, the one being born last.</summary>
    public const int PreSchool = 5;

    private const int Adult = 18;

    private readonly SchoolFiles _files;
    private readonly PupilFlows _flows;
    private readonly int _districts;

    /// <summary>Counts.</summary>
    /// <param name="files">The data.</param>
    /// <param name="flows">Flows of the mainstream schools; those of special schools are made here.</param>
    /// <param name="districtOf">District of an area.</param>
    /// <param name="calendar">Academic years.</param>
    public ResidentCounts(SchoolFiles files, PupilFlows flows, int[] districtOf, SchoolCalendar calendar)
    {
        (_files, _flows, _districts) = (files, flows, files.Districts.Count);
        Mainstream = [.. Enumerable.Range(0, Estate.Years).Select(year => Sum(flows.Residents(year), districtOf))];
        External = ExternalByYear();
        Independent = Empty(Estate.Years);
        HomeEducated = Empty(Estate.Years);
        Further = Empty(Estate.Years);
        SpecialByYear = Empty(Estate.Years);
        Plans = new int[_districts];
        Specials();
        Sectors();
        MainstreamPlans();
        AfterYear11(calendar);
        BelowSchoolAge = Youngest(calendar);
    }

    /// <summary>Mainstream pupils: year group, district of the home.</summary>
    public int[][] Mainstream { get; }

    /// <summary>Pupils of special schools: year group, district of the home.</summary>
    public int[][] SpecialByYear { get; }

    /// <summary>In independent or out-of-county special schools.</summary>
    public int[][] External { get; }

    /// <summary>In independent schools, or in state schools outside Kent.</summary>
    public int[][] Independent { get; }

    /// <summary>Educated at home.</summary>
    public int[][] HomeEducated { get; }

    /// <summary>Aged under 18 and on the roll of no school after Year 11.</summary>
    public int[][] Further { get; }

    /// <summary>Below school age: cohort 1 to 5 (index 0 to 4), district.</summary>
    public int[][] BelowSchoolAge { get; }

    /// <summary>Pupils with a plan in mainstream schools, by district of the home.</summary>
    public int[] Plans { get; }

    /// <summary>Share of the children of Year 13 who are still under 18 on the first day.</summary>
    public double StillUnder18 { get; private set; }

    /// <summary>Share of a year's births that have happened by the first day.</summary>
    public double BornSoFar { get; private set; }

    private double Share(string sector, int year, int district)
    {
        string phase = year < YearGroups.FirstSecondary ? "primary" : "secondary";
        return sector == "home" ? _files.Assumption($"residents/home-educated/{phase}")
            : _files.Assumption($"residents/independent-share/{phase}", district) * _files["independent-factor"];
    }

    private int[][] Empty(int rows) => [.. Enumerable.Range(0, rows).Select(_ => new int[_districts])];

    private int[] Sum(int[] byArea, int[] districtOf)
    {
        int[] sums = new int[_districts];
        for (int area = 0; area < byArea.Length; area++)
        {
            sums[districtOf[area]] += byArea[area];
        }

        return sums;
    }

    private double[] Profile(string item) => [.. Enumerable.Range(0, Estate.Years).Select(year => _files[$"{item}/{year}"])];

    private int[][] ExternalByYear()
    {
        int[] byDistrict = _files.Year == 2019
            ? Apportion.Share((int)External2019("Kent"), [.. _files.Districts.Select(d => External2019(d.Name))])
            : Apportion.Share((int)_files["special-external"], [.. Enumerable.Range(0, _districts).Select(d => (double)Mainstream.Sum(row => row[d]))]);
        int[][] result = Empty(Estate.Years);
        for (int district = 0; district < _districts; district++)
        {
            int[] years = Apportion.Share(byDistrict[district], Profile("external-by-year"));
            for (int year = 0; year < Estate.Years; year++)
            {
                result[year][district] = years[year];
            }
        }

        return result;
    }

    private double External2019(string name) => _files.Observed("special-external", name, SchoolBaseline.July2019);

    // Special schools take the plans that are neither outside the county nor in mainstream schools: the same part of them in each district.
    private void Specials()
    {
        double[] plans = [.. Enumerable.Range(0, _districts).Select(PlansOf)];
        int[] external = [.. Enumerable.Range(0, _districts).Select(d => External.Sum(row => row[d]))];
        int all = _files.Year == 2019 ? (int)_files.Observed("roll/special", "Kent", SchoolBaseline.May2019) : (int)_files["special-roll"];
        int[] special = Apportion.Share(all, [.. Enumerable.Range(0, _districts).Select(d => Math.Max(1, plans[d] - external[d]))]);
        _flows.Specials(special);
        for (int district = 0; district < _districts; district++)
        {
            int[] years = Apportion.Share(special[district], Profile("special-by-year"));
            for (int year = 0; year < Estate.Years; year++)
            {
                SpecialByYear[year][district] = years[year];
            }
        }
    }

    private double PlanShare(int district) => _files.Year == 2019
        ? _files.Observed("send10", _files.Districts[district].Name, SchoolBaseline.July2019) / 100
        : _files["plan-share"];

    // The share counts all pupils who live in Kent, those of independent and special schools too.
    private void MainstreamPlans()
    {
        for (int district = 0; district < _districts; district++)
        {
            int elsewhere = SpecialByYear.Sum(row => row[district]) + External.Sum(row => row[district]);
            int pupils = elsewhere + Mainstream.Sum(row => row[district]) + Independent.Sum(row => row[district]);
            Plans[district] = Math.Max(0, (int)Math.Round(pupils * PlanShare(district)) - elsewhere);
        }
    }

    // Before independent schools are counted, so that it is near enough only to share the special schools among the districts.
    private double PlansOf(int district)
    {
        double state = 0;
        double outside = 0;
        for (int year = 0; year < Estate.Years; year++)
        {
            double independent = Share("independent", year, district);
            state += Mainstream[year][district];
            outside += Mainstream[year][district] * independent / (1 - independent);
        }

        return (state + outside) * PlanShare(district);
    }

    private void Sectors()
    {
        for (int year = 0; year < Estate.Years; year++)
        {
            for (int district = 0; district < _districts; district++)
            {
                double independent = Share("independent", year, district);
                double home = year > YearGroups.LastSecondary ? 0 : Share("home", year, district);
                double known = (Mainstream[year][district] + SpecialByYear[year][district] + External[year][district]) / (1 - independent - home);
                // After Year 11 many leave school altogether: the independent schools keep the number of their Year 11.
                double all = year > YearGroups.LastSecondary ? Total(YearGroups.LastSecondary, district) : known;
                Independent[year][district] = (int)Math.Round(all * independent);
                HomeEducated[year][district] = (int)Math.Round(all * home);
            }
        }
    }

    private int Total(int year, int district) => Mainstream[year][district] + SpecialByYear[year][district] + External[year][district]
        + Independent[year][district] + HomeEducated[year][district] + Further[year][district];

    // A year group after Year 11 is as large as Year 11; who is on no roll is at a college, at work or in training.
    private void AfterYear11(SchoolCalendar calendar)
    {
        int last = Estate.Years - 1;
        int adult = calendar.Start.AddYears(-Adult).DayNumber - calendar.Start.DayNumber;
        int first = calendar.FirstDayOf(-last - PreSchool);
        int next = calendar.FirstDayOf(-last - PreSchool + 1);
        StillUnder18 = Math.Clamp((double)(next - 1 - adult) / (next - first), 0, 1);
        BornSoFar = (double)(1 - calendar.FirstDayOf(0)) / (next - first);
        for (int district = 0; district < _districts; district++)
        {
            int eleven = Total(YearGroups.LastSecondary, district);
            Further[last - 1][district] = Math.Max(0, eleven - Total(last - 1, district));
            Further[last][district] = (int)Math.Round(Math.Max(0, eleven - Total(last, district)) * StillUnder18);
        }
    }

    // Below school age are those who are missing from the population.
    private int[][] Youngest(SchoolCalendar calendar)
    {
        int last = Estate.Years - 1;
        double known = Enumerable.Range(0, last).Sum(year => Enumerable.Range(0, _districts).Sum(d => Total(year, d)))
            + Enumerable.Range(0, _districts).Sum(d => Further[last][d] + ((Total(last, d) - Further[last][d]) * StillUnder18));
        double[] sizes = [.. Enumerable.Range(0, PreSchool).Select(i => (1 - (_files["pre-school-fall"] * i)) * (i == PreSchool - 1 ? BornSoFar : 1))];
        int[] cohorts = Apportion.Share((int)Math.Round(_files["under-18"] - known), sizes);
        double[] shares = [.. Enumerable.Range(0, _districts).Select(d => (double)Total(0, d))];
        return [.. cohorts.Select(number => Apportion.Share(number, shares))];
    }
}
