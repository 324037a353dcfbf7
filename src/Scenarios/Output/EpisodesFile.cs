using CsvHelper;

namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// <c>episodes.csv</c>: the episodes of care of replication 0 in the layout of the SSDA903 return's Episodes, by child and then by date; a file
/// <c>episodes-SCENARIO.csv</c> for each where several scenarios run. Dates are dd/mm/yyyy; DEC and REC are empty for episodes open at
/// the horizon.
/// </summary>
/// <remarks>
/// The log begins with the lead-in, a year before the start. Of a child already looked after then, the file holds the present episode from
/// the start of the placement on, under the legal status of that day; its RNE is S where it is the first placement, else P.
/// REASON_PLACE_CHANGE stands in the row of the placement that is left. CHILD is the entity of <c>events.jsonl</c>. Codes are those of 2018-19.
/// </remarks>
internal static class EpisodesFile
{
    private const string Stem = "episodes";
    private const string Extension = ".csv";
    private const string Header = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE";

    /// <summary>The pattern that all its names match.</summary>
    public const string Pattern = Stem + "*" + Extension;

    /// <summary>Whether a run may write a file of this name.</summary>
    public static bool IsName(string name) => name == Stem + Extension
        || (name.StartsWith(Stem + "-", StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal));

    /// <summary>The name of a scenario's file.</summary>
    public static string NameOf(string scenario, bool alone) => alone ? Stem + Extension : $"{Stem}-{scenario}{Extension}";

    /// <summary>Writes the file.</summary>
    public static void Write(Stream stream, IReadOnlyList<Episode> episodes)
    {
        using CsvWriter csv = CsvFile.Begin(stream, Header);
        foreach (Episode episode in episodes)
        {
            csv.WriteField(episode.Child);
            csv.WriteField(Text(episode.Began));
            csv.WriteField(episode.NewReason.ToString());
            csv.WriteField(episode.Legal);
            csv.WriteField(episode.Need);
            csv.WriteField(episode.Place);
            csv.WriteField(episode.Provider);
            csv.WriteField(episode.Ended is DateOnly ended ? Text(ended) : "");
            csv.WriteField(episode.EndReason);
            csv.WriteField(episode.MoveReason);
            csv.EndRecord();
        }
    }

    private static string Text(DateOnly date) => date.ToString("dd/MM/yyyy");
}
