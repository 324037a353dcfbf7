using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Levers;

/// <summary>A file of levers that breaks a rule is refused with the place.</summary>
public sealed class LeverFileTests : IDisposable
{
    private const string Sound = """
        - lever: beds
          title: Beds
          meaning: Beds.
          unit: places
          range: [0, 30]
          set-by: council
          source: assumed
          page: "-"
          measure: cla
          direction: up
          moves: [homes/places/emergency/*]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_file_is_read()
    {
        Lever lever = Assert.Single(Read(Sound));
        Assert.Equal(2, lever.Default);
        Assert.Equal(4, lever.Moves.Count);
    }

    [Theory]
    [InlineData("lever: beds", "lever: Beds", "must be lower-case words joined by hyphens")]
    [InlineData("title: Beds", "titel: Beds", "Did you mean 'title'?")]
    [InlineData("unit: places", "unit: times now", "with the default (1) between them", "[0, 30]", "[2, 30]")]
    [InlineData("unit: places", "unit: places\n  default: 0", "must be above 0")]
    [InlineData("unit: places", "unit: places\n  default: [1, 2]", "must be one number")]
    [InlineData("[0, 30]", "[0, 1]", "with the default (2) between them")]
    [InlineData("[0, 30]", "[30, 0]", "the lower first")]
    [InlineData("[0, 30]", "30", "must be two numbers")]
    [InlineData("source: assumed", "source: asumed", "Did you mean 'assumed'?")]
    [InlineData("source: assumed", "source: kcc-2019-10", "and have a page")]
    [InlineData("direction: up", "direction: sideways", "must be up or down")]
    [InlineData("emergency/*", "emergncy/east", "Did you mean 'homes/places/emergency/east'?")]
    [InlineData("moves: [homes/places/emergency/*]", "moves: []", "moves nothing")]
    public void A_broken_rule_is_told(string from, string to, string part, string? from2 = null, string? to2 = null)
    {
        string text = Sound.Replace(from, to, StringComparison.Ordinal);
        text = from2 is null ? text : text.Replace(from2, to2, StringComparison.Ordinal);
        var problem = Assert.Throws<ScenarioException>(() => Read(text));
        Assert.Contains(part, problem.Message);
        Assert.StartsWith("data/levers.yaml, line ", problem.Message);
    }

    [Fact]
    public void A_name_is_used_once() => Assert.Contains("is there twice", Assert.Throws<ScenarioException>(() => Read($"{Sound}\n{Sound}")).Message);

    private IReadOnlyList<Lever> Read(string text) =>
        LeverFile.Read(_folder.Write("levers.yaml", text), "data/levers.yaml", () => RealLevers.Catalogue.Assumptions);
}
