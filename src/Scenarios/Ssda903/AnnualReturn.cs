namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>The return of one collection year: the rows of its ten files.</summary>
public sealed class AnnualReturn
{
    private const int March = 3;
    private const int April = 4;
    private const int LastOfMarch = 31;

    private readonly IReadOnlyList<ReturnRow>[] _rows;

    /// <summary>Creates a return.</summary>
    /// <param name="year">The collection year, named by the year in which it ends.</param>
    /// <param name="rows">All rows, each of the file that it names.</param>
    public AnnualReturn(int year, IEnumerable<ReturnRow> rows)
    {
        Year = year;
        ILookup<int, ReturnRow> byFile = rows.ToLookup(row => row.File.Index);
        _rows = [.. ReturnFiles.All.Select(file => (IReadOnlyList<ReturnRow>)[.. byFile[file.Index]])];
    }

    /// <summary>The collection year: 2019 is 1 April 2018 to 31 March 2019.</summary>
    public int Year { get; }

    /// <summary>The first day of the collection year.</summary>
    public DateOnly Start => new(Year - 1, April, 1);

    /// <summary>The last day of the collection year.</summary>
    public DateOnly End => new(Year, March, LastOfMarch);

    /// <summary>All rows of the ten files.</summary>
    public int RowCount => _rows.Sum(rows => rows.Count);

    /// <summary>The rows of a file, in its order.</summary>
    /// <param name="file">The file.</param>
    public IReadOnlyList<ReturnRow> this[ReturnFile file] => _rows[file.Index];

    /// <summary>The collection year in which a day lies.</summary>
    public static int YearOf(DateOnly day) => day.Month >= April ? day.Year + 1 : day.Year;
}
