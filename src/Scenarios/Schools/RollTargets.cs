using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Pupils by district of the school and year group.</summary>
internal sealed class RollTargets
{
    private const int YearsApart = 5;

    private RollTargets(int districts) => Rolls = [.. Enumerable.Range(0, districts).Select(_ => new int[Estate.Years])];

    /// <summary>Pupils: district, year group.</summary>
    public int[][] Rolls { get; private init; }

    /// <summary>
    /// January 2014. Years R and 7 and the sums of R to 6 and 7 to 11 are printed; the years between lie on a straight line from the
    /// printed first year to the printed sum. Years 12 and 13 are an assumed share of Year 11.
    /// </summary>
    public static RollTargets January2014(SchoolFiles files)
    {
        var targets = new RollTargets(files.Districts.Count);
        for (int district = 0; district < files.Districts.Count; district++)
        {
            int Printed(string measure) => (int)files.Observed(measure, files.Districts[district].Name, SchoolBaseline.January2014);
            Line(targets.Rolls[district], 0, YearGroups.LastPrimary, Printed("roll/year-r"), Printed("roll/primary"));
            Line(targets.Rolls[district], YearGroups.FirstSecondary, YearGroups.LastSecondary, Printed("roll/year-7"), Printed("roll/secondary-7-11"));
        }

        targets.SixthForms(files);
        return targets;
    }

    /// <summary>
    /// May 2019, of which only Kent's totals are printed. Years 5 to 11 are the cohorts of January 2014, five years older, grown by
    /// the district's assumed migration; Years R to 4 have the assumed profile and the districts' shares of Reception in 2014, grown
    /// likewise; all scaled to the printed totals. Secondary rolls stay where the schools are: shares of Year 7 in 2014, grown.
    /// </summary>
    public static RollTargets May2019(SchoolFiles files)
    {
        RollTargets before = January2014(files);
        var targets = new RollTargets(files.Districts.Count);
        double total = files.Observed("roll/secondary", "Kent", SchoolBaseline.May2019);
        double staying = files["staying-on-year-12"] * (1 + files["staying-on-year-13"]);
        double[] secondary = [.. Enumerable.Range(2, YearsApart).Select(year => (double)before.Kent(year))];
        double scale = total / (secondary.Sum() + (staying * secondary[^1]));
        for (int year = YearGroups.FirstSecondary; year <= YearGroups.LastSecondary; year++)
        {
            double[] shares = [.. Enumerable.Range(0, files.Districts.Count).Select(d => before.Rolls[d][YearGroups.FirstSecondary] * Growth(files, d, YearsApart))];
            targets.Set(year, Apportion.Share((int)Math.Round(secondary[year - YearGroups.FirstSecondary] * scale), shares));
        }

        targets.SixthForms(files, (int)total - targets.Sum(YearGroups.FirstSecondary, YearGroups.LastSecondary));
        targets.Primary(files, before, scale);
        return targets;
    }

    /// <summary>Pupils of Kent in a year group.</summary>
    public int Kent(int year) => Rolls.Sum(district => district[year]);

    /// <summary>Pupils of Kent in a range of year groups.</summary>
    public int Sum(int first, int last) => Enumerable.Range(first, last - first + 1).Sum(Kent);

    /// <summary>
    /// Replaces Years R to 6 by those that a profile asks for in some districts: the others give or take, so that each year group keeps its
    /// number in Kent.
    /// </summary>
    /// <param name="factors">By district and year group, relative to the rolls so far; NaN where a district gives way.</param>
    public RollTargets Reshaped(double[][] factors)
    {
        var result = new RollTargets(Rolls.Length) { Rolls = [.. Rolls.Select(row => (int[])row.Clone())] };
        for (int year = 0; year <= YearGroups.LastPrimary; year++)
        {
            double held = Enumerable.Range(0, Rolls.Length).Where(d => !double.IsNaN(factors[d][year])).Sum(d => Rolls[d][year] * factors[d][year]);
            double free = Enumerable.Range(0, Rolls.Length).Where(d => double.IsNaN(factors[d][year])).Sum(d => Rolls[d][year]);
            double rest = (Kent(year) - held) / free;
            result.Set(year, Apportion.Share(Kent(year), [.. Enumerable.Range(0, Rolls.Length).Select(d =>
                Rolls[d][year] * (double.IsNaN(factors[d][year]) ? rest : factors[d][year]))]));
        }

        return result;
    }

    private static double Growth(SchoolFiles files, int district, int years)
    {
        double growth = 1;
        for (int i = 0; i < years; i++)
        {
            growth *= 1 + files.Plans[district].CohortGrowth;
        }

        return growth;
    }

    private void Primary(SchoolFiles files, RollTargets before, double scale)
    {
        int total = (int)files.Observed("roll/primary", "Kent", SchoolBaseline.May2019);
        int[] kent = new int[YearGroups.LastPrimary + 1];
        (kent[5], kent[6]) = ((int)Math.Round(before.Kent(0) * scale), (int)Math.Round(before.Kent(1) * scale));
        double[] profile = [.. Enumerable.Range(0, YearsApart).Select(year => files[$"cohort-profile/{year}"])];
        Apportion.Share(total - kent[5] - kent[6], profile).CopyTo(kent, 0);
        for (int year = 0; year <= YearGroups.LastPrimary; year++)
        {
            // The younger a year group, the longer the districts have grown apart since the Reception of 2014.
            int cohort = Math.Max(0, year - YearsApart);
            int years = YearsApart + Math.Max(0, YearsApart - year);
            Set(year, Apportion.Share(kent[year], [.. Enumerable.Range(0, files.Districts.Count).Select(d => before.Rolls[d][cohort] * Growth(files, d, years))]));
        }
    }

    private void SixthForms(SchoolFiles files, int? both = null)
    {
        double first = files["staying-on-year-12"];
        double second = files["staying-on-year-13"];
        double[] eleven = [.. Rolls.Select(row => (double)row[YearGroups.LastSecondary])];
        int sum = both ?? (int)Math.Round(eleven.Sum() * first * (1 + second));
        int twelve = (int)Math.Round(sum / (1 + second));
        Set(YearGroups.LastSecondary + 1, Apportion.Share(twelve, eleven));
        Set(YearGroups.LastSecondary + 2, Apportion.Share(sum - twelve, eleven));
    }

    private void Set(int year, int[] byDistrict)
    {
        for (int district = 0; district < byDistrict.Length; district++)
        {
            Rolls[district][year] = byDistrict[district];
        }
    }

    private static void Line(int[] row, int first, int last, int start, int sum)
    {
        int count = last - first;
        double slope = (sum - start - (count * start)) / (count * (count + 1) / 2.0);
        row[first] = start;
        Apportion.Share(sum - start, [.. Enumerable.Range(1, count).Select(k => start + (slope * k))]).CopyTo(row, first + 1);
    }
}
