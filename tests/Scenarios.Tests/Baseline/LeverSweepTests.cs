using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.SchoolYears;
using Xunit.Abstractions;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>
/// Turning a lever up moves its headline measure the way that its file says: doubled (or taken to the end of its range, where that is nearer,
/// the lever stands near nothing, or it is a faint one of schools), on paired replications, with fixed parameters.
/// </summary>
/// <remarks>
/// <b>False alarms.</b> What is asked is a mean difference of the right sign and larger than its standard error. With this seed the two
/// faintest levers stand at 4.2 standard errors and most beyond ten, so another seed fails a correct program in about one of seven hundred
/// runs (a normal deviate beyond 3.2, twice). A lever that moves nothing at all always fails; one that moves its measure by
/// chance only passes in one of six. Levers that move few homes get eight times the replications.
/// Levers of schools are swept on the school years alone, where 345,000 children leave so little to chance that six replications do: most stand
/// beyond ten standard errors. Those that few feel are turned to the end of their range and get four times as many; the faintest then stands
/// at 4.3 and all others at six or more, so another seed fails a correct program in about one of two thousand runs (a normal deviate beyond 3.3).
/// With six replications chance alone passes in between one of five and one of six.
/// </remarks>
public sealed class LeverSweepTests(ITestOutputHelper output)
{
    private const int Replications = 24;
    private const int Many = 8 * Replications;
    private const int OfSchools = 6;
    private const int ManyOfSchools = 4 * OfSchools;
    private const int Years = 3;
    private const double Clear = 1;

    /// <summary>Levers that move few homes or beds: told from chance by eight times as many replications.</summary>
    private static readonly HashSet<string> s_faint =
    [
        "reactivate-idle-households", "nominated-carers", "hub-families", "parent-and-child", "emergency-beds", "assessment-beds",
        "childrens-home-beds", "residential-block-beds", "semi-independent-beds", "supported-lodgings", "distance",
    ];

    /// <summary>Levers that only eight schemes feel, or the drafting of plans, which waits for advice more than for anybody's hours.</summary>
    private static readonly HashSet<string> s_faintOfSchools = ["expansion-failure", "expansion-delay", "caseworkers"];

    [Fact]
    public void Turning_a_lever_of_care_up_moves_its_headline_measure_the_right_way() => Sweep(ofSchools: false);

    [Fact]
    public void Turning_a_lever_of_schools_up_moves_its_headline_measure_the_right_way() => Sweep(ofSchools: true);

    [Fact]
    public void Faint_levers_exist() =>
        Assert.All(s_faint.Union(s_faintOfSchools), id => Assert.Contains(RealLevers.Catalogue.Named, lever => lever.Id == id));

    /// <summary>
    /// Every lever is of the one side or of the other: what it is held to is counted at a census of schools, or every month. All share one baseline
    /// and whatever of a replication they leave alone.
    /// </summary>
    private void Sweep(bool ofSchools)
    {
        CountyParameters usual = RealCounty.CompileWhole("baseline-2019", Years);
        (int few, int many, HashSet<string> faint) = ofSchools ? (OfSchools, ManyOfSchools, s_faintOfSchools) : (Replications, Many, s_faint);
        HashSet<string> atSchool = [.. new SchoolsKernel(usual).Measures.Select(measure => measure.Id)];
        Lever[] levers = [.. RealLevers.Catalogue.Named.Where(lever => atSchool.Contains(lever.Measure!) == ofSchools)];
        RealRun[] runs = RealCounty.RunTogether(
            [
                (Side(usual, ofSchools), many, null),
                .. levers.Select(lever => (Side(Turned(lever.Id, Target(lever)), ofSchools), faint.Contains(lever.Id) ? many : few, Draw: (Func<DrawKey, CountyParameters>?)null)),
            ],
            ofSchools);
        Assert.Empty(levers.Zip(runs[1..]).Select(turned => Wrong(turned.First, runs[0], turned.Second)).OfType<string>());
    }

    /// <summary>What to tell of a lever that does not move its measure clearly the right way; null where it does.</summary>
    private string? Wrong(Lever lever, RealRun baseline, RealRun turned)
    {
        Summary difference = baseline.Differences(turned, lever.Measure!, 12 * Years);
        double standardError = difference.Sd / Math.Sqrt(turned.Replications);
        double errors = (lever.Raises ? difference.Mean : -difference.Mean) / standardError;
        string told = $"{lever.Id} {lever.Default:0.###} to {Target(lever):0.###}: {lever.Measure} {difference.Mean:+0.00;-0.00;0}, {errors:0.0} standard errors the right way";
        output.WriteLine(told);
        return errors > Clear ? null : told;
    }

    private static CountyParameters Side(CountyParameters whole, bool ofSchools) => ofSchools ? whole : RealCounty.WithoutSchools(whole);

    private static double Target(Lever lever)
    {
        (double low, double high) = lever.Range!.Value;
        double twice = 2 * lever.Default;
        return twice > high || lever.Default < 0.1 * (high - low) || s_faintOfSchools.Contains(lever.Id) ? high : twice;
    }

    private static CountyParameters Turned(string lever, double target)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("turned.yaml", $"""
            name: turned
            title: A lever turned up
            source: test
            extends: baseline-2019
            levers:
              - lever: {lever}
                set: {target}
                from: 2019-08-01
            """);
        return RealCounty.CompileWhole(path, Years);
    }
}
