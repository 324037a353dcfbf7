using KentSufficiency.Scenarios.Cohorts.Tables;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts.Tables;

/// <summary>Rows are held to their columns, and keep what they were told.</summary>
public sealed class TableRowsTests
{
    private readonly TableRows _rows = new(SmallCohort.Children);

    [Fact]
    public void What_was_told_is_kept()
    {
        for (int i = 0; i < 100; i++)
        {
            _rows.Child($"C{i}", new DateOnly(2010, 1, 1).AddDays(i), i % 2 == 0 ? i : null, i % 3 == 0);
        }

        _rows.Count.ShouldBe(100);
        _rows[99][0].Text.ShouldBe("C99");
        _rows[99][1].Date.ShouldBe(new DateOnly(2010, 4, 10));
        _rows[99][2].IsBlank.ShouldBeTrue();
        _rows[98][2].Number.ShouldBe(98);
        _rows[99][3].Number.ShouldBe(1);
    }

    [Fact]
    public void A_row_too_short_is_refused()
    {
        _rows.Text("A1").Date(new DateOnly(2010, 2, 3)).Whole(1);

        Should.Throw<InvalidOperationException>(_rows.EndRow).Message.ShouldContain("after 3 of 4 cells");
    }

    [Fact]
    public void A_row_too_long_is_refused()
    {
        _rows.Text("A1").Date(new DateOnly(2010, 2, 3)).Whole(1).YesNo(true);

        Should.Throw<InvalidOperationException>(() => _rows.Text("more")).Message.ShouldContain("more cells than columns");
        Should.Throw<InvalidOperationException>(_rows.Blank).Message.ShouldContain("more cells than columns");
    }

    [Fact]
    public void A_cell_of_another_type_is_refused() =>
        Should.Throw<InvalidOperationException>(() => _rows.Text("A1").Whole(4)).Message.ShouldContain("has Whole for DOB, which holds Date");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_required_cell_is_not_blank(string? blank)
    {
        Should.Throw<InvalidOperationException>(() => _rows.Text(blank)).Message.ShouldContain("no CHILD");
        Should.Throw<InvalidOperationException>(() => _rows.Text("A1").Blank()).Message.ShouldContain("no DOB");
    }

    [Fact]
    public void After_clearing_they_are_as_new()
    {
        _rows.Child("A1", new DateOnly(2010, 2, 3), 2, true).Text("begun");
        _rows.Clear();
        _rows.Child("A2", new DateOnly(2010, 2, 4), 3, true);

        _rows.Count.ShouldBe(1);
        _rows[0][0].Text.ShouldBe("A2");
    }

    [Fact]
    public void Rows_cost_no_memory_once_they_have_grown()
    {
        Fill();
        _rows.Clear();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Fill();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private void Fill()
    {
        for (int i = 0; i < 1000; i++)
        {
            _rows.Child("A1", new DateOnly(2010, 2, 3), 2, true);
        }
    }
}
