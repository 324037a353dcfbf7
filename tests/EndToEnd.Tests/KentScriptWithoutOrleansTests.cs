namespace KentSufficiency.EndToEndTests;

/// <summary>What the kent script does where the package feed has no Orleans, and only there.</summary>
public sealed class KentScriptWithoutOrleansTests
{
    private const string Lacking = "ERRORS_WITH_ORLEANS=NU1101:Microsoft.Orleans.Server";

    private const string OneLine =
        "kent: the package feed has no Microsoft.Orleans.Server: building without Orleans (kent --restore tries again)\n";

    [FactWith("bash")]
    public async Task It_builds_without_Orleans_says_so_in_one_line_and_remembers()
    {
        using var sandbox = new ScriptSandbox();

        var first = await sandbox.KentAsync("run", Lacking);
        sandbox.LetTimePass();
        File.AppendAllText(sandbox.Source, "// with one line more");
        var second = await sandbox.KentAsync("run", Lacking);

        Assert.Equal("building KentSufficiency (first run takes about a minute)...\n" + OneLine, first.Error);
        Assert.EndsWith(": run\n", first.Output, StringComparison.Ordinal);
        Assert.Equal("building KentSufficiency (first run takes about a minute)...\n", second.Error);
        Assert.EndsWith(": run\n", second.Output, StringComparison.Ordinal);
        Assert.Equal((3, 1), (sandbox.Builds, sandbox.BuildsWithOrleans));
    }

    [FactWith("bash")]
    public async Task Every_way_a_feed_can_lack_Orleans_counts_and_so_does_what_it_lacks_besides()
    {
        string[] ways =
        [
            "NU1102:Microsoft.Orleans.Server",
            "NU1103:Microsoft.Orleans.Server",
            "NU1603:Polly NU1101:Polly.Extensions NU1101:Microsoft.Orleans.Server NU1101:Microsoft.Orleans.Server",
        ];

        foreach (var errors in ways)
        {
            using var sandbox = new ScriptSandbox();

            var outcome = await sandbox.KentAsync("run", "ERRORS_WITH_ORLEANS=" + errors);

            Assert.Equal(0, outcome.ExitCode);
            Assert.EndsWith(OneLine, outcome.Error, StringComparison.Ordinal);
        }

        using var two = new ScriptSandbox();
        var many = await two.KentAsync("run", "ERRORS_WITH_ORLEANS=NU1101:Microsoft.Orleans.Sdk NU1101:Microsoft.Orleans.Client");
        Assert.Contains("has no Microsoft.Orleans.Sdk and 1 more: building", many.Error, StringComparison.Ordinal);
    }

    [FactWith("bash")]
    public async Task Any_other_failure_is_shown_as_it_is()
    {
        string[] failures =
        [
            "NU1101:YamlDotNet",
            "NU1603:Microsoft.Orleans.Server",
            "NU1301:anything NU1101:Microsoft.Orleans.Server",
            "CS0246:Microsoft.Orleans.Server",
        ];

        foreach (var errors in failures)
        {
            using var sandbox = new ScriptSandbox();

            var outcome = await sandbox.KentAsync("run", "ERRORS_WITH_ORLEANS=" + errors);

            Assert.Equal((1, 1), (outcome.ExitCode, sandbox.Builds));
            Assert.Contains($"error {errors.Split(':')[0]}: ", outcome.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("without Orleans", outcome.Error, StringComparison.Ordinal);
        }
    }

    [FactWith("bash")]
    public async Task A_choice_that_did_not_build_is_not_remembered()
    {
        using var sandbox = new ScriptSandbox();

        var failed = await sandbox.KentAsync("run", Lacking, "BUILD_EXIT=7");
        var mended = await sandbox.KentAsync("run");

        Assert.Equal(1, failed.ExitCode);
        Assert.EndsWith(OneLine + "noise of the compiler\n", failed.Error, StringComparison.Ordinal);
        Assert.Equal(0, mended.ExitCode);
        Assert.Equal((3, 2), (sandbox.Builds, sandbox.BuildsWithOrleans));
    }

    [FactWith("bash")]
    public async Task Restore_looks_at_the_feed_again()
    {
        using var sandbox = new ScriptSandbox();
        await sandbox.KentAsync("", Lacking);

        var stillLacking = await sandbox.KentAsync("--restore", Lacking);
        var unread = await sandbox.KentAsync("--restore", "ERRORS_WITH_ORLEANS=NU1301:anything");
        await sandbox.KentAsync("test", Lacking);
        Assert.Equal((6, 3), (sandbox.Builds, sandbox.BuildsWithOrleans));
        var supplied = await sandbox.KentAsync("--restore");
        await sandbox.KentAsync("test");

        Assert.EndsWith(OneLine, stillLacking.Error, StringComparison.Ordinal);
        Assert.Equal(1, unread.ExitCode);
        Assert.Equal(0, supplied.ExitCode);
        Assert.DoesNotContain("Orleans", supplied.Error, StringComparison.Ordinal);
        Assert.Equal((8, 5), (sandbox.Builds, sandbox.BuildsWithOrleans));
    }

    [FactWith("bash")]
    public async Task Test_runs_the_rest_and_tells_what_it_left_out()
    {
        using var sandbox = new ScriptSandbox();

        var without = await sandbox.KentAsync("test --filter Some", Lacking, "COUNTERS=5/4/4");
        var with = await sandbox.KentAsync("--restore test", "COUNTERS=5/4/4");

        Assert.Equal(0, without.ExitCode);
        Assert.Equal(
            """
            kent: 2 test projects left out (Grains.Tests, Silo.Tests): the package feed has no Microsoft.Orleans.Server
            4 passed, 0 failed, 1 skipped

            """,
            without.Output);
        Assert.Equal("4 passed, 0 failed, 1 skipped\n", with.Output);
        var tests = sandbox.Calls.Where(call => call.StartsWith("test", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, tests.Length);
        Assert.StartsWith("test KentSufficiency.Embedded.slnf -p:WithOrleans=false ", tests[0], StringComparison.Ordinal);
        Assert.EndsWith(" --filter Some", tests[0], StringComparison.Ordinal);
        Assert.StartsWith("test KentSufficiency.sln ", tests[1], StringComparison.Ordinal);
        Assert.All(sandbox.Calls.Where(call => call.StartsWith("build", StringComparison.Ordinal)), call =>
            Assert.Equal(call.Contains("-p:WithOrleans=false", StringComparison.Ordinal), call.Contains(".Embedded.slnf", StringComparison.Ordinal)));
    }
}
