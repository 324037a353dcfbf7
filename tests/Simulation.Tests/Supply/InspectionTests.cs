using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.SimulationTests.Supply;

/// <summary>Inspections follow the table of grades and the gaps between them.</summary>
public sealed class InspectionTests
{
    private const int Schools = 20_000;

    private readonly SupplyBench _bench = new();

    private static Draws DrawsOf(int school) => new(new DrawKey(3, 0), EntityId.Of(EntityKind.School, 0, 0, school));

    [Fact]
    public void Grades_follow_the_table()
    {
        int[] counts = new int[4];
        for (int n = 0; n < Schools; n++)
        {
            SchoolStatus status = SchoolStatus.Of(SupplyBench.Primary, open: true);
            InspectionRules.Wake(ref status, SupplyBench.Primary, DrawsOf(n), _bench.On(100), new SupplyEffects());
            counts[(int)status.Grade - 1]++;
        }

        // From good: 5, 82, 3 and 1 of 91. Five standard errors each: left less than once in a million.
        foreach ((int count, double expected) in counts.Zip([5 / 91.0, 82 / 91.0, 3 / 91.0, 1 / 91.0]))
        {
            double error = Math.Sqrt(expected * (1 - expected) / Schools);
            Assert.InRange((double)count / Schools, expected - (5 * error), expected + (5 * error));
        }
    }

    [Fact]
    public void A_good_school_is_seen_again_after_four_years_and_one_that_requires_improvement_sooner()
    {
        double Mean(Grade grade)
        {
            long days = 0;
            for (int n = 0; n < Schools; n++)
            {
                SchoolStatus status = SchoolStatus.Of(SupplyBench.Academy with { Grade = grade }, open: true);
                InspectionRules.Open(ref status, DrawsOf(n), 0, _bench.Rates.Inspection);
                days += status.NextDay;
            }

            return (double)days / Schools / Age.Year;
        }

        // The spread is a quarter of the mean: five standard errors are 0.035 years of 3.95.
        Assert.InRange(Mean(Grade.Good), 3.91, 3.99);
        Assert.InRange(Mean(Grade.RequiresImprovement), 2.27, 2.33);
    }

    [Fact]
    public void A_school_found_open_has_part_of_its_gap_behind_it()
    {
        long days = 0;
        for (int n = 0; n < Schools; n++)
        {
            SchoolStatus status = SchoolStatus.Of(SupplyBench.Primary, open: true);
            InspectionRules.Start(ref status, DrawsOf(n), 0, _bench.Rates.Inspection);
            days += status.NextDay;
        }

        // The mean rest of a renewal process: (mean / 2)(1 + spread squared) = 2.098 years; standard error 0.009.
        Assert.InRange((double)days / Schools / Age.Year, 2.05, 2.15);
    }

    [Fact]
    public void An_inadequate_school_of_the_council_becomes_an_academy_without_a_grade_and_an_academy_is_inspected_again()
    {
        var effects = new SupplyEffects();
        SchoolStatus status = SchoolStatus.Of(SupplyBench.Primary with { Grade = Grade.Inadequate }, open: true);
        InspectionRules.Wake(ref status, SupplyBench.Primary, DrawsOf(1), _bench.On(10), effects);
        Assert.Equal((SchoolAuthority.Academy, Grade.None), (status.Authority, status.Grade));
        Assert.Equal(SupplyEffectKind.Academise, Assert.Single(effects.Wanted.ToArray()).Kind);
        Assert.True(status.NextDay > 10 + 365);

        SchoolStatus academy = SchoolStatus.Of(SupplyBench.Academy with { Grade = Grade.Inadequate }, open: true);
        effects.Clear();
        InspectionRules.Wake(ref academy, SupplyBench.Academy, DrawsOf(1), _bench.On(10), effects);
        Assert.Equal(SupplyEffectKind.Graded, Assert.Single(effects.Wanted.ToArray()).Kind);
    }

    [Fact]
    public void A_closing_school_is_not_inspected()
    {
        SchoolStatus status = SchoolStatus.Of(SupplyBench.Primary, open: true) with { Standing = SchoolStanding.Closing };
        InspectionRules.Wake(ref status, SupplyBench.Primary, DrawsOf(1), _bench.On(10), new SupplyEffects());
        Assert.Equal(SchemeState.Never, status.NextDay);
    }
}
