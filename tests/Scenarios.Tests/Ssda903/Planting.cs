namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>How to spoil a valid set of two or more returns so that one rule finds something. Other rules may find something too.</summary>
/// <param name="Number">The rule.</param>
/// <param name="Plant">Spoils the set; it finds the rows that suit by what they say, so that any valid set with such children will do.</param>
internal sealed record Planting(string Number, Action<PlantedReturns> Plant)
{
    public static IReadOnlyList<Planting> All { get; } =
    [
        .. PlantingsOfParticulars.All, .. PlantingsOfEpisodes.All, .. PlantingsOfChains.All, .. PlantingsOfCare.All, .. PlantingsOfAdoption.All,
        .. PlantingsOfHealth.All, .. PlantingsOfLeavers.All, .. PlantingsOfMissing.All,
    ];
}
