namespace KentSufficiency.SimulationTests.Admissions;

/// <summary>Equal preference on markets small enough to look at every case.</summary>
public class DeferredAcceptanceTests
{
    private const int Markets = 400;

    [Theory]
    [InlineData(6, 4, 4)]
    [InlineData(9, 3, 2)]
    [InlineData(4, 6, 6)]
    public void No_child_and_school_would_both_rather_have_each_other(int children, int schools, int longest) =>
        ForAll(children, schools, longest, market => Assert.True(market.IsStable(market.Match())));

    [Theory]
    [InlineData(7, 4, 4)]
    [InlineData(25, 5, 3)]
    public void It_agrees_with_the_plainest_way_to_do_it(int children, int schools, int longest) =>
        ForAll(children, schools, longest, market => Assert.Equal(market.MatchPlainly(), market.Match()));

    [Fact]
    public void Of_all_stable_matchings_it_gives_every_child_the_school_it_likes_best() => ForAll(4, 3, 3, market =>
    {
        int[] matched = market.Match();
        foreach (int[] other in Matchings(market).Where(market.IsStable))
        {
            Assert.All(Enumerable.Range(0, market.Children), child =>
                Assert.True(market.Rank(child, matched[child]) <= market.Rank(child, other[child])));
        }
    });

    [Fact]
    public void The_order_in_which_children_are_listed_does_not_matter() => ForAll(12, 4, 4, market =>
        Assert.Equal(market.Match(), market.Match([.. Enumerable.Range(0, market.Children).Reverse()])));

    [Fact]
    public void With_lists_as_long_as_one_likes_no_child_gains_by_any_other_list_than_the_true_one()
    {
        for (uint number = 0; number < 60; number++)
        {
            Market market = Market.Make(number, children: 5, schools: 4, longest: 4);
            int[] honest = market.Match();
            for (int child = 0; child < market.Children; child++)
            {
                foreach (int[] list in Market.Lists(4, 4))
                {
                    int got = market.WithList(child, list).Match()[child];
                    Assert.True(market.Rank(child, got) >= market.Rank(child, honest[child]), $"Market {number}, child {child}");
                }
            }
        }
    }

    /// <summary>All lists of up to four of four schools: 1 + 4 + 12 + 24 + 24.</summary>
    [Fact]
    public void All_other_lists_are_tried() => Assert.Equal(65, Market.Lists(4, 4).Select(list => string.Join(',', list)).Distinct().Count());

    /// <summary>
    /// Two children like school 0 best and school 1 next; each has one place and puts child 0 first. Allowed one preference only, child 1 is
    /// left out if it says what it likes best, and gets school 1 if it does not.
    /// </summary>
    [Fact]
    public void With_a_limit_on_lists_a_child_may_gain_by_not_naming_what_it_likes_best()
    {
        var market = new Market { Likes = [[0, 1], [0, 1]], Priority = [[0, 1], [0, 1]], Places = [1, 0] };
        Market limited = market.WithList(0, [0]).WithList(1, [0]);
        var roomy = new Market { Likes = limited.Likes, Priority = limited.Priority, Places = [1, 1] };

        Assert.Equal([0, -1], roomy.Match());
        Assert.Equal([0, 1], roomy.WithList(1, [1]).Match());
        Assert.Equal([0, 1], new Market { Likes = market.Likes, Priority = market.Priority, Places = [1, 1] }.Match());
    }

    [Fact]
    public void Of_children_whom_a_school_ranks_the_same_the_smaller_address_goes_first()
    {
        var market = new Market { Likes = [[0], [0], [0]], Priority = [[5, 5, 5]], Places = [2] };

        Assert.Equal([0, 0, -1], market.Match());
        Assert.Equal([0, 0, -1], market.Match([2, 1, 0]));
    }

    private static void ForAll(int children, int schools, int longest, Action<Market> holds)
    {
        for (uint number = 0; number < Markets; number++)
        {
            holds(Market.Make(number, children, schools, longest));
        }
    }

    private static IEnumerable<int[]> Matchings(Market market) =>
        market.Likes.Aggregate<int[], IEnumerable<int[]>>([[]], (all, likes) => all.SelectMany(some => likes.Append(-1).Select(at => (int[])[.. some, at])));
}
