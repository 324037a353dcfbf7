using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;

namespace KentSufficiency.Scenarios.Report;

/// <summary>What a report takes from the data folder rather than from the run. Immutable.</summary>
public sealed class ReportData
{
    private const string TileFile = "geography/tiles.csv";
    private const string LimitFile = "limits.csv";
    private const int MostTiles = 12;

    private const string TargetEnding = "-target";

    private readonly EvidenceLibrary _evidence;

    private ReportData(
        LeverCatalogue levers, EvidenceLibrary evidence, IReadOnlyList<DistrictTile> tiles, IReadOnlyList<(string Title, string Text)> limits)
    {
        _evidence = evidence;
        Levers = levers;
        Tiles = tiles;
        Limits = limits;
        Districts = tiles.Select(tile => tile.District).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What scenarios turn, with the assumptions and their sources.</summary>
    public LeverCatalogue Levers { get; }

    /// <summary>The tile map of Kent.</summary>
    public IReadOnlyList<DistrictTile> Tiles { get; }

    /// <summary>What the model leaves out.</summary>
    public IReadOnlyList<(string Title, string Text)> Limits { get; }

    /// <summary>The districts.</summary>
    public IReadOnlySet<string> Districts { get; }

    /// <summary>Expansions and new schools that have a name; empty where the data folder has none.</summary>
    public IReadOnlyList<SchemeFacts> Schemes { get; private init; } = [];

    /// <summary>The latest validation; null where the data folder has none.</summary>
    internal SavedValidation? Validation { get; private init; }

    /// <summary>What was observed of a measure of Kent, on the month ends of its days; of several sources, what was published first.</summary>
    internal IEnumerable<(DateOnly Date, double Value)> Observed(string measure) => _evidence.Series(measure, SavedRun.Kent)
        .Where(value => value.Value is not null && value.Date.AddDays(1).Day == 1)
        .GroupBy(value => value.Date)
        .Select(day => (day.Key, day.OrderBy(value => value.KnownFrom).First().Value!.Value));

    /// <summary>The council's target for a measure of Kent on a day: the latest printed for a day until then; null where there is none.</summary>
    public double? Target(string measure, DateOnly on)
    {
        int part = measure.IndexOf('/', StringComparison.Ordinal);
        string id = part < 0 ? measure + TargetEnding : measure.Insert(part, TargetEnding);
        return _evidence.Series(id, SavedRun.Kent).LastOrDefault(target => target.Date <= on)?.Value;
    }

    /// <summary>Reads what is needed beside the levers.</summary>
    /// <param name="levers">The levers and assumptions.</param>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">A rule of the data is broken.</exception>
    public static ReportData Load(LeverCatalogue levers, string directory)
    {
        List<EvidenceError> errors = [];
        List<DistrictTile> tiles = [];
        List<(string, string)> limits = [];
        CsvTable.Read(directory, TileFile, ["district", "column", "row"], errors, row =>
        {
            var tile = new DistrictTile(row.Text("district"), Place(row, "column"), Place(row, "row"));
            if (tiles.Any(other => other.District == tile.District || (other.Column == tile.Column && other.Row == tile.Row)))
            {
                row.Break("district", "two tiles lie on each other, or one district has two");
            }

            tiles.Add(tile);
        });
        CsvTable.Read(directory, LimitFile, ["id", "title", "text"], errors, row =>
        {
            row.Id("id");
            limits.Add((row.Text("title"), row.Text("text")));
        });
        EvidenceException.ThrowIfAny(errors);
        return new ReportData(levers, EvidenceLibrary.Load(directory), tiles, limits) { Schemes = SchemeTable.Read(directory), Validation = SavedValidation.Read(directory) };
    }

    private static int Place(TableRow row, string column)
    {
        double value = row.Number(column);
        if (value is >= 1 and <= MostTiles && value == Math.Floor(value))
        {
            return (int)value;
        }

        row.Break(column, $"a tile's place is a whole number from 1 to {MostTiles}");
        return 1;
    }
}
