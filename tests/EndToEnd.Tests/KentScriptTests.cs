namespace KentSufficiency.EndToEndTests;

/// <summary>The promises of the kent script, held against a pretended dotnet (see <see cref="ScriptSandbox"/>).</summary>
public sealed class KentScriptTests
{
    [FactWith("bash")]
    public async Task It_builds_once_and_then_is_the_program()
    {
        using var sandbox = new ScriptSandbox();

        var first = await sandbox.KentAsync("run --seed 1");
        var second = await sandbox.KentAsync("nonsense", "PROGRAM_EXIT=2");

        Assert.Equal(1, sandbox.Builds);
        Assert.EndsWith(": run --seed 1\n", first.Output, StringComparison.Ordinal);
        Assert.Equal("building KentSufficiency (first run takes about a minute)...\n", first.Error);
        Assert.Equal(0, first.ExitCode);
        Assert.EndsWith(": nonsense\n", second.Output, StringComparison.Ordinal);
        Assert.Equal("", second.Error);
        Assert.Equal(2, second.ExitCode);
    }

    [FactWith("bash")]
    public async Task A_build_without_charts_says_so_in_one_line_and_goes_on()
    {
        using var sandbox = new ScriptSandbox();

        var first = await sandbox.KentAsync("run", "WITHOUT_CHARTS=1");
        var second = await sandbox.KentAsync("run");

        Assert.Equal(0, first.ExitCode);
        Assert.Matches(@"^building .*\nkent: built without charts for the report: they need Node\.js 20 or later, with npm .*\n$", first.Error);
        Assert.Equal("", second.Error);
    }

    [FactWith("bash")]
    public async Task The_program_runs_where_the_caller_stands()
    {
        using var sandbox = new ScriptSandbox();

        var outcome = await sandbox.KentAsync("");

        // The caller stands beside the clone (whose full name may lead through a link, so only its end is compared).
        Assert.DoesNotContain("/clone", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(Path.GetDirectoryName(sandbox.Clone)!), outcome.Output, StringComparison.Ordinal);
    }

    [FactWith("bash")]
    public async Task A_new_scenario_a_changed_source_and_a_deleted_one_are_each_built_once()
    {
        using var sandbox = new ScriptSandbox();
        await sandbox.KentAsync("");
        Action[] changes =
        [
            () => Directory.CreateDirectory(Path.Combine(sandbox.Clone, "scenarios")),
            () => File.AppendAllText(sandbox.Source, "// with one line more"),
            () => File.WriteAllText(Path.Combine(sandbox.Clone, "global.json"), "{}"),
            () => File.Delete(sandbox.Source),
        ];

        foreach (var (index, change) in changes.Index())
        {
            sandbox.LetTimePass();
            await sandbox.KentAsync("");
            Assert.Equal(1 + index, sandbox.Builds);

            change();
            await sandbox.KentAsync("");
            Assert.Equal(2 + index, sandbox.Builds);
        }
    }

    [FactWith("bash")]
    public async Task A_failed_build_is_shown_and_tried_again()
    {
        using var sandbox = new ScriptSandbox();

        var failed = await sandbox.KentAsync("", "BUILD_EXIT=7");
        var mended = await sandbox.KentAsync("");

        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("noise of the compiler", failed.Error, StringComparison.Ordinal);
        Assert.Equal("", failed.Output);
        Assert.Equal(0, mended.ExitCode);
        Assert.DoesNotContain("noise", mended.Output + mended.Error, StringComparison.Ordinal);
    }

    [FactWith("bash", "flock")]
    public async Task Two_at_once_build_once()
    {
        using var sandbox = new ScriptSandbox();

        var both = await Task.WhenAll(sandbox.KentAsync("a", "BUILD_SECONDS=0.3"), sandbox.KentAsync("b", "BUILD_SECONDS=0.3"));

        Assert.Equal(1, sandbox.Builds);
        Assert.All(both, outcome => Assert.Equal(0, outcome.ExitCode));
    }

    [FactWith("bash")]
    public async Task Restore_builds_although_nothing_has_changed()
    {
        using var sandbox = new ScriptSandbox();
        await sandbox.KentAsync("");

        var alone = await sandbox.KentAsync("--restore");
        var withMore = await sandbox.KentAsync("--restore list");

        Assert.Equal(3, sandbox.Builds);
        Assert.Contains("RestoreForce=true", sandbox.Calls[^1], StringComparison.Ordinal);
        Assert.Equal("", alone.Output);
        Assert.EndsWith(": list\n", withMore.Output, StringComparison.Ordinal);
    }

    [FactWith("bash")]
    public async Task Without_a_suitable_sdk_it_says_so()
    {
        using var none = new ScriptSandbox(withDotnet: false);
        using var old = new ScriptSandbox();

        var outcomes = await Task.WhenAll(none.KentAsync("run"), none.KentAsync("test"), old.KentAsync("run", "VERSION_EXIT=145"));

        Assert.All(outcomes, outcome =>
        {
            Assert.Equal(3, outcome.ExitCode);
            Assert.Contains(".NET 10 SDK", outcome.Error, StringComparison.Ordinal);
        });
    }

    [FactWith("bash")]
    public async Task Test_adds_up_the_projects_on_the_last_line()
    {
        using var sandbox = new ScriptSandbox();

        // Total, executed and passed of each test project.
        var passed = await sandbox.KentAsync("test --filter Some", "COUNTERS=5/4/4 2/2/2");
        var failed = await sandbox.KentAsync("test", "COUNTERS=5/4/1 2/2/2", "TEST_EXIT=1");

        Assert.Equal((0, "6 passed, 0 failed, 1 skipped"), (passed.ExitCode, LastLine(passed)));
        Assert.Equal((1, "3 passed, 3 failed, 1 skipped"), (failed.ExitCode, LastLine(failed)));
        Assert.Contains(sandbox.Calls, call => call.EndsWith("--filter Some", StringComparison.Ordinal));
    }

    [FactWith("bash")]
    public async Task Test_fails_if_no_test_ran_or_a_test_host_died()
    {
        using var sandbox = new ScriptSandbox();

        var nothing = await sandbox.KentAsync("test");
        var skippedOnly = await sandbox.KentAsync("test", "COUNTERS=2/0/0");
        var died = await sandbox.KentAsync("test", "COUNTERS=2/2/2", "TEST_EXIT=1");

        Assert.Equal((1, "0 passed, 0 failed, 0 skipped"), (nothing.ExitCode, LastLine(nothing)));
        Assert.Equal((1, "0 passed, 0 failed, 2 skipped"), (skippedOnly.ExitCode, LastLine(skippedOnly)));
        Assert.Equal((1, "2 passed, 0 failed, 0 skipped"), (died.ExitCode, LastLine(died)));
    }

    [FactWith("bash")]
    public async Task Bench_builds_the_benchmarks_and_runs_them_with_the_arguments()
    {
        using var sandbox = new ScriptSandbox();

        var outcome = await sandbox.KentAsync("bench --quick --filter *Draw*");

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("build benchmarks/Benchmarks.csproj -c Release", sandbox.Calls[^2], StringComparison.Ordinal);
        Assert.EndsWith("/artifacts/bin/Benchmarks/release/Benchmarks.dll --quick --filter *Draw*", sandbox.Calls[^1], StringComparison.Ordinal);
    }

    [FactWith("bash")]
    public async Task Bench_of_the_silos_is_a_program_of_its_own()
    {
        using var sandbox = new ScriptSandbox();

        await sandbox.KentAsync("bench silos engines --rounds 5");

        Assert.StartsWith("build benchmarks/Silos/Silos.csproj -c Release", sandbox.Calls[^2], StringComparison.Ordinal);
        Assert.EndsWith("/artifacts/bin/Silos/release/KentSufficiency.Silos.dll engines --rounds 5", sandbox.Calls[^1], StringComparison.Ordinal);
    }

    [FactWith("bash")]
    public async Task A_build_of_the_benchmarks_does_not_pass_for_one_of_the_program()
    {
        using var sandbox = new ScriptSandbox();
        await sandbox.KentAsync("run");
        sandbox.LetTimePass();
        File.AppendAllText(sandbox.Source, "// with one line more");

        await sandbox.KentAsync("bench");
        await sandbox.KentAsync("run");

        Assert.Equal(3, sandbox.Builds);
        Assert.DoesNotContain("benchmarks", sandbox.Calls.Last(call => call.StartsWith("build", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static string LastLine(Shell.Outcome outcome) => outcome.Output.TrimEnd('\n').Split('\n')[^1];
}
