using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Ssda903;

namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>The last two returns of a valid set, to be spoilt: rows are found by what they say, then changed, added or removed.</summary>
internal sealed class PlantedReturns
{
    private readonly IReadOnlyList<AnnualReturn> _set;
    private readonly List<ReturnRow> _now;
    private readonly List<ReturnRow> _before;

    public PlantedReturns(IReadOnlyList<AnnualReturn> set)
    {
        _set = set;
        _now = Rows(set[^1]);
        _before = Rows(set[^2]);
        var before = new CheckedReturn(set[^2], Codes, []);
        Now = new CheckedReturn(set[^1], Codes, [before]);
    }

    public static CodeSets Codes { get; } = CodeSets.Load(DataFolder.Locate());

    /// <summary>The last return as it was before anything was changed.</summary>
    public CheckedReturn Now { get; }

    /// <summary>The return before it, as it was.</summary>
    public CheckedReturn Before => Now.Previous!;

    /// <summary>The set as it has become.</summary>
    public IReadOnlyList<AnnualReturn> Build() =>
        [.. _set.SkipLast(2), new AnnualReturn(_set[^2].Year, _before), new AnnualReturn(_set[^1].Year, _now)];

    /// <summary>The first row of the last return that suits.</summary>
    public ReturnRow Find(ReturnFile file, Func<ReturnRow, bool> suits) =>
        _now.FirstOrDefault(row => row.File == file && suits(row)) ?? throw new InvalidOperationException($"no row of {file} suits");

    /// <summary>Any row of a file of the last return.</summary>
    public ReturnRow Any(ReturnFile file) => Find(file, _ => true);

    /// <summary>An episode of the last return that suits, and the next one of the same child.</summary>
    public (ReturnRow First, ReturnRow Next) Pair(Func<ReturnRow, ReturnRow, bool> suits)
    {
        foreach (IReadOnlyList<ReturnRow> career in Now.EpisodesByChild)
        {
            for (int i = 1; i < career.Count; i++)
            {
                if (suits(career[i - 1], career[i]))
                {
                    return (career[i - 1], career[i]);
                }
            }
        }

        throw new InvalidOperationException("no pair of episodes suits");
    }

    /// <summary>The first episode of the last return of a child whose last episode of the return before was open.</summary>
    public ReturnRow Continued(Func<ReturnRow, bool>? suits = null) => Find(ReturnFiles.Episodes, row =>
        Now.Of(row.Child, ReturnFiles.Episodes)[0] == row && BeforeOf(row.Child) is { } before && !before.Has("DEC") && suits?.Invoke(row) != false);

    /// <summary>A child's last episode of the return before; null where there is none.</summary>
    public ReturnRow? BeforeOf(string child) => Before.Of(child, ReturnFiles.Episodes) is { Count: > 0 } episodes ? episodes[^1] : null;

    /// <summary>A child's header of the return before; null where there is none.</summary>
    public ReturnRow? HeaderBefore(string child) => Before.First(child, ReturnFiles.Header);

    /// <summary>Changes fields of a row of either return.</summary>
    public ReturnRow Set(ReturnRow row, params (string Column, string Text)[] fields)
    {
        ReturnRow changed = fields.Aggregate(row, (made, field) => made.With(field.Column, field.Text));
        List<ReturnRow> rows = _now.Contains(row) ? _now : _before;
        rows[rows.IndexOf(row)] = changed;
        return changed;
    }

    /// <summary>Changes fields of all episodes of a child in the last return.</summary>
    public void SetEpisodes(string child, params (string Column, string Text)[] fields)
    {
        foreach (ReturnRow row in _now.Where(row => row.File == ReturnFiles.Episodes && row.Child == child).ToArray())
        {
            Set(row, fields);
        }
    }

    /// <summary>Says that a child was born on another day, in the header of the last return.</summary>
    public void Born(string child, DateOnly? day) => Set(Find(ReturnFiles.Header, row => row.Child == child), ("DOB", Text(day)));

    /// <summary>Adds a row to the last return.</summary>
    public ReturnRow Add(ReturnFile file, string child, params (string Column, string Text)[] fields) => AddTo(_now, file, child, fields);

    /// <summary>Adds a row to the return before.</summary>
    public void AddBefore(ReturnFile file, string child, params (string Column, string Text)[] fields) => AddTo(_before, file, child, fields);

    /// <summary>Adds a row like another one to the last return.</summary>
    public void AddLike(ReturnRow row, params (string Column, string Text)[] fields) => _now.Add(fields.Aggregate(row, (made, field) => made.With(field.Column, field.Text)).With("CHILD", row.Child));

    /// <summary>Removes a child's rows of a file from the last return.</summary>
    public void Remove(string child, ReturnFile file) => _now.RemoveAll(row => row.File == file && row.Child == child);

    /// <summary>Removes a child's rows of a file from the return before.</summary>
    public void RemoveBefore(string child, ReturnFile file) => _before.RemoveAll(row => row.File == file && row.Child == child);

    /// <summary>A day as returns write it.</summary>
    public static string Text(DateOnly? day) => ReturnDate.Text(day ?? throw new InvalidOperationException("no such day"));

    private static List<ReturnRow> Rows(AnnualReturn filed) => [.. ReturnFiles.All.SelectMany(file => filed[file])];

    private ReturnRow AddTo(List<ReturnRow> rows, ReturnFile file, string child, (string Column, string Text)[] fields)
    {
        var row = new ReturnRow(file, rows.Count, file.Columns.Select(column => column switch
        {
            "CHILD" => child,
            "DOB" => Now.First(child, ReturnFiles.Header)?["DOB"] ?? "",
            _ => "",
        }));
        row = fields.Aggregate(row, (made, field) => made.With(field.Column, field.Text));
        rows.Add(row);
        return row;
    }
}
