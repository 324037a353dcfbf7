using KentSufficiency.Cli;

namespace KentSufficiency.CliTests;

/// <summary>What a scenario cannot do to schools is refused before anything runs: with one line, which names the place and the remedy.</summary>
public sealed class BadSchoolInputTests : IDisposable
{
    private const string Head = "name: mine\ntitle: t\nsource: s\nextends: baseline-2019\n";
    private const string From = "    from: 2021-09-01\n";

    private readonly Shell _shell = new() { Compiles = true };

    public void Dispose() => _shell.Dispose();

    public static TheoryData<string, string> Bad => new()
    {
        { "levers:\n  - lever: residents/births-a-year/gravsham\n    scale: 2\n", "line 6, column 12: 'levers[0].lever' " },
        { "levers:\n  - lever: residents/births-a-year/gravsham\n    scale: 2\n", "Did you mean 'residents/births-a-year/gravesham'?" },
        { "schools:\n  - school: thamesveiw\n    enlarge: 30\n" + From, "line 6, column 13: 'schools[0].school' " },
        { "schools:\n  - school: thamesveiw\n    enlarge: 30\n" + From, "there is no 'thamesveiw'. Did you mean 'thamesview'?" },
        { "schools:\n  - new: { id: a, district: Swail, phase: primary }\n    open: 30\n" + From, "Did you mean 'Swale'?" },
        { "schools:\n  - school: rose-street\n    remove: 90\n" + From, "would take the admission number of rose-street from 60 to -30" },
        { "schools:\n  - school: thamesview\n    enlarge: 30\n" + From + "    decided: 2021-09-02\n", "must not be before it is decided (2021-09-02)" },
        { "schools:\n  - school: rowhill\n    close: true\n" + From, "would leave Dartford without a school of the phase of rowhill" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void It_ends_with_2_and_one_line(string items, string part)
    {
        string path = _shell.Folder.Write("mine.yaml", Head + items);
        foreach (string[] line in (string[][])[["validate", path], ["run", path, "--replications", "1", "--years", "1", "--out", _shell.Out]])
        {
            Assert.Equal(ExitCode.BadInput, _shell.Run(line));
            Assert.Contains(part, _shell.Error.ToString());
            Assert.Single(_shell.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal("", _shell.Output.ToString());
        }
    }
}
