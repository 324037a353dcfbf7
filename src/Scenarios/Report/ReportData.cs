using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;

namespace KentSufficiency.Scenarios.Report;

/// <summary>What a report takes from the data folder rather than from the run. Immutable.</summary>
public sealed class ReportData
{
    private const string TileFile = "geography/tiles.csv";
    private const string LimitFile = "limits.csv";
    private const int MostTiles = 12;

    private ReportData(LeverCatalogue levers, IReadOnlyList<DistrictTile> tiles, IReadOnlyList<(string Title, string Text)> limits)
    {
        Levers = levers;
        Tiles = tiles;
        Limits = limits;
    }

    /// <summary>What scenarios turn, with the assumptions and their sources.</summary>
    public LeverCatalogue Levers { get; }

    /// <summary>The tile map of Kent.</summary>
    public IReadOnlyList<DistrictTile> Tiles { get; }

    /// <summary>What the model leaves out.</summary>
    public IReadOnlyList<(string Title, string Text)> Limits { get; }

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
        return new ReportData(levers, tiles, limits);
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
