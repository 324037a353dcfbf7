using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Statistics;
using Xunit.Abstractions;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>
/// The baseline's first two years beside what was observed in 2019: where nothing changes, the county should stay much as it was. The
/// tolerances are part of the model's specification; where one is missed the assumptions are to be mended, not the tolerance.
/// </summary>
/// <remarks>
/// Means of 48 replications, whose standard errors are small beside the tolerances: whether a test passes is a matter of the
/// assumptions and not of the seed, except where a mean lies within a few standard errors of its limit.
/// </remarks>
public sealed class FitTests(ITestOutputHelper output)
{
    private const double Share = 0.1;
    private const double Points = 3;

    private static readonly DateOnly s_july2019 = new(2019, 7, 31);
    private static readonly DateOnly s_march2019 = new(2019, 3, 31);
    private static readonly EvidenceLibrary s_evidence = EvidenceLibrary.Load(DataFolder.Locate());
    private static readonly Lazy<RealRun> s_run = new(() => RealCounty.Run(RealCounty.Compile("baseline-2019", years: 2), replications: 48));

    /// <summary>Month of the run: July of 2019, 2020 and 2021.</summary>
    public static TheoryData<int> Julys => [0, 12, 24];

    [Theory]
    [MemberData(nameof(Julys))]
    public void Children_looked_after(int month) => AssertNear("cla", month, Observed("cla", s_july2019), Share);

    [Theory]
    [MemberData(nameof(Julys))]
    public void Unaccompanied_children(int month) =>
        AssertNear("cla-uasc", month, Observed("cla-uasc", new DateOnly(2019, 5, 29)), Share);

    [Theory]
    [MemberData(nameof(Julys))]
    public void Care_leavers(int month) => AssertNear("care-leavers", month, Observed("care-leavers", s_july2019), Share);

    [Theory]
    [MemberData(nameof(Julys))]
    public void Child_protection_plans(int month) => AssertNear("cpp", month, Observed("cpp", s_july2019), Share);

    [Theory]
    [MemberData(nameof(Julys))]
    public void Open_cases(int month) => AssertNear("open-cases", month, Observed("open-cases", s_july2019), Share);

    [Theory]
    [MemberData(nameof(Julys))]
    public void Early_help(int month) => AssertNear("early-help-open", month, Observed("early-help-open", s_july2019), Share);

    [Theory]
    [MemberData(nameof(Julys))]
    public void Rate_of_referrals(int month) => AssertNear("referral-rate", month, Observed("referral-rate", s_july2019), Share);

    [Theory]
    [MemberData(nameof(Julys))]
    public void Days_from_care_to_adopters(int month) => AssertNear("scs29", month, Observed("scs29", s_july2019), Share);

    [Theory]
    [MemberData(nameof(Julys))]
    public void Referrals_within_a_year_of_another(int month) =>
        AssertWithin("re-referral-pct", month, Observed("re-referral-pct", s_july2019), Points);

    [Theory]
    [MemberData(nameof(Julys))]
    public void Second_protection_plans(int month) => AssertWithin("cpp-repeat-pct", month, Observed("cpp-repeat-pct", s_july2019), Points);

    [Theory]
    [MemberData(nameof(Julys))]
    public void Fostered_in_house(int month) => AssertWithin("scs19", month, Observed("scs19", s_july2019), Points);

    [Theory]
    [MemberData(nameof(Julys))]
    public void Stable_placements(int month) => AssertWithin("scs18", month, Observed("scs18", s_july2019), Points);

    [Fact]
    public void Households_approved_in_a_year()
    {
        double observed = Observed("households-approved", s_march2019);
        double mean = (Mean("households-approved", 12) + Mean("households-approved", 24)) / 2;
        output.WriteLine($"households-approved, mean of two years: {mean:0.0}, observed {observed:0.0}");
        Assert.InRange(mean, observed * (1 - Share), observed * (1 + Share));
    }

    /// <summary>By more than the simulation error of the paired difference over two years.</summary>
    [Theory]
    [InlineData("households")]
    [InlineData("scs19")]
    public void The_in_house_service_shrinks(string measure)
    {
        Summary change = Summary.OfDifferences(s_run.Value.Values(measure, 0), s_run.Value.Values(measure, 24));
        output.WriteLine($"{measure}: {Mean(measure, 0):0.00}, {Mean(measure, 12):0.00}, {Mean(measure, 24):0.00}");
        Assert.True(change.Mean < -change.SimulationError, $"{change.Mean:0.00} give or take {change.SimulationError:0.00}");
    }

    private static double Observed(string measure, DateOnly date) => s_evidence.At(measure, "Kent", date).Single().Value!.Value;

    private static double Mean(string measure, int month) => s_run.Value.Of(measure, month).Mean;

    private void AssertNear(string measure, int month, double observed, double share) =>
        AssertWithin(measure, month, observed, share * observed);

    private void AssertWithin(string measure, int month, double observed, double tolerance)
    {
        double mean = Mean(measure, month);
        string told = $"{measure} on {s_run.Value.Dates[month]:yyyy-MM-dd}: {mean:0.00} (simulation error {s_run.Value.Of(measure, month).SimulationError:0.00}), "
            + $"observed {observed:0.00}, tolerance {tolerance:0.00}";
        output.WriteLine(told);
        Assert.True(Math.Abs(mean - observed) <= tolerance, told);
    }
}
