using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.SimulationTests.Admissions;

/// <summary>A small market made by chance: who likes which schools in which order, how schools rank children, and places.</summary>
internal sealed class Market
{
    public required int[][] Likes { get; init; }

    /// <summary>By school and child; smaller is first.</summary>
    public required ulong[][] Priority { get; init; }

    public required int[] Places { get; init; }

    public int Children => Likes.Length;

    /// <summary>A market whose children name at most so many schools.</summary>
    public static Market Make(uint number, int children, int schools, int longest)
    {
        var dice = new Dice(number);
        return new Market
        {
            Likes = [.. Enumerable.Range(0, children).Select(_ => dice.Shuffled(schools)[..(1 + dice.Below(longest))])],
            Priority = [.. Enumerable.Range(0, schools).Select(_ => dice.Shuffled(children).Select(place => (ulong)place).ToArray())],
            Places = [.. Enumerable.Range(0, schools).Select(_ => dice.Below(Math.Max(3, 2 * children / schools)))],
        };
    }

    /// <summary>The school of each child, or -1, by the code under test; children propose in the given order.</summary>
    public int[] Match(int[]? order = null)
    {
        order ??= [.. Enumerable.Range(0, Children)];
        var lists = new PreferenceLists();
        lists.Reset(Children, PreferenceLists.Most);
        for (int n = 0; n < Children; n++)
        {
            lists.Id(n) = (ulong)order[n];
            foreach (int school in Likes[order[n]])
            {
                lists.Add(n, school, Priority[school][order[n]]);
            }
        }

        var acceptance = new DeferredAcceptance();
        acceptance.Run(lists, Places);
        var matched = new int[Children];
        for (int n = 0; n < Children; n++)
        {
            matched[order[n]] = acceptance.Rank(n) is >= 0 and int rank ? lists.Schools(n)[rank] : -1;
        }

        Assert.Equal(Taken(matched), Places.Select((_, school) => acceptance.Taken(school)).ToArray());
        return matched;
    }

    /// <summary>The plainest deferred acceptance: all who are free ask their next school, each school keeps the first it has places for.</summary>
    public int[] MatchPlainly()
    {
        var asked = new int[Children];
        var at = Enumerable.Repeat(-1, Children).ToArray();
        while (Enumerable.Range(0, Children).Any(child => at[child] < 0 && asked[child] < Likes[child].Length))
        {
            for (int child = 0; child < Children; child++)
            {
                if (at[child] < 0 && asked[child] < Likes[child].Length)
                {
                    at[child] = Likes[child][asked[child]++];
                }
            }

            for (int school = 0; school < Places.Length; school++)
            {
                foreach (int child in Enumerable.Range(0, Children).Where(c => at[c] == school).OrderBy(c => Priority[school][c]).Skip(Places[school]))
                {
                    at[child] = -1;
                }
            }
        }

        return at;
    }

    /// <summary>Whether no school is over its places and no child and school would both rather have each other.</summary>
    public bool IsStable(int[] at)
    {
        if (Taken(at).Zip(Places).Any(pair => pair.First > pair.Second))
        {
            return false;
        }

        return !Enumerable.Range(0, Children).Any(child => Likes[child]
            .TakeWhile(school => school != at[child])
            .Any(school => Taken(at)[school] < Places[school]
                || Enumerable.Range(0, Children).Any(other => at[other] == school && Priority[school][other] > Priority[school][child])));
    }

    /// <summary>How well a child likes its school by its true list: 0 is best; without a school, worse than any.</summary>
    public int Rank(int child, int school) => Array.IndexOf(Likes[child], school) is >= 0 and int rank ? rank : int.MaxValue;

    /// <summary>The same market with another list of one child.</summary>
    public Market WithList(int child, int[] list) => new()
    {
        Likes = [.. Likes.Select((likes, n) => n == child ? list : likes)],
        Priority = Priority,
        Places = Places,
    };

    /// <summary>All lists of at most so many of the schools, the empty one included.</summary>
    public static IEnumerable<int[]> Lists(int schools, int longest) =>
        longest == 0
            ? [[]]
            : Lists(schools, longest - 1).SelectMany(list => list.Length == longest - 1
                ? Enumerable.Range(0, schools).Except(list).Select(school => (int[])[.. list, school]).Prepend(list)
                : [list]);

    private int[] Taken(int[] at) => [.. Places.Select((_, school) => at.Count(a => a == school))];

    private sealed class Dice(uint number)
    {
        private ulong _uses;

        public int Below(int limit) => (int)(Philox4x32.Block(new DrawKey(77, number), 0, 1, _uses++).UniformA * limit);

        public int[] Shuffled(int count)
        {
            int[] values = [.. Enumerable.Range(0, count)];
            for (int n = count - 1; n > 0; n--)
            {
                int other = Below(n + 1);
                (values[n], values[other]) = (values[other], values[n]);
            }

            return values;
        }
    }
}
