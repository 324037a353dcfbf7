using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Returns;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Cohorts.AllTables;

/// <summary>
/// Life in care and after it, with the codes of the returns: what these put right (see <see cref="EpisodeCoder"/>) is put right here too.
/// </summary>
internal sealed class CareRows(CountyHistory county)
{
    private const string NoReason = "OTHER";

    private readonly PlacementCodes _codes = new(codes: null);
    private readonly HashSet<ulong> _households = [.. county.Households.Select(household => household.State.Id)];

    /// <summary>Episodes so far.</summary>
    public TableRows Episodes { get; } = new(CareTables.Episodes);

    /// <summary>Care leavers so far.</summary>
    public TableRows Leavers { get; } = new(CareTables.Leavers);

    /// <summary>Writes a child; nothing of one who was never looked after.</summary>
    public void Write(CohortChild child)
    {
        if (child.Care is not CareHistory care)
        {
            return;
        }

        bool underOrder = false;
        for (int i = 0; i < care.Episodes.Count; i++)
        {
            CareEpisode episode = care.Episodes[i];
            bool goesOn = i > 0 && care.Episodes[i - 1].CareBegan == episode.CareBegan;
            underOrder = (goesOn && underOrder) || episode.Kind == HomeKind.WithParents;
            CareEpisode? next = i + 1 < care.Episodes.Count ? care.Episodes[i + 1] : null;
            WriteEpisode(child, i + 1, episode, next, underOrder);
        }

        WriteLeaver(child, care);
    }

    private void WriteEpisode(CohortChild child, int number, CareEpisode episode, CareEpisode? next, bool underOrder)
    {
        string place = _codes.PlaceOf(episode.Kind, county.DateOf(episode.From), child.AgeOn(county.DateOf(episode.From)));
        Episodes.Text(child.Id).Whole(number).Date(county.DateOf(episode.CareBegan)).Date(county.DateOf(episode.From));
        Episodes.Date(episode.Until == ChildState.Never ? null : county.DateOf(episode.Until));
        Episodes.Text(CodeNames.Of(EpisodeCoder.LegalOf(episode.Legal, underOrder))).Text(CodeNames.Of(episode.Need));
        Episodes.Text(place).Text(CodeNames.Provider(episode.Kind)).Text(FieldNames<HomeKind>.Of(episode.Kind));
        Episodes.Text(_households.Contains(episode.Home) ? HouseholdRows.IdOf(county, episode.Home) : null).Text(county.Map[episode.Place].Name);
        Episodes.Whole(episode.Placement).Date(county.DateOf(episode.PlacementFrom));
        Episodes.Text(EndOf(episode, place)).Text(MoveOf(episode, next)).EndRow();
    }

    private string EndOf(CareEpisode episode, string place) => episode.End switch
    {
        "E45" => _codes.GuardianshipOf(place, county.DateOf(episode.Until)),
        "E11" or "E12" when episode.Kind != HomeKind.Adoption => "E8",
        _ => episode.End,
    };

    private static string MoveOf(CareEpisode episode, CareEpisode? next)
    {
        bool moved = next is not null && next.CareBegan == episode.CareBegan && next.PlacementFrom != episode.PlacementFrom;
        return !moved ? "" : episode.MoveReason.Length > 0 ? episode.MoveReason : NoReason;
    }

    private void WriteLeaver(CohortChild child, CareHistory care)
    {
        if (care.LeaverFrom == ChildState.Never)
        {
            return;
        }

        bool stayed = care.Episodes[^1].End == nameof(EndReason.E17) || care.StayingPutUntil != ChildState.Never;
        Leavers.Text(child.Id).Date(county.DateOf(care.LeaverFrom)).Date(care.LeaverUntil == ChildState.Never ? null : county.DateOf(care.LeaverUntil));
        Leavers.YesNo(stayed).Date(care.StayingPutUntil == ChildState.Never ? null : child.StayingPutUntil).EndRow();
    }
}
