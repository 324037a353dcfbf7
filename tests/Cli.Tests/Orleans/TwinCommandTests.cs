using System.Text.Json.Nodes;
using KentSufficiency.Cli;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.CliTests.Orleans;

/// <summary><c>kent twin</c> as a user has it: the real county, a real process in the background, killed and started again.</summary>
[Collection(EnvironmentOfDatabases.Name)]
public sealed class TwinCommandTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_session_begins_looks_acts_goes_on_stops_and_resumes()
    {
        using var twin = new TwinSession(_temporary.In("twin"));
        Assert.Contains("has begun: it stands at the end of 30 July 2019 and can go on to 31 July 2020.", twin.Told("start", "--years", "1"), StringComparison.Ordinal);
        Assert.Contains("The county stands at the end of 2 August 2019: 3 days", twin.Told("advance", "--to", "2019-08-02", "--quiet"), StringComparison.Ordinal);
        string events = twin.Told("log", "--events");
        Assert.Equal(TwinSession.EventsOfKernel(new DateOnly(2019, 8, 2)), events);
        string lastDay = twin.Told("log", "--events", "--from", "2019-08-02");
        Assert.All(lastDay.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains("\"2019-08-02\"", line, StringComparison.Ordinal));
        Assert.EndsWith(lastDay, events, StringComparison.Ordinal);

        Assert.Contains("running already", twin.Told("start"), StringComparison.Ordinal);
        LookAround(twin);
        JsonNode before = twin.Shown();
        Act(twin);
        Assert.Contains("20 children arrived.", twin.Told("advance", "--days", "1", "--quiet"), StringComparison.Ordinal);
        JsonNode after = twin.Shown();
        Assert.InRange(Number(after, "of_them_unaccompanied") - Number(before, "of_them_unaccompanied"), 15, 25);
        JsonArray schemes = twin.Shown("school/thamesview")["schemes"]!.AsArray();
        Assert.Equal("bulge class", $"{schemes[^1]!["scheme"]}");
        Assert.InRange(Number(twin.Shown("school/thamesview"), "number_on_roll"), 900, 1300);

        twin.Told("stop");
        Assert.False(twin.Folder.IsServed);
        Assert.Equal(ExitCode.BadInput, twin.Kent("show"));
        Assert.Equal($"No twin is running in {twin.Folder.Path}. Start it with: kent twin start --data {twin.Folder.Path}", twin.Error.Trim());
        Assert.Contains("goes on: it stands at the end of 3 August 2019", twin.Told("start"), StringComparison.Ordinal);
        Assert.Equal($"{after["digest"]}", $"{twin.Shown()["digest"]}");
        Refuse(twin);
        Fork(twin);
        twin.Told("stop");
    }

    [Fact]
    public async Task A_process_that_is_killed_loses_no_whole_day_and_lives_none_twice()
    {
        using var twin = new TwinSession(_temporary.In("killed"));
        Task<int> beginning = Task.Run(() => twin.Kent("start", "--years", "1"));
        await twin.KillWhenAsync(_ => Task.FromResult(true)); // While everybody is given a record.
        Assert.Equal(ExitCode.Failed, await beginning);
        Assert.StartsWith("The twin's process has ended.", twin.Error.Split('\n')[^2], StringComparison.Ordinal);
        twin.Told("start", "--years", "1");
        twin.Told("stop");
        using var calm = new TwinSession(_temporary.In("calm"));
        Directory.CreateDirectory(calm.Folder.Path);
        File.Copy(twin.Folder.DatabaseFile, calm.Folder.DatabaseFile);

        foreach (int day in (int[])[0, 4, 8])
        {
            twin.Told("start");
            Task<int> advancing = Task.Run(() => twin.Kent("advance", "--to", "2019-08-12", "--quiet"));
            await twin.KillWhenAsync(async client => (await client.StatusAsync()).Marker >= day);
            Assert.Equal(ExitCode.Failed, await advancing);
            Assert.Contains("kent twin start resumes", twin.Error, StringComparison.Ordinal);
        }

        twin.Told("start");
        twin.Told("advance", "--to", "2019-08-12", "--quiet");
        calm.Told("start");
        calm.Told("advance", "--to", "2019-08-12", "--quiet");
        Assert.Equal($"{calm.Shown()["digest"]}", $"{twin.Shown()["digest"]}");
        Assert.Equal(TwinSession.EventsOfKernel(new DateOnly(2019, 8, 12)), twin.Told("log", "--events"));
    }

    private static void LookAround(TwinSession twin)
    {
        JsonNode district = twin.Shown("district/ashford");
        string household = $"{district["in_house_homes_with_a_vacant_place"]![0]!["household"]}";
        JsonNode home = twin.Shown(household);
        Assert.InRange(Number(home, "vacant"), 1, Number(home, "places"));
        JsonNode settled = twin.Shown("district/swale")["in_house_homes_with_a_vacant_place"]!.AsArray()
            .Select(row => twin.Shown($"{row!["household"]}")).First(shown => shown["children_who_live_there"]!.AsArray().Count > 0);
        string child = $"{settled["children_who_live_there"]![0]!["child"]}";
        Assert.Equal($"{settled["address"]}", $"{twin.Shown(child)["home"]}");
        Assert.Contains("placement", twin.Told("show", child), StringComparison.Ordinal);
        Assert.Equal("2019-08-02", $"{twin.Shown("queue")["on"]}");
        Assert.InRange(Number(twin.Shown("school/ashford"), "children_in_care"), 40, 160);
        Assert.InRange(Number(district, "resident_children"), 20_000, 40_000);
        Assert.Equal(Number(district, "number_of_schools"), district["schools"]!.AsArray().Count);
    }

    private static void Act(TwinSession twin)
    {
        string[] arrive = ["act", "arrive", "--kind", "unaccompanied", "--count", "20", "--id", "twenty"];
        string first = twin.Told(arrive);
        Assert.Equal(first.Split('\n')[0], twin.Told(arrive).Split('\n')[0]);
        Assert.Equal(ExitCode.BadInput, twin.Kent("act", "arrive", "--kind", "unaccompanied", "--count", "21", "--id", "twenty"));
        Assert.Equal("Refused: Another command has the id twenty.", twin.Error.Trim());
        twin.Told("act", "bulge", "--school", "thamesview", "--places", "30", "--from", "2019-09-01");
        string log = twin.Told("log");
        Assert.Equal(2, log.Split('\n').Count(line => line.Contains("its day has not come", StringComparison.Ordinal)));
    }

    private static void Refuse(TwinSession twin)
    {
        foreach ((string[] words, string why) in (ReadOnlySpan<(string[], string)>)
        [
            (["start", "--seed", "2"], "The county here lives in baseline-2019 with seed 1 for 1 year, not in seed 2."),
            (["start", "--scenario", "recruit-120"], "not in recruit-120."),
            (["advance", "--to", "2020-08-01"], "The county can go on to 2020-07-31 (31 July 2020), its horizon"),
            (["advance", "--to", "2019-07-01"], "goes one way only"),
            (["show", "child/12"], "There is no child of the address 'child/12'."),
            (["show", "child/me"], "holds no address"),
            (["show", "district/ashfrd"], "Did you mean 'ashford'?"),
            (["show", "weather"], "'weather' cannot be shown"),
            (["act", "close-home", "household/12"], "Refused: There is no approved household of that address."),
            (["act", "place", "12", "household/12"], "'12' is no address of a child"),
            (["act", "arrive", "--kind", "referral"], "--district NAME, one of ashford"),
            (["show", "school/thamesvew"], "Did you mean 'thamesview'?"),
            (["act", "enlarge", "--school", "thamesvew", "--places", "30", "--from", "2019-09-01"], "Did you mean 'thamesview'?"),
            (["act", "enlarge", "--school", "thamesview", "--places", "30", "--from", "September"], "is no date"),
            (["act", "close-school", "--school", "thamesview", "--from", "2019-10-01"], "Refused: Places begin and end on a 1 September."),
            (["act", "open-school", "hill", "--district", "ashford", "--places", "30"], "Refused: Which schools open is planned in the county's scenario"),
            (["act", "open-school", "ashford", "--district", "ashford", "--places", "1"], "is the name of a district"),
            (["fork", "--out", "x", "--scenario", "baseline-2019"], "is simulated in any case"),
            (["fork", "--out", "x", "--scenario", "validation/erlang-c"], "is a validation scenario"),
        ])
        {
            Assert.Equal(ExitCode.BadInput, twin.Kent(words));
            Assert.Contains(why, Assert.Single(twin.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
    }

    private void Fork(TwinSession twin)
    {
        string digest = $"{twin.Shown()["digest"]}";
        string folder = _temporary.In("fork");
        string told = twin.Told("fork", "--replications", "3", "--scenario", "recruit-120", "--out", folder, "--quiet");

        Assert.Contains("From the end of 3 August 2019, where the county stands", told, StringComparison.Ordinal);
        string[] lived = [.. File.ReadLines(Path.Combine(folder, "series.csv")).Where(line => line.Contains(",cla,Kent,2019-07-31,", StringComparison.Ordinal))];
        Assert.Equal(2, lived.Length);
        Assert.All(lived, line => Assert.Equal("0", line.Split(',')[6])); // What was lived is one line, not a fan.
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!;
        Assert.Equal(("2019-08-03", digest), ($"{manifest["forked_from"]!["date"]}", $"{manifest["forked_from"]!["digest"]}"));
        Assert.Equal(digest, $"{twin.Shown()["digest"]}");
    }

    private static int Number(JsonNode sheet, string member) => sheet[member]!.GetValue<int>();
}

/// <summary>Tests that look at, or hand on, the environment variables that name a database.</summary>
[CollectionDefinition(Name)]
public sealed class EnvironmentOfDatabases
{
    /// <summary>The collection's name.</summary>
    public const string Name = "environment of databases";
}
