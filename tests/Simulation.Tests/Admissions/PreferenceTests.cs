using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.SimulationTests.Schools;
using MathNet.Numerics.Distributions;

namespace KentSufficiency.SimulationTests.Admissions;

/// <summary>What families name, and in which order.</summary>
public class PreferenceTests
{
    private const int Many = 30_000;

    /// <summary>
    /// Orders of three schools by families of one home, against the exploded logit: 6 orders, 5 degrees of freedom. False alarms: one
    /// in a million.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Orders_of_preference_are_those_of_a_logit(int entryYear)
    {
        SchoolKind kind = entryYear == 0 ? SchoolKind.Primary : SchoolKind.Secondary;
        Estate estate = TestEstate.Of(
        [
            TestEstate.School(0, kind, east: 100) with { Pull = 0.4 },
            TestEstate.School(1, kind, north: -50) with { Grade = Grade.Outstanding },
            TestEstate.School(2, kind, east: -30, north: 40) with { Grade = Grade.Inadequate },
        ]);
        var bench = new AdmissionsBench(estate);
        bench.Hold(AdmissionsBench.Plain, entryYear, [.. Enumerable.Range(0, Many).Select(n => AdmissionsBench.At(n))]);
        double perMile = AdmissionsBench.Plain.PerMile[entryYear == 0 ? 0 : 1];
        double[] odds = [Elementary.Exp(0.4 - perMile), Elementary.Exp(0.5 - (0.5 * perMile)), Elementary.Exp(-1 - (0.5 * perMile))];

        double statistic = 0;
        foreach ((int a, int b) in new[] { (0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1) })
        {
            double expected = Many * odds[a] / odds.Sum() * odds[b] / (odds.Sum() - odds[a]);
            int seen = Enumerable.Range(0, Many).Count(n => bench.Lists.Schools(n)[0] == a && bench.Lists.Schools(n)[1] == b);
            statistic += (seen - expected) * (seen - expected) / expected;
        }

        Assert.True(statistic < ChiSquared.InvCDF(5, 1 - 1e-6), $"{statistic}");
    }

    /// <summary>
    /// Half the families have an older child at one of two schools; the effect is so great that they follow it. What the older child's school
    /// is does not follow from this child's taste: agreement of the two tastes would be one half. False alarms: one in a million (4.9 sd).
    /// </summary>
    [Fact]
    public void The_older_childs_school_is_chosen_by_a_taste_of_its_own_and_liked_all_the_more()
    {
        Estate estate = TestEstate.Of([TestEstate.School(0, SchoolKind.Primary, east: 50), TestEstate.School(1, SchoolKind.Primary, east: -50)]);
        Applicant[] applicants = [.. Enumerable.Range(0, Many).Select(n => AdmissionsBench.At(n))];
        var alone = new AdmissionsBench(estate);
        var together = new AdmissionsBench(estate);
        AdmissionOutcome[] without = alone.Hold(AdmissionsBench.Plain, 0, applicants);
        AdmissionOutcome[] with = together.Hold(AdmissionsBench.Plain with { SiblingShare = [1, 1, 1], SiblingEffect = 50 }, 0, applicants);

        int agree = without.Zip(with).Count(pair => pair.First.First == pair.Second.First);
        Assert.InRange(agree, (Many / 2) - (4.9 * Math.Sqrt(Many / 4.0)), (Many / 2) + (4.9 * Math.Sqrt(Many / 4.0)));
    }

    [Fact]
    public void Families_of_a_faith_turn_to_schools_of_faith_and_others_do_not()
    {
        Estate estate = TestEstate.Of([TestEstate.School(0, SchoolKind.Primary), TestEstate.School(1, SchoolKind.Primary) with { Faith = true }]);
        Applicant[] applicants = [.. Enumerable.Range(0, 500).Select(n => AdmissionsBench.At(n))];
        var bench = new AdmissionsBench(estate);
        AdmissionOutcome[] plain = bench.Hold(AdmissionsBench.Plain, 0, applicants);
        AdmissionRates rates = AdmissionsBench.Plain with { FaithShare = 0.5, FaithEffect = 50 };
        AdmissionOutcome[] faithful = bench.Hold(rates, 0, applicants);

        Assert.All(Enumerable.Range(0, 500), n =>
        {
            bool practises = AdmissionCharacter.OfFaith(AdmissionCharacter.Of(AdmissionsBench.DrawsOf(applicants[n].Id)), rates);
            Assert.Equal(practises ? 1 : plain[n].First, faithful[n].First);
        });
    }

    [Fact]
    public void Residents_prefer_schools_of_their_own_district_only_for_year_7_and_only_by_the_lever()
    {
        Estate estate = TestEstate.Of(
            [TestEstate.School(0, SchoolKind.Secondary), TestEstate.School(1, SchoolKind.Secondary, district: 1), TestEstate.School(2, SchoolKind.Primary), TestEstate.School(3, SchoolKind.Primary, district: 1)],
            TestEstate.Area(0, district: 1));
        var bench = new AdmissionsBench(estate);
        Applicant[] applicants = [.. Enumerable.Range(0, 300).Select(n => AdmissionsBench.At(n))];
        AdmissionRates local = AdmissionsBench.Plain with { LocalEffect = 50 };

        Assert.All(bench.Hold(local, 7, applicants), outcome => Assert.Equal(1, outcome.First));
        Assert.Contains(bench.Hold(AdmissionsBench.Plain, 7, applicants), outcome => outcome.First == 0);
        Assert.Contains(bench.Hold(local, 0, applicants), outcome => outcome.First == 2);
    }

    [Fact]
    public void Lists_are_as_long_as_the_rates_allow_and_no_school_is_named_twice()
    {
        var bench = new AdmissionsBench(TestEstate.County());
        Applicant[] applicants = bench.Spread(3000);
        foreach ((int year, int longest) in new[] { (0, 3), (7, 4) })
        {
            bench.Hold(AdmissionsBench.Varied, year, applicants);
            int[] lengths = [.. Enumerable.Range(0, applicants.Length).Select(n => bench.Lists.Schools(n).Length)];
            Assert.Equal([.. Enumerable.Range(1, longest)], lengths.Distinct().Order());
            Assert.All(Enumerable.Range(0, applicants.Length), n =>
                Assert.Equal(lengths[n], bench.Lists.Schools(n).ToArray().Distinct().Count()));
        }
    }

    [Fact]
    public void Only_those_who_passed_the_test_name_a_grammar_school_and_their_demand_elsewhere_is_known()
    {
        Estate estate = TestEstate.County();
        var bench = new AdmissionsBench(estate);
        AdmissionRates rates = AdmissionsBench.Varied with { SelectiveEffect = 50 };
        Applicant[] applicants = bench.Spread(4000);
        AdmissionOutcome[] outcomes = bench.Hold(rates, 7, applicants);
        int passed = 0;
        for (int n = 0; n < applicants.Length; n++)
        {
            bool passes = AdmissionCharacter.PassesTest(AdmissionCharacter.Of(AdmissionsBench.DrawsOf(applicants[n].Id)), rates);
            passed += passes ? 1 : 0;
            Assert.Equal(passes, estate.Schools[outcomes[n].First].Selective);
            Assert.False(estate.Schools[outcomes[n].FirstOpen].Selective);
            Assert.True(passes || outcomes[n].School == ushort.MaxValue || !estate.Schools[outcomes[n].School].Selective);
        }

        Assert.InRange(passed, 800, 1200);
    }

    [Fact]
    public void A_school_that_takes_no_part_is_named_by_nobody_and_one_that_is_full_may_be()
    {
        var bench = new AdmissionsBench(TestEstate.Of([TestEstate.School(0, SchoolKind.Primary), TestEstate.School(1, SchoolKind.Primary)]));
        (bench.Places[0], bench.Places[1]) = (-1, 0);
        AdmissionOutcome outcome = Assert.Single(bench.Hold(AdmissionsBench.Plain, 0, AdmissionsBench.At(1)));

        Assert.Equal((1, ushort.MaxValue, AdmissionRoute.None), (outcome.First, outcome.School, outcome.Route));
    }

    /// <summary>Euler's constant and pi squared over six, less what the table cuts off at its ends.</summary>
    [Fact]
    public void The_table_of_tastes_is_that_of_a_gumbel_variable()
    {
        double[] values = [.. Taste.Quantiles.ToArray().Select(value => (double)value)];
        double mean = values.Average();

        Assert.Equal(0.57722, mean, 0.0002);
        Assert.Equal(Math.PI * Math.PI / 6, values.Average(value => (value - mean) * (value - mean)), 0.003);
        Assert.Equal(0.36788, values.Count(value => value < 0) / (double)values.Length, 0.0002);
        Assert.Equal(values.Order(), values);
    }

    [Fact]
    public void A_taste_is_addressed_by_child_phase_and_school()
    {
        Draws draws = AdmissionsBench.DrawsOf(AdmissionsBench.IdOf(3));
        float[] tastes = [.. Enumerable.Range(0, 40).Select(school => Taste.Of(draws, SchoolPhase.Primary, school))];
        float[] later = [.. Enumerable.Range(0, 40).Select(school => Taste.Of(draws, SchoolPhase.Secondary, school))];

        Assert.Equal(tastes, Enumerable.Range(0, 40).Select(school => Taste.Of(draws, SchoolPhase.Primary, school)));
        Assert.True(tastes.Concat(later).Distinct().Count() > 70);
        Assert.Equal(
            Taste.OfWord(draws.For(Process.Preference, (1 << 16) | (38 / 4)).C), Taste.Of(draws, SchoolPhase.Secondary, 38));
    }
}
