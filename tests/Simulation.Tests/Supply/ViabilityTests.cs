using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.SimulationTests.Supply;

/// <summary>The closure loop: confidence, roll, deficit, closure.</summary>
public sealed class ViabilityTests
{
    private static readonly ViabilityReview s_empty = new(300, 900, 50, 180, PlacesInReach: 1000, PlacesNeeded: 300);
    private static readonly ViabilityReview s_full = new(850, 900, 175, 180, PlacesInReach: 1000, PlacesNeeded: 850);

    private readonly SupplyRates _rates = SupplyBench.Of(1, 1);

    private static Draws DrawsOf(int school) => new(new DrawKey(3, 0), EntityId.Of(EntityKind.School, 0, 0, school));

    private SchoolStatus Years(int school, ViabilityReview review, int years, SupplyEffects? effects = null)
    {
        SchoolStatus status = SchoolStatus.Of(SupplyBench.Secondary, open: true);
        for (int year = 0; year < years && status.Standing == SchoolStanding.Open; year++)
        {
            ViabilityRules.Review(ref status, SupplyBench.Secondary, review, year, DrawsOf(school), _rates.Viability, effects ?? new SupplyEffects());
        }

        return status;
    }

    [Fact]
    public void An_empty_school_gets_its_recovery_plan_before_it_may_close()
    {
        for (int school = 0; school < 200; school++)
        {
            Assert.Equal(SchoolStanding.Open, Years(school, s_empty, 3).Standing);
        }

        // After the plan it closes with 30% a year: 200 schools over two more years, 102 expected, 7 standard deviations either side.
        Assert.InRange(Enumerable.Range(0, 200).Count(school => Years(school, s_empty, 5).Standing == SchoolStanding.Closing), 53, 151);
    }

    [Fact]
    public void It_closes_only_where_others_have_places()
    {
        ViabilityReview alone = s_empty with { PlacesInReach = 299 };
        Assert.All(Enumerable.Range(0, 200), school => Assert.Equal(SchoolStanding.Open, Years(school, alone, 12).Standing));
    }

    [Fact]
    public void A_full_school_or_one_whose_intake_recovers_stays()
    {
        ViabilityReview recovering = s_empty with { Intake = 150 };
        Assert.All(Enumerable.Range(0, 200), school =>
        {
            Assert.Equal(SchoolStanding.Open, Years(school, s_full, 12).Standing);
            Assert.Equal(SchoolStanding.Open, Years(school, recovering, 12).Standing);
        });
    }

    [Fact]
    public void Deficits_and_a_fall_to_inadequate_cost_confidence_and_time_heals()
    {
        double Mean(Func<int, SchoolStatus> status) => Enumerable.Range(0, 500).Average(school => status(school).Confidence);
        Assert.True(Mean(school => Years(school, s_empty, 3)) < Mean(school => Years(school, s_full, 3)) - 0.2);

        SchoolStatus Fallen(int school, int yearsAfter)
        {
            SchoolStatus status = SchoolStatus.Of(SupplyBench.Secondary, open: true) with { Grade = Grade.Inadequate };
            for (int year = 0; year <= yearsAfter; year++)
            {
                ViabilityRules.Review(ref status, SupplyBench.Secondary, s_full, year, DrawsOf(school), _rates.Viability, new SupplyEffects());
            }

            return status;
        }

        // Lost 0.5, of which 0.7 a year is left: -0.50, -0.35, -0.17 after three; noise of the mean is below 0.004.
        Assert.InRange(Mean(school => Fallen(school, 0)), -0.53, -0.47);
        Assert.InRange(Mean(school => Fallen(school, 3)), -0.20, -0.14);
    }

    [Fact]
    public void A_closing_school_admits_nobody_displaces_the_middle_years_and_closes_a_year_later()
    {
        var effects = new SupplyEffects();
        int school = Enumerable.Range(0, 200).First(n => Years(n, s_empty, 4).Standing == SchoolStanding.Closing);
        SchoolStatus status = Years(school, s_empty, 4, effects);
        Assert.Equal(4 - 7, Assert.Single(effects.Wanted.ToArray(), one => one.Kind == SupplyEffectKind.StopAdmitting).FirstCohort);
        Assert.False(status.Admits(4 - 7));
        Assert.True(status.Admits(3 - 7));

        effects.Clear();
        ViabilityRules.September(ref status, SupplyBench.Secondary, 4, effects);
        Assert.All(effects.Wanted.ToArray(), one => Assert.Equal(SupplyEffectKind.Displace, one.Kind));
        effects.Clear();
        ViabilityRules.September(ref status, SupplyBench.Secondary, 5, effects);
        Assert.Equal(SupplyEffectKind.CloseSchool, Assert.Single(effects.Wanted.ToArray()).Kind);
    }
}
