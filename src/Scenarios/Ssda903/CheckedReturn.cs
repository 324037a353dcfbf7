using System.Runtime.InteropServices;

namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>A return that rules look things up in: rows by child, episodes in the order of time, the return before.</summary>
internal sealed class CheckedReturn
{
    private static readonly IReadOnlyList<ReturnRow> s_none = [];

    private readonly Dictionary<string, List<ReturnRow>>?[] _byChild = new Dictionary<string, List<ReturnRow>>?[ReturnFiles.All.Count];
    private readonly Dictionary<string, IReadOnlyList<ReturnRow>> _episodes;
    private readonly Dictionary<string, bool> _wholeYear = new(StringComparer.Ordinal);

    /// <summary>Creates it.</summary>
    /// <param name="filed">The return.</param>
    /// <param name="codes">The codes that are known.</param>
    /// <param name="earlier">Returns of earlier years, the earliest first.</param>
    public CheckedReturn(AnnualReturn filed, CodeSets codes, IReadOnlyList<CheckedReturn> earlier)
    {
        Return = filed;
        Codes = codes;
        Earlier = earlier;
        Previous = earlier.Count > 0 && earlier[^1].Year == filed.Year - 1 ? earlier[^1] : null;
        Start = filed.Start;
        End = filed.End;
        _episodes = Index(ReturnFiles.Episodes).ToDictionary(pair => pair.Key, pair => InOrder(pair.Value), StringComparer.Ordinal);
    }

    /// <summary>The return itself.</summary>
    public AnnualReturn Return { get; }

    /// <summary>The collection year.</summary>
    public int Year => Return.Year;

    /// <summary>The first day of the collection year.</summary>
    public DateOnly Start { get; }

    /// <summary>The last day of the collection year.</summary>
    public DateOnly End { get; }

    /// <summary>The codes that are known.</summary>
    public CodeSets Codes { get; }

    /// <summary>The return of the year before; null where there is none.</summary>
    public CheckedReturn? Previous { get; }

    /// <summary>All returns of earlier years, the earliest first.</summary>
    public IReadOnlyList<CheckedReturn> Earlier { get; }

    /// <summary>The first day that this return or an earlier one tells of, without a gap between them.</summary>
    public DateOnly FirstDayKnown => Previous?.FirstDayKnown ?? Start;

    /// <summary>Every child's episodes with a sound first day, in the order in which they began.</summary>
    public IEnumerable<IReadOnlyList<ReturnRow>> EpisodesByChild => _episodes.Values;

    /// <summary>The rows of a file.</summary>
    public IReadOnlyList<ReturnRow> this[ReturnFile file] => Return[file];

    /// <summary>The rows of a file that are about a child; of episodes, those with a sound first day in the order in which they began.</summary>
    public IReadOnlyList<ReturnRow> Of(string child, ReturnFile file)
    {
        if (file == ReturnFiles.Episodes)
        {
            return _episodes.GetValueOrDefault(child, s_none);
        }

        return Index(file).TryGetValue(child, out List<ReturnRow>? rows) ? rows : s_none;
    }

    /// <summary>The first row of a file that is about a child; null where there is none.</summary>
    public ReturnRow? First(string child, ReturnFile file) => Index(file).TryGetValue(child, out List<ReturnRow>? rows) ? rows[0] : null;

    /// <summary>Whether a file has a row about a child.</summary>
    public bool Has(string child, ReturnFile file) => Index(file).ContainsKey(child);

    /// <summary>A child's date of birth by the header.</summary>
    public DateOnly? BirthOf(string child) => First(child, ReturnFiles.Header)?.Date("DOB");

    /// <summary>Whether a code belongs to the set that is named after its column.</summary>
    public bool Knows(ReturnRow row, string column) => Codes.IsKnown(column, row[column], Year);

    /// <summary>Whether a field is blank or holds a code of the set that is named after its column.</summary>
    public bool IsBlankOrKnown(ReturnRow row, string column) => !row.Has(column) || Knows(row, column);

    /// <summary>
    /// Whether a child was looked after from the first to the last day of the year: nothing began with S after the first day, nothing ended otherwise than with
    /// X1 before the last, and no episode was a short break.
    /// </summary>
    public bool IsWholeYear(string child)
    {
        ref bool known = ref CollectionsMarshal.GetValueRefOrAddDefault(_wholeYear, child, out bool exists);
        if (!exists)
        {
            IReadOnlyList<ReturnRow> episodes = Of(child, ReturnFiles.Episodes);
            known = episodes.Any(IsInYear) && !episodes.Any(BreaksYear);
        }

        return known;
    }

    /// <summary>Whether a child had an episode in the year that was no short break.</summary>
    public bool IsLookedAfterInYear(string child) =>
        Of(child, ReturnFiles.Episodes).Any(episode => !Care.IsShortBreak(episode) && IsInYear(episode));

    /// <summary>Whether a day lies in the collection year.</summary>
    public bool Contains(DateOnly? day) => day >= Start && day <= End;

    /// <summary>Whether a child is, in this return or those of the two years before, an unaccompanied asylum-seeking child.</summary>
    public bool IsOrWasUnaccompanied(string child) =>
        Has(child, ReturnFiles.Uasc) || Earlier.Any(other => other.Year >= Year - 2 && other.Has(child, ReturnFiles.Uasc));

    private static IReadOnlyList<ReturnRow> InOrder(List<ReturnRow> rows) =>
        [.. rows.Where(row => row.Date("DECOM") is not null).OrderBy(row => row.Date("DECOM")).ThenBy(row => row.Date("DEC") ?? DateOnly.MaxValue)];

    private bool IsInYear(ReturnRow episode) => episode.Date("DECOM") <= End && (episode.Date("DEC") is not DateOnly ended || ended >= Start);

    private bool BreaksYear(ReturnRow episode) =>
        (episode["RNE"] == "S" && episode.Date("DECOM") > Start && episode.Date("DECOM") <= End)
        || (episode["REC"] != "X1" && episode.Date("DEC") >= Start && episode.Date("DEC") < End)
        || (Care.IsShortBreak(episode) && IsInYear(episode));

    private Dictionary<string, List<ReturnRow>> Index(ReturnFile file)
    {
        if (_byChild[file.Index] is { } ready)
        {
            return ready;
        }

        Dictionary<string, List<ReturnRow>> index = new(StringComparer.Ordinal);
        foreach (ReturnRow row in Return[file])
        {
            ref List<ReturnRow>? rows = ref CollectionsMarshal.GetValueRefOrAddDefault(index, row.Child, out _);
            (rows ??= []).Add(row);
        }

        _byChild[file.Index] = index;
        return index;
    }
}
