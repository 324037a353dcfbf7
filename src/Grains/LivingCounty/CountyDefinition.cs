using KentSufficiency.Grains.Experiments;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>What a living county is made of: all that decides on its days, but for the commands.</summary>
[GenerateSerializer]
[Immutable]
[Alias("kent.CountyDefinition")]
public sealed record CountyDefinition
{
    /// <summary>The scenario it lives in, with the text of its files.</summary>
    [Id(0)]
    public required ScenarioText Scenario { get; init; }

    /// <summary>Years from start to horizon, beyond which it does not go.</summary>
    [Id(1)]
    public required int Years { get; init; }

    /// <summary>The seed; the county is replication 0 of it, with the values of the data.</summary>
    [Id(2)]
    public required uint Seed { get; init; }

    /// <summary>The fingerprint of the data folder.</summary>
    [Id(3)]
    public required string DataHash { get; init; }

    /// <summary>The program's version.</summary>
    [Id(4)]
    public required string Version { get; init; }
}
