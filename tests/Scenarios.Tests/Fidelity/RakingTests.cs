using KentSufficiency.Scenarios.Fidelity.Distances;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Fidelity;

/// <summary>A joint table that is bent to margins.</summary>
public class RakingTests
{
    private const double Near = 1e-8;

    private static readonly int[] s_rows = [0, 0, 1, 1];
    private static readonly int[] s_columns = [0, 1, 0, 1];
    private static readonly double[] s_table = [30, 10, 20, 40];

    [Fact]
    public void It_reaches_the_margins_and_keeps_the_odds_ratio()
    {
        (double[] bent, double miss) = Raking.Fit(s_table, [s_rows, s_columns], [[0.5, 0.5], [0.6, 0.4]]);
        miss.ShouldBeLessThan(Near);
        (bent[0] + bent[1]).ShouldBe(0.5, Near);
        (bent[0] + bent[2]).ShouldBe(0.6, Near);
        bent.Sum().ShouldBe(1, Near);
        (bent[0] * bent[3] / (bent[1] * bent[2])).ShouldBe(6, 1e-6);
    }

    [Fact]
    public void A_table_that_has_the_margins_stays_as_it_is()
    {
        (double[] bent, _) = Raking.Fit(s_table, [s_rows, s_columns], [[0.4, 0.6], [0.5, 0.5]]);
        for (int i = 0; i < bent.Length; i++)
        {
            bent[i].ShouldBe(s_table[i] / 100, Near);
        }
    }

    [Fact]
    public void Three_margins_are_reached_at_once()
    {
        int[] a = [0, 0, 0, 0, 1, 1, 1, 1];
        int[] b = [0, 0, 1, 1, 0, 0, 1, 1];
        int[] c = [0, 1, 0, 1, 0, 1, 0, 1];
        (double[] bent, double miss) = Raking.Fit([9, 4, 3, 7, 2, 8, 5, 6], [a, b, c], [[0.3, 0.7], [0.55, 0.45], [0.2, 0.8]]);
        miss.ShouldBeLessThan(Near);
        Of(a, bent).ShouldBe(0.3, Near);
        Of(b, bent).ShouldBe(0.55, Near);
        Of(c, bent).ShouldBe(0.2, Near);
        static double Of(int[] categories, double[] cells) => cells.Where((_, i) => categories[i] == 0).Sum();
    }

    /// <summary>A count that is withheld binds nothing: the others keep to each other as published.</summary>
    [Fact]
    public void A_margin_that_is_not_known_is_left_to_the_others()
    {
        int[] rows = [0, 0, 1, 1, 2, 2];
        int[] columns = [0, 1, 0, 1, 0, 1];
        (double[] bent, double miss) = Raking.Fit([20, 10, 20, 20, 10, 20], [rows, columns], [[0.3, 0.6, null], [0.5, 0.5]]);
        miss.ShouldBeLessThan(Near);
        ((bent[2] + bent[3]) / (bent[0] + bent[1])).ShouldBe(2, 1e-6);
        (bent[0] + bent[2] + bent[4]).ShouldBe(0.5, Near);
        (bent[4] + bent[5]).ShouldBeInRange(0.25, 0.35);
        bent.Sum().ShouldBe(1, Near);
    }

    [Fact]
    public void A_category_that_the_table_never_has_is_left_out_of_the_margin()
    {
        (double[] bent, double miss) = Raking.Fit(s_table, [s_rows, s_columns], [[0.5, 0.25, 0.25], [0.5, 0.5]]);
        miss.ShouldBeLessThan(Near);
        (bent[0] + bent[1]).ShouldBe(2.0 / 3, Near);
    }

    [Fact]
    public void A_margin_of_nothing_empties_its_cells_and_margins_that_contradict_are_told()
    {
        Raking.Fit(s_table, [s_rows, s_columns], [[1, 0], [0.5, 0.5]]).Cells[2].ShouldBe(0);
        Raking.Fit([1, 1], [[0, 1], [0, 1]], [[0.5, 0.5], [0.8, 0.2]]).Miss.ShouldBe(0.3, 1e-6);
        (double[] bent, double miss) = Raking.Fit([1, 1, 1], [[0, 1, 2], [0, 1, 1]], [[0.5, 0.5, 0], [0, 1]]);
        bent.Sum().ShouldBe(1, Near);
        bent[1].ShouldBe(1, Near);
        miss.ShouldBe(0.5, Near);
    }
}
