using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.SimulationTests.Supply;

/// <summary>The stages of a scheme: their order, their lengths and the dates that bind them.</summary>
public sealed class SchemeCourseTests
{
    private const uint Many = 400;

    private readonly SupplyBench _bench = new();

    public static TheoryData<SchemeKind> Kinds => [.. Enum.GetValues<SchemeKind>()];

    private static School SchoolOf(SchemeKind kind) => kind switch
    {
        SchemeKind.Open => SupplyBench.NewPrimary,
        SchemeKind.SpecialPlaces => SupplyBench.Special,
        SchemeKind.Close => SupplyBench.Secondary,
        _ => SupplyBench.Primary,
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Stages_come_in_order_but_for_a_cost_that_has_risen(SchemeKind kind)
    {
        Scheme scheme = _bench.Scheme(SchoolOf(kind), kind, 30);
        for (uint replication = 0; replication < Many; replication++)
        {
            SupplyBench.Course course = _bench.Run(scheme, SchoolOf(kind), replication);
            foreach (((int _, SchemeStage before), (int _, SchemeStage after)) in course.Stages.Zip(course.Stages.Skip(1)))
            {
                bool returned = before is SchemeStage.RefinedCost or SchemeStage.Planning && after == SchemeStage.Committee;
                Assert.True(after > before || returned, $"{before} to {after}");
            }

            Assert.Contains(course.State.Stage, (SchemeStage[])[SchemeStage.Ended]);
        }
    }

    [Fact]
    public void A_consultation_takes_26_to_29_days_and_each_length_occurs()
    {
        Scheme scheme = _bench.Scheme(SupplyBench.Primary, SchemeKind.Enlarge, 30);
        HashSet<int> lengths = [];
        for (uint replication = 0; replication < Many; replication++)
        {
            SupplyBench.Course course = _bench.Run(scheme, SupplyBench.Primary, replication);
            if (course.Stages.Any(one => one.Stage == SchemeStage.Committee))
            {
                lengths.Add(course.Entered(SchemeStage.Committee) - course.Entered(SchemeStage.Consultation));
            }
        }

        // A length is missed with probability 0.75^380, far below one in a million.
        Assert.Equal([26, 27, 28, 29], lengths.Order());
    }

    [Fact]
    public void Every_decision_falls_on_a_meeting_and_the_report_has_its_time()
    {
        Scheme scheme = _bench.Scheme(SupplyBench.Primary, SchemeKind.Enlarge, 30);
        for (uint replication = 0; replication < Many; replication++)
        {
            SupplyBench.Course course = _bench.Run(scheme, SupplyBench.Primary, replication);
            foreach ((int day, SupplyEffect _) in course.Of(SupplyEffectKind.Decided))
            {
                DateOnly date = _bench.Calendar.Schools.Start.AddDays(day);
                Assert.Contains((date.Month, date.Day), SupplyBench.Meetings);
                Assert.True(day >= course.Entered(SchemeStage.Committee) + 23);
                Assert.Equal(28, course.Stages.First(one => one.Day > day).Day - day); // The public notice begins with the decision.
            }
        }
    }

    [Fact]
    public void A_rise_of_more_than_a_tenth_goes_back_to_committee_and_no_other_does()
    {
        Scheme scheme = _bench.Scheme(SupplyBench.Primary, SchemeKind.Enlarge, 30);
        long estimate = 210 * _bench.Rates.Costs.PrimaryPlace;
        int returned = 0;
        for (uint replication = 0; replication < Many; replication++)
        {
            SupplyBench.Course course = _bench.Run(scheme, SupplyBench.Primary, replication);
            if (course.Stages.All(one => one.Stage != SchemeStage.RefinedCost))
            {
                Assert.Equal(estimate, course.State.CapitalPence);
                continue;
            }

            bool rise = course.State.CapitalPence > estimate * 1.1;
            returned += rise ? 1 : 0;
            Assert.Equal(rise ? 2 : 1, course.Stages.Count(one => one.Stage == SchemeStage.Committee));
        }

        // P(ratio above 1.1) = P(z > ln(1.1 / 1.02) / 0.08) = 0.17: outside 30 to 110 of some 340 less than once in a million.
        Assert.InRange(returned, 30, 110);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_opens_on_a_first_of_September_not_before_the_one_planned(SchemeKind kind)
    {
        School school = SchoolOf(kind);
        Scheme scheme = _bench.Scheme(school, kind, 30);
        int opened = 0;
        for (uint replication = 0; replication < Many; replication++)
        {
            SupplyBench.Course course = _bench.Run(scheme, school, replication);
            foreach ((int day, SchemeStage stage) in course.Stages.Where(one => one.Stage == SchemeStage.Open))
            {
                DateOnly date = _bench.Calendar.Schools.Start.AddDays(day);
                Assert.Equal((9, 1), (date.Month, date.Day));
                Assert.True(_bench.Calendar.Schools.YearOf(day) >= scheme.TargetYear);
            }

            opened += course.State.IsOpen ? 1 : 0;
        }

        Assert.True(opened > Many / 2, $"{kind}: {opened}");
    }

    [Fact]
    public void Places_are_given_before_the_offers_of_the_spring()
    {
        Scheme scheme = _bench.Scheme(SupplyBench.Primary, SchemeKind.Enlarge, 30);
        for (uint replication = 0; replication < Many; replication++)
        {
            foreach ((int day, SupplyEffect effect) in _bench.Run(scheme, SupplyBench.Primary, replication).Of(SupplyEffectKind.AddPlaces))
            {
                int september = effect.FirstCohort + SupplyBench.Primary.FirstYear;
                Assert.Equal(_bench.Calendar.SettleDay(september), day);
            }
        }
    }

    [Fact]
    public void An_academy_waits_for_agreement_instead_of_a_notice_and_a_new_school_for_its_competition()
    {
        SchemeStage[] Stages(School school, SchemeKind kind) =>
            [.. Enumerable.Range(0, 200).SelectMany(n => _bench.Run(_bench.Scheme(school, kind, 30), school, (uint)n).Stages).Select(one => one.Stage).Distinct()];

        SchemeStage[] council = Stages(SupplyBench.Primary, SchemeKind.Enlarge);
        SchemeStage[] academy = Stages(SupplyBench.Academy, SchemeKind.Enlarge);
        SchemeStage[] opened = Stages(SupplyBench.NewPrimary, SchemeKind.Open);
        SchemeStage[] told = [SchemeStage.PublicNotice, SchemeStage.Agreement, SchemeStage.Competition];
        Assert.Equal([SchemeStage.PublicNotice], told.Intersect(council));
        Assert.Equal([SchemeStage.Agreement], told.Intersect(academy));
        Assert.Equal([SchemeStage.Competition], told.Intersect(opened));
    }

    [Fact]
    public void A_scheme_found_under_way_goes_on_from_its_stage()
    {
        Scheme scheme = _bench.Scheme(SupplyBench.Secondary, SchemeKind.Enlarge, 30, fromYear: 3) with
        {
            Stage = SchemeStage.Committee,
            StageDay = new DateOnly(2019, 7, 19).DayNumber - _bench.Calendar.Schools.Start.DayNumber,
        };
        SupplyBench.Course course = _bench.Run(scheme, SupplyBench.Secondary);
        Assert.Equal((0, SchemeStage.Committee), course.Stages[0]);
        Assert.Equal(new DateOnly(2019, 10, 1), _bench.Calendar.Schools.Start.AddDays(course.Stages[1].Day));
    }

    [Fact]
    public void The_same_scheme_has_the_same_luck_beside_any_other_and_whenever_it_is_asked()
    {
        Scheme scheme = _bench.Scheme(SupplyBench.Primary, SchemeKind.Enlarge, 30);
        SupplyBench.Course one = _bench.Run(scheme, SupplyBench.Primary, 3);
        _bench.Run(_bench.Scheme(SupplyBench.Primary, SchemeKind.Enlarge, 30, n: 1), SupplyBench.Primary, 3);
        Assert.Equal(one.Effects, _bench.Run(scheme, SupplyBench.Primary, 3).Effects);

        // Put off by a year it passes its stages on the same days, and opens a year later or, where it was late, on the day it was ready for.
        SupplyBench.Course held = _bench.Run(scheme with { HeldYears = 1 }, SupplyBench.Primary, 3);
        Assert.Equal(
            one.Stages.Where(s => s.Stage <= SchemeStage.Ready), held.Stages.Where(s => s.Stage <= SchemeStage.Ready));
        Assert.Equal(one.State.OpenYear + 1, held.State.OpenYear);
    }

    [Fact]
    public void More_delay_never_opens_a_scheme_sooner_and_more_failure_saves_none()
    {
        SupplyBench[] delays = [.. new[] { 0.5, 0.8, 1, 1.2, 1.5, 2 }.Select(delay => new SupplyBench(1, delay))];
        SupplyBench[] failures = [.. new[] { 0, 0.5, 1, 2, 4 }.Select(failure => new SupplyBench(failure))];
        Scheme scheme = _bench.Scheme(SupplyBench.Academy, SchemeKind.Enlarge, 30);
        for (uint replication = 0; replication < Many; replication++)
        {
            foreach (SupplyBench[] turned in new[] { delays, failures })
            {
                int[] opens = [.. turned.Select(bench => OpensIn(bench.Run(scheme, SupplyBench.Academy, replication).State))];
                Assert.True(opens.SequenceEqual(opens.Order()), $"replication {replication}: {string.Join(", ", opens)}");
            }
        }

        static int OpensIn(in SchemeState state) => state.OpenYear < 0 ? int.MaxValue : state.OpenYear;
    }

    [Fact]
    public void What_is_certain_opens_as_planned_whatever_the_rates()
    {
        var bench = new SupplyBench(failures: 100, delays: 5);
        for (uint replication = 0; replication < 50; replication++)
        {
            Scheme scheme = bench.Scheme(SupplyBench.Primary, SchemeKind.Enlarge, 30) with { Certain = true };
            SupplyBench.Course course = bench.Run(scheme, SupplyBench.Primary, replication);
            Assert.Equal(3, course.State.OpenYear);
            Assert.Single(course.Of(SupplyEffectKind.Opened));
            Assert.Empty(course.Of(SupplyEffectKind.Late));
        }
    }

    [Fact]
    public void What_is_cancelled_adds_nothing_and_nothing_stands_in_for_it()
    {
        Scheme scheme = _bench.Scheme(SupplyBench.Primary, SchemeKind.Enlarge, 30) with { CancelDay = _bench.Calendar.PlanDay(1) + 30 };
        SupplyBench.Course course = _bench.Run(scheme, SupplyBench.Primary);
        Assert.Equal(SchemeFailure.Cancelled, course.State.Failure);
        Assert.Empty(course.Of(SupplyEffectKind.AddPlaces));
        Assert.Empty(course.Of(SupplyEffectKind.Pay));
    }
}
