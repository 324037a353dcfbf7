using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Returns;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Scenarios.Ssda903;

namespace KentSufficiency.Scenarios.Cohorts.Building;

/// <summary>A cohort in memory.</summary>
public sealed class Cohort
{
    private readonly CountyHistory _county;
    private readonly DetailLibrary _detail;

    internal Cohort(CountyHistory county, IReadOnlyList<CohortChild> children, DetailLibrary detail)
    {
        _county = county;
        _detail = detail;
        Children = children;
    }

    /// <summary>The children, in the order in which they were added; a family stands together.</summary>
    public IReadOnlyList<CohortChild> Children { get; }

    /// <summary>The first day of the history.</summary>
    public DateOnly From => _county.Start;

    /// <summary>The last day of the history.</summary>
    public DateOnly AsOf => _county.DateOf(_county.LastDay);

    /// <summary>The returns on children looked after of all collection years that lie wholly in the history, the earliest first.</summary>
    /// <param name="codes">The year whose codes are written throughout; null for those of each day.</param>
    public IReadOnlyList<AnnualReturn> Returns(int? codes = null)
    {
        ReturnYear[] years = Years(codes);
        var layout = new ReturnLayout(years, _detail, codes);
        using var sink = new ReturnSink(layout.Tables);
        ILayoutWriter writer = layout.WriterFor(_county);
        foreach (CohortChild child in Children)
        {
            writer.Write(child);
        }

        foreach (TableRows rows in writer.Rows)
        {
            sink.Append(sink.Prepare(rows));
        }

        sink.Complete();
        return [.. years.Select(year => sink.ReturnOf(year))];
    }

    private ReturnYear[] Years(int? codes)
    {
        int first = From <= new DateOnly(From.Year, 4, 1) ? From.Year + 1 : From.Year + 2;
        int last = AsOf >= new DateOnly(AsOf.Year, 3, 31) ? AsOf.Year : AsOf.Year - 1;
        return last < first
            ? throw new CohortException($"No collection year lies wholly between {From:yyyy-MM-dd} and {AsOf:yyyy-MM-dd}: one is from 1 April to 31 March.")
            : [.. Enumerable.Range(first, last - first + 1).Select(year => new ReturnYear(year, codes ?? year))];
    }
}
