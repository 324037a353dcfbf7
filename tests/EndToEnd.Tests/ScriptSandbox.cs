namespace KentSufficiency.EndToEndTests;

/// <summary>
/// A clone with one source file, the real kent script, and a dotnet that only pretends: it notes how it was called and
/// "builds" a program that repeats its arguments. So the script is tested in milliseconds, without a build inside a build.
/// </summary>
internal sealed class ScriptSandbox : IDisposable
{
    /// <summary>All that the script may rely on; flock it uses where it is.</summary>
    private static readonly string[] _tools =
        ["bash", "awk", "cat", "chmod", "dirname", "find", "mkdir", "mktemp", "mv", "readlink", "rm", "sed", "sleep", "touch", "flock"];

    private const string PretendedDotnet = """
        #!/usr/bin/env bash
        echo "$*" >>"$SANDBOX/calls"
        case $1 in
        --version) exit "${VERSION_EXIT:-0}" ;;
        build)
            echo "noise of the compiler"
            sleep "${BUILD_SECONDS:-0}"
            if [[ -n ${ERRORS_WITH_ORLEANS-} && $* != *-p:WithOrleans=false* ]]; then
                for error in $ERRORS_WITH_ORLEANS; do # code:package
                    echo "src/Silo/Silo.csproj : error ${error%%:*}: Unable to find package ${error#*:}. No packages exist with this id in source(s): Microsoft.Orleans.Feed"
                done
                exit 1
            fi
            [[ -z ${BUILD_EXIT-} ]] || exit "$BUILD_EXIT"
            mkdir -p "$SANDBOX/clone/artifacts/bin/Cli/release/report"
            [[ -n ${WITHOUT_CHARTS-} ]] || touch "$SANDBOX/clone/artifacts/bin/Cli/release/report/charts.js"
            program=$SANDBOX/clone/artifacts/bin/Cli/release/kent
            printf '#!/usr/bin/env bash\necho "in $PWD:" "$@"\nexit "${PROGRAM_EXIT:-0}"\n' >"$program.new"
            chmod +x "$program.new"
            mv "$program.new" "$program"
            ;;
        test)
            while [[ $1 != --results-directory ]]; do shift; done
            for counters in ${COUNTERS-}; do # total/executed/passed of one test project
                IFS=/ read -r total executed passed <<<"$counters"
                echo "<TestRun><ResultSummary><Counters total=\"$total\" executed=\"$executed\" passed=\"$passed\" /></ResultSummary></TestRun>" \
                    >"$(mktemp "$2/XXXXXX.trx")"
            done
            exit "${TEST_EXIT:-0}"
            ;;
        esac
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kent-").FullName;

    public ScriptSandbox(bool withDotnet = true)
    {
        Directory.CreateDirectory(Path.Combine(Clone, "src", "Cli"));
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        File.WriteAllText(Source, "// a program");
        File.Copy(Repository.PathTo("kent"), Path.Combine(Clone, "kent"));
        File.Copy(Repository.PathTo("KentSufficiency.Embedded.slnf"), Path.Combine(Clone, "KentSufficiency.Embedded.slnf"));
        foreach (var project in (string[])["Cli.Tests", "Grains.Tests", "Silo.Tests"])
        {
            Directory.CreateDirectory(Path.Combine(Clone, "tests", project));
            File.WriteAllText(Path.Combine(Clone, "tests", project, project + ".csproj"), "<Project />");
        }

        foreach (var tool in _tools)
        {
            if (Shell.Find(tool) is { } file)
            {
                File.CreateSymbolicLink(Path.Combine(_folder, "bin", tool), file);
            }
        }

        if (withDotnet && !OperatingSystem.IsWindows())
        {
            var dotnet = Path.Combine(_folder, "bin", "dotnet");
            File.WriteAllText(dotnet, PretendedDotnet);
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The only source file.</summary>
    public string Source => Path.Combine(Clone, "src", "Cli", "Program.cs");

    public string Clone => Path.Combine(_folder, "clone");

    /// <summary>How often dotnet was asked to build.</summary>
    public int Builds => Calls.Count(call => call.StartsWith("build", StringComparison.Ordinal));

    /// <summary>Of these, how often with Orleans.</summary>
    public int BuildsWithOrleans => Calls.Count(call =>
        call.StartsWith("build", StringComparison.Ordinal) && !call.Contains("-p:WithOrleans=false", StringComparison.Ordinal));

    /// <summary>What dotnet was asked for, one line a call.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            var calls = Path.Combine(_folder, "calls");
            return File.Exists(calls) ? File.ReadAllLines(calls) : [];
        }
    }

    /// <summary>Puts everything up to the last build into the past, so that what is touched next is newer by far.</summary>
    public void LetTimePass()
    {
        var lastBuild = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var entry in Directory.GetFileSystemEntries(Clone, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(entry, lastBuild);
        }
    }

    /// <summary>Runs ./kent with arguments, from outside of the clone; settings are <c>NAME=value</c>.</summary>
    public Task<Shell.Outcome> KentAsync(string arguments, params string[] settings)
    {
        var environment = settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]);
        environment["PATH"] = Path.Combine(_folder, "bin");
        environment["SANDBOX"] = _folder;
        return Shell.RunAsync(_folder, Path.Combine(Clone, "kent"), arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), environment);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
