using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>
/// What the Gravesend and Longfield forecast says about the cohorts of Years 2 to 6: the districts that feed the group must have so many children in
/// them that, with the flows of today's Year 7 and the growth by migration, the group's places fall short by the printed numbers.
/// </summary>
/// <param name="files">The data.</param>
/// <param name="flows">Flows of Year 7.</param>
/// <param name="draft">The schools.</param>
internal sealed class GroupOutlook(SchoolFiles files, PupilFlows flows, EstateDraft draft)
{
    private const int Entry = 7;
    private const int Rounds = 12;

    /// <summary>Year groups of today whose entry the forecast covers.</summary>
    private const int FirstForecast = 2;

    private static readonly string[] s_feeding = ["dartford", "gravesham"];

    /// <summary>By year group and district; asked for over and over.</summary>
    private readonly double?[,] _rates = new double?[Entry, files.Districts.Count];

    /// <summary>Places in Year 7 of the group, by admission number: what schools take above it is not counted.</summary>
    public int Places => draft.Schools.Where(school => school.Group == 0).Sum(school => school.Capacity[Entry]);

    /// <summary>Places short when a year group of today enters Year 7: the printed forecast, a straight line between its two years.</summary>
    public double Deficit(int year)
    {
        double near = files.Observed("deficit-places-target/year-7", "Gravesend and Longfield non-selective", new DateOnly(2019, 9, 1));
        double far = files.Observed("deficit-places-target/year-7", "Gravesend and Longfield non-selective", new DateOnly(2023, 9, 1));
        return near + ((far - near) * (YearGroups.LastPrimary - Math.Max(year, FirstForecast)) / (YearGroups.LastPrimary - FirstForecast));
    }

    /// <summary>Children expected at the group's schools when a year group of today enters Year 7.</summary>
    /// <param name="year">Year group of today, R to 6.</param>
    /// <param name="pupils">Pupils of it on mainstream rolls, by district of the home.</param>
    /// <param name="district">One district only; all where it is null.</param>
    public double Expected(int year, IReadOnlyList<int> pupils, int? district = null)
    {
        double sum = 0;
        for (int d = 0; d < pupils.Count; d++)
        {
            sum += district is null || district == d ? pupils[d] * Rate(year, d) : 0;
        }

        return sum;
    }

    /// <summary>The rolls of Years R to 6 that meet the forecast. Years R and 1, which it does not cover, keep the shape of Year 2.</summary>
    public RollTargets Shape(RollTargets targets)
    {
        RollTargets shaped = targets;
        double[][] factors = [.. files.Districts.Select(d => Enumerable.Repeat(s_feeding.Contains(d.Id) ? 1 : double.NaN, YearGroups.LastPrimary + 1).ToArray())];
        for (int round = 0; round < Rounds; round++)
        {
            for (int year = YearGroups.LastPrimary; year >= 0; year--)
            {
                int[] pupils = [.. shaped.Rolls.Select(row => row[year])];
                double feeding = Feeding.Sum(d => Expected(year, pupils, d));
                double factor = 1 + ((Places + Deficit(year) - Expected(year, pupils)) / feeding);
                foreach (int d in Feeding)
                {
                    factors[d][year] = year < FirstForecast ? factors[d][FirstForecast] : factors[d][year] * factor;
                }
            }

            shaped = targets.Reshaped(factors);
        }

        return shaped;
    }

    /// <summary>Of the pupils of a primary year group, the part that is in state schools in Year 7.</summary>
    public static double Onward(SchoolFiles files, int district)
    {
        double Leaves(string phase) => (files.Assumption($"residents/independent-share/{phase}", district) * files["independent-factor"])
            + files.Assumption($"residents/home-educated/{phase}");
        return (1 - Leaves("secondary")) / (1 - Leaves("primary"));
    }

    private IEnumerable<int> Feeding => Enumerable.Range(0, files.Districts.Count).Where(d => s_feeding.Contains(files.Districts[d].Id));

    private double Rate(int year, int district) => _rates[year, district] ??= RateOf(year, district);

    private double RateOf(int year, int district)
    {
        int all = flows.At(Entry, district, _ => true);
        double rate = all == 0 ? 0 : (double)flows.At(Entry, district, school => school.Group == 0) / all;
        for (int i = year; i < Entry; i++)
        {
            rate *= 1 + files["onward-growth"];
        }

        return rate * Onward(files, district);
    }
}
