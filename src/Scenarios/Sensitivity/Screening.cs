using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Sensitivity;

/// <summary>What to screen, and how.</summary>
public sealed record ScreeningPlan
{
    /// <summary>The assumptions that come into question; each has a range. At least one.</summary>
    public required IReadOnlyList<Assumption> Candidates { get; init; }

    /// <summary>How many of them are screened at most, at least 1; where there are more, a first look chooses.</summary>
    public int Most { get; init; } = 40;

    /// <summary>Trajectories, at least 2.</summary>
    public int Trajectories { get; init; } = 10;

    /// <summary>Levels; see <see cref="MorrisDesign"/>.</summary>
    public int Levels { get; init; } = 4;

    /// <summary>How often each point is run, each time with other dice; at least 1.</summary>
    public int Replications { get; init; } = 2;

    /// <summary>How many assumptions get a bar in the tornado.</summary>
    public int Bars { get; init; } = 12;

    /// <summary>The seed of the design and of the dice.</summary>
    public required uint Seed { get; init; }

    /// <summary>Points at a time, at least 1. The results do not depend on it.</summary>
    public required int Threads { get; init; }

    /// <summary>How many points are run in all.</summary>
    public int Points
    {
        get
        {
            int screened = Math.Min(Most, Candidates.Count);
            return SiftPoints + (Trajectories * ((Replications * (screened + 1)) + (2 * Math.Min(Bars, screened)) + 1));
        }
    }

    /// <summary>How many of them the first look takes; 0 where there is none.</summary>
    public int SiftPoints => IsSifted ? Sift.Points : 0;

    /// <summary>Whether a first look chooses among the candidates.</summary>
    public bool IsSifted => Candidates.Count > Most;
}

/// <summary>An assumption that was screened.</summary>
/// <param name="Assumption">The assumption.</param>
/// <param name="Effect">How much the answer depends on it, for a move from the low to the high end of its range.</param>
/// <param name="Bar">Its bar of the tornado, or null where it has none.</param>
public sealed record ScreenedAssumption(Assumption Assumption, InputEffect Effect, TornadoBar? Bar);

/// <summary>What a screening found.</summary>
/// <param name="Assumptions">The assumptions, the one that matters most first.</param>
/// <param name="Answer">The mean answer with the values of the data.</param>
public sealed record ScreeningResult(IReadOnlyList<ScreenedAssumption> Assumptions, double Answer);

/// <summary>
/// Which assumptions an answer depends on: a first look where there are too many, elementary effects for those that are left, and a tornado of those that
/// matter most.
/// </summary>
public static class Screening
{
    /// <summary>Runs a screening. The same plan gives the same result on any number of threads.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="over">Gives the answer as a function of some of the candidates.</param>
    /// <param name="cancellation">Ends it early, with <see cref="OperationCanceledException"/>: a part of a screening says nothing.</param>
    public static ScreeningResult Run(ScreeningPlan plan, Func<IReadOnlyList<Assumption>, CubeFunction> over, CancellationToken cancellation)
    {
        IReadOnlyList<Assumption> inputs = plan.IsSifted ? Chosen(plan, over(plan.Candidates), cancellation) : plan.Candidates;
        string[] names = [.. inputs.Select(input => input.Id)];
        CubeFunction function = over(inputs);
        IReadOnlyList<InputEffect> effects = Effects(plan, names, function, cancellation);
        int[] order = [.. Enumerable.Range(0, names.Length)
            .OrderByDescending(input => double.IsNaN(effects[input].MuStar) ? -1 : effects[input].MuStar)
            .ThenBy(input => names[input], StringComparer.Ordinal)];

        // One luck of each trajectory: the bars are means over the same futures in which the assumptions were screened.
        int[] told = [.. order.Where(input => effects[input].MuStar > 0).Take(plan.Bars)];
        IEnumerable<uint> lucks = Enumerable.Range(0, plan.Trajectories).Select(number => Luck(plan, number, 0));
        double[][] answers = CubeRuns.Run(function, Tornado.Blocks(names.Length, told, lucks), plan.Threads, cancellation);
        (double middle, IReadOnlyList<TornadoBar> bars) = Tornado.Of([.. told.Select(input => names[input])], answers);
        return new ScreeningResult(
            [.. order.Select((input, rank) => new ScreenedAssumption(inputs[input], effects[input], rank < bars.Count ? bars[rank] : null))], middle);
    }

    private static Assumption[] Chosen(ScreeningPlan plan, CubeFunction function, CancellationToken cancellation)
    {
        IReadOnlyList<CubeBlock> blocks = Sift.Blocks([.. plan.Candidates.Select(candidate => candidate.Id)], plan.Seed);
        IReadOnlyList<int> best = Sift.Best(blocks, CubeRuns.Run(function, blocks, plan.Threads, cancellation), plan.Most);
        return [.. best.Order().Select(input => plan.Candidates[input])];
    }

    /// <summary>All points of a trajectory meet the same luck, in each of its replications; no two trajectories share one.</summary>
    private static IReadOnlyList<InputEffect> Effects(ScreeningPlan plan, string[] names, CubeFunction function, CancellationToken cancellation)
    {
        var design = new MorrisDesign(names, plan.Trajectories, plan.Levels, plan.Seed);
        CubeBlock[] blocks = [.. design.Trajectories.SelectMany((trajectory, number) =>
            Enumerable.Range(0, plan.Replications).Select(replication => new CubeBlock(trajectory.Points, Luck(plan, number, replication))))];
        double[][] answers = CubeRuns.Run(function, blocks, plan.Threads, cancellation);
        return ElementaryEffects.Of(design, [.. answers.Chunk(plan.Replications)], plan.Seed);
    }

    private static uint Luck(ScreeningPlan plan, int trajectory, int replication) => (uint)((trajectory * plan.Replications) + replication);
}
