using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;
using Xunit.Abstractions;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>
/// Turning a lever up moves its headline measure the way that its file says: doubled (or taken to the end of its range, where that is nearer
/// or the lever stands near nothing), on paired replications, with fixed parameters.
/// </summary>
/// <remarks>
/// <b>False alarms.</b> What is asked is a mean difference of the right sign and larger than its standard error. With this seed the two
/// faintest levers stand at 4.2 standard errors and most beyond ten, so another seed fails a correct program in about one of seven hundred
/// runs (a normal deviate beyond 3.2, twice). A lever that moves nothing at all always fails; one that moves its measure by
/// chance only passes in one of six. Levers that move few homes get eight times the replications.
/// </remarks>
public sealed class LeverSweepTests(ITestOutputHelper output)
{
    private const int Replications = 24;
    private const int Many = 8 * Replications;
    private const int Years = 3;
    private const double Clear = 1;

    /// <summary>Levers that move few homes or beds: told from chance by eight times as many replications.</summary>
    private static readonly HashSet<string> s_faint =
    [
        "reactivate-idle-households", "nominated-carers", "hub-families", "parent-and-child", "emergency-beds", "assessment-beds",
        "childrens-home-beds", "residential-block-beds", "semi-independent-beds", "supported-lodgings", "distance",
    ];

    [Fact]
    public void Turning_a_lever_up_moves_its_headline_measure_the_right_way()
    {
        RealRun baseline = RealCounty.Run(RealCounty.Compile("baseline-2019", Years), Many);
        var wrong = new List<string>();
        foreach (Lever lever in RealLevers.Catalogue.Named)
        {
            double target = Target(lever);
            int replications = s_faint.Contains(lever.Id) ? Many : Replications;
            Summary difference = baseline.Differences(Turned(lever.Id, target, replications), lever.Measure!, 12 * Years);
            double standardError = difference.Sd / Math.Sqrt(replications);
            double errors = (lever.Raises ? difference.Mean : -difference.Mean) / standardError;
            string told = $"{lever.Id} {lever.Default:0.###} to {target:0.###}: {lever.Measure} {difference.Mean:+0.00;-0.00;0}, {errors:0.0} standard errors the right way";
            output.WriteLine(told);
            if (!(errors > Clear))
            {
                wrong.Add(told);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Faint_levers_exist() =>
        Assert.All(s_faint, id => Assert.Contains(RealLevers.Catalogue.Named, lever => lever.Id == id));

    private static double Target(Lever lever)
    {
        (double low, double high) = lever.Range!.Value;
        double twice = 2 * lever.Default;
        return twice > high || lever.Default < 0.1 * (high - low) ? high : twice;
    }

    private static RealRun Turned(string lever, double target, int replications)
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
        return RealCounty.Run(RealCounty.Compile(path, Years), replications);
    }
}
