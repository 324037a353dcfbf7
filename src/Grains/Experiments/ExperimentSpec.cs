using System.Security.Cryptography;
using System.Text;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Grains.Experiments;

/// <summary>All that decides on the results of an experiment but how many replications there are. Two with the same <see cref="Id"/> give the same.</summary>
[GenerateSerializer]
[Immutable]
[Alias("kent.ExperimentSpec")]
public sealed record ExperimentSpec
{
    private const int IdLength = 20;

    /// <summary>The scenarios in the order of the results; strategies are compared with the first.</summary>
    [Id(0)]
    public required IReadOnlyList<ScenarioText> Scenarios { get; init; }

    /// <summary>The fingerprint of the data folder: <see cref="ModelIdentity.DataHash"/>.</summary>
    [Id(1)]
    public required string DataHash { get; init; }

    /// <summary>The program's version: <see cref="ModelIdentity.Version"/>.</summary>
    [Id(2)]
    public required string Version { get; init; }

    /// <summary>Years from start to horizon.</summary>
    [Id(3)]
    public required int Years { get; init; }

    /// <summary>Whether each replication draws the assumptions that have a range.</summary>
    [Id(4)]
    public required bool DrawsParameters { get; init; }

    /// <summary>Whether the conservation laws are checked on every simulated day.</summary>
    [Id(5)]
    public required bool Audit { get; init; }

    /// <summary>The seed.</summary>
    [Id(6)]
    public required uint Seed { get; init; }

    /// <summary>The experiment's name for machines: 20 hexadecimal digits of a hash of all of the above.</summary>
    public string Id => ComputeId();

    private string ComputeId()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] settings = [Version, DataHash, $"{Years} {DrawsParameters} {Audit} {Seed} {Scenarios.Count}"];
        foreach (string text in settings.Concat(Scenarios.SelectMany(scenario => scenario.Words)))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..IdLength];
    }
}

/// <summary>One scenario of an experiment, with the text of every file it is made of.</summary>
/// <param name="Name">Its name, unique in the experiment.</param>
/// <param name="Files">The files, the baseline's first.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.ScenarioText")]
public sealed record ScenarioText([property: Id(0)] string Name, [property: Id(1)] IReadOnlyList<ScenarioTextFile> Files)
{
    internal IEnumerable<string> Words => [Name, $"{Files.Count}", .. Files.SelectMany(file => (string[])[file.File, file.Text])];

    /// <summary>The text of a scenario.</summary>
    public static ScenarioText Of(Scenario scenario) => new(
        scenario.Name,
        [.. scenario.Sources.Select(source => new ScenarioTextFile(source.Input.File, source.Input.Sha256, source.Text))]);

    /// <summary>The scenario again.</summary>
    /// <param name="library">Reads it.</param>
    /// <exception cref="ScenarioException">The text breaks a rule of this version of the program.</exception>
    public Scenario ReadBy(ScenarioLibrary library) =>
        library.Load([.. Files.Select(file => new ScenarioSource(new InputFile(file.File, file.Sha256), file.Text))]);
}

/// <summary>A scenario file.</summary>
/// <param name="File">Its name in messages and in the manifest.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Text">All that is written in it.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.ScenarioTextFile")]
public sealed record ScenarioTextFile([property: Id(0)] string File, [property: Id(1)] string Sha256, [property: Id(2)] string Text);
