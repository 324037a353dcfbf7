using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>Observations, at most one for a measure, geography and date. Immutable, and safe to share between threads.</summary>
public sealed class Observations
{
    internal Observations(IEnumerable<Observation> all, IEnumerable<Observation> revisions)
    {
        All = [.. Ordered(all)];
        Revisions = [.. Ordered(revisions)];
    }

    /// <summary>All, ordered by measure, geography (ordinal) and date.</summary>
    public IReadOnlyList<Observation> All { get; }

    /// <summary>Other values printed for a measure, geography and date of <see cref="All"/>, by a source that came later; for reference.</summary>
    public IReadOnlyList<Observation> Revisions { get; }

    /// <summary>
    /// The project's evidence of what is compared. Where several sources have a value, the first publication counts; a sum with a suppressed
    /// part is suppressed, unless that part is negligible (<see cref="EvidenceSum"/>).
    /// </summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="measures">What is compared.</param>
    public static Observations FromEvidence(EvidenceLibrary evidence, ComparedMeasures measures)
    {
        EvidenceSum[] sums = [.. measures.All.SelectMany(measure => EvidenceSum.Of(evidence, measure))];
        return new Observations(sums.Select(sum => sum.First), sums.SelectMany(sum => sum.Later));
    }

    /// <summary>These with others, which take the place of what these have for the same measure, geography and date.</summary>
    public Observations With(Observations others)
    {
        HashSet<(string, string, DateOnly)> taken = [.. others.All.Select(Key)];
        return new Observations(All.Where(own => !taken.Contains(Key(own))).Concat(others.All), Revisions.Concat(others.Revisions));
    }

    /// <summary>Splits them into those that a forecast is held against and the others.</summary>
    /// <param name="origin">The day the forecast starts from.</param>
    /// <param name="horizon">The last day of the run; not before the origin.</param>
    public ObservationWindow Within(DateOnly origin, DateOnly horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, origin);
        List<Observation> scored = [];
        List<NotScored> others = [];
        foreach (Observation observation in All)
        {
            if (ReasonAgainst(observation, origin, horizon) is string reason)
            {
                others.Add(new NotScored(origin, observation, reason));
            }
            else
            {
                scored.Add(observation);
            }
        }

        return new ObservationWindow(scored, others);
    }

    /// <summary>What was known of them at an origin, for the rivals: no later day, and nothing suppressed.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="publishedBy">
    /// Leaves out what was published after this day, too; null takes everything that describes a day up to the origin, as a council's own
    /// records would have it. A value without a day of publication is taken as published at once.
    /// </param>
    public IReadOnlyList<KnownValue> KnownAt(DateOnly origin, DateOnly? publishedBy = null) =>
    [
        .. from observation in All
           where observation.Value is not null && observation.Date <= origin
           where publishedBy is null || observation.KnownFrom is null || observation.KnownFrom <= publishedBy
           select new KnownValue(observation.Measure, observation.Date, observation.Value!.Value),
    ];

    private static string? ReasonAgainst(Observation observation, DateOnly origin, DateOnly horizon) =>
        observation.Date <= origin || observation.RecordDate(horizon) <= origin ? NotScored.BeforeOrigin
        : observation.Date > horizon || observation.RecordDate(horizon) > horizon ? NotScored.AfterHorizon
        : observation.Suppressed ? NotScored.Suppressed
        : null;

    private static (string Measure, string Geography, DateOnly Date) Key(Observation observation) =>
        (observation.Measure.Id, observation.Measure.Geography, observation.Date);

    private static IEnumerable<Observation> Ordered(IEnumerable<Observation> observations) => observations
        .OrderBy(o => o.Measure.Id, StringComparer.Ordinal)
        .ThenBy(o => o.Measure.Geography, StringComparer.Ordinal)
        .ThenBy(o => o.Date);
}
