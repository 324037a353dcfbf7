using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.SimulationTests.Schools;

namespace KentSufficiency.SimulationTests.Admissions;

/// <summary>What comes after Year 11, and the character that admissions ask about.</summary>
public class StayingOnTests
{
    private const int Many = 20_000;

    private static readonly School[] s_schools =
    [
        TestEstate.School(0, SchoolKind.Secondary) with { SixthForm = true },
        TestEstate.School(1, SchoolKind.Secondary),
        TestEstate.School(2, SchoolKind.Secondary, east: 100) with { SixthForm = true, Selective = true },
        TestEstate.School(3, SchoolKind.Secondary, east: 2000) with { SixthForm = true },
    ];

    /// <summary>Shares against the rates, within 4.9 standard deviations: false alarms one in a million each.</summary>
    [Theory]
    [InlineData(0, 0.5, 0.5 * 0.3)]
    [InlineData(1, 0, 0.3)]
    [InlineData(2, 0.9, 0.1 * 0.3)]
    [InlineData(ResidentState.NoSchool, 0, 0.3)]
    public void The_shares_who_stay_and_who_move_are_those_of_the_rates(ushort school, double stays, double moves)
    {
        ushort[] next = [.. Enumerable.Range(0, Many).Select(n => Next(n, school, [50, 0, 50, 50]))];

        AssertShare(stays, next.Count(at => at == school && at != ResidentState.NoSchool));
        AssertShare(moves, next.Count(at => at != school && at != ResidentState.NoSchool));
        Assert.DoesNotContain((ushort)1, next);
    }

    [Fact]
    public void Nobody_moves_to_a_sixth_form_without_a_place_or_out_of_reach_but_the_own_one_has_room()
    {
        ushort[] full = [.. Enumerable.Range(0, 500).Select(n => Next(n, 0, [0, 0, 0, 0]))];
        ushort[] far = [.. Enumerable.Range(0, 500).Select(n => Next(n, 1, [0, 0, 0, 50], AdmissionsBench.Plain with { Reach = [5, 19] }))];

        Assert.Equal([(ushort)0, ResidentState.NoSchool], full.Distinct().Order());
        Assert.Equal([ResidentState.NoSchool], far.Distinct());
    }

    [Fact]
    public void The_share_who_go_on_to_year_13_is_that_of_the_rates() =>
        AssertShare(0.8, Enumerable.Range(0, Many).Count(n => StayingOn.AfterYear12(AdmissionsBench.Plain, Of(n))));

    [Fact]
    public void A_higher_share_adds_children_to_those_with_a_history_of_care_and_drops_none()
    {
        AdmissionRates more = AdmissionsBench.Varied with { LookedAfter = [0.1, 0.1], PreviouslyLookedAfter = [0.1, 0.1] };
        int lookedAfter = 0;
        int any = 0;
        for (int n = 0; n < Many; n++)
        {
            CareHistory before = AdmissionCharacter.CareHistoryOf(Of(n), AdmissionsBench.Varied, SchoolPhase.Secondary);
            CareHistory after = AdmissionCharacter.CareHistoryOf(Of(n), more, SchoolPhase.Secondary);
            Assert.True(before == CareHistory.None || after != CareHistory.None);
            Assert.True(before != CareHistory.LookedAfter || after == CareHistory.LookedAfter);
            lookedAfter += before == CareHistory.LookedAfter ? 1 : 0;
            any += after != CareHistory.None ? 1 : 0;
        }

        AssertShare(0.06, lookedAfter);
        AssertShare(0.2, any);
    }

    private static Draws Of(int number) => AdmissionsBench.DrawsOf(AdmissionsBench.IdOf(number));

    private static ushort Next(int number, ushort school, int[] free, AdmissionRates? rates = null)
    {
        rates ??= AdmissionsBench.Plain;
        Estate estate = TestEstate.Of(s_schools);
        var appeal = new SchoolAppeal(estate);
        appeal.Look(rates, new double[4], new Grade[4]);
        var view = new SixthForms { Estate = estate, Reach = s_reach, Free = free, Appeal = appeal };
        return StayingOn.AfterYear11(rates, view, new Leaver(school, 0, 0, 0), Of(number));
    }

    private static readonly SchoolReach s_reach = new(TestEstate.Of(s_schools));

    private static void AssertShare(double share, int count)
    {
        double tolerance = 4.9 * Math.Sqrt(Many * share * (1 - share));
        Assert.InRange(count, (Many * share) - tolerance, (Many * share) + tolerance);
    }
}
