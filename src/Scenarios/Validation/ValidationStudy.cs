using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Validation;

/// <summary>How a validation is run.</summary>
/// <param name="Replications">Futures of each back-cast.</param>
/// <param name="Calibration">How assumptions are estimated.</param>
/// <param name="Threads">Replications at a time; the results do not depend on it.</param>
public sealed record ValidationSettings(int Replications, CalibrationSettings Calibration, int Threads);

/// <summary>
/// Forecasts from one day after the other with what was known on it: March 2014, of which only the number of children is known; the rolling origins of
/// March 2015, 2016 and 2017; and the schools from January 2014.
/// </summary>
/// <param name="dataDirectory">The data folder.</param>
/// <param name="evidence">All evidence.</param>
/// <param name="library">Reads scenarios.</param>
/// <param name="scratchDirectory">An existing folder for results while they are needed.</param>
public sealed class ValidationStudy(string dataDirectory, EvidenceLibrary evidence, ScenarioLibrary library, string scratchDirectory)
{
    private static readonly DateOnly s_last = new(2019, 7, 31);

    /// <summary>The origins whose scores are pooled.</summary>
    public static IReadOnlyList<DateOnly> RollingOrigins { get; } = [new(2015, 3, 31), new(2016, 3, 31), new(2017, 3, 31)];

    /// <summary>The first day of which the number of children looked after is known.</summary>
    public static DateOnly FirstNumber { get; } = new(2014, 3, 31);

    /// <summary>The census day from which the schools start.</summary>
    public static DateOnly Schools { get; } = new(2014, 1, 31);

    /// <summary>Makes all back-casts.</summary>
    /// <param name="settings">How.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Ends it without a result.</param>
    public ValidationResult Run(ValidationSettings settings, IProgress<string>? progress, CancellationToken cancellation)
    {
        var run = new BackCastRun(dataDirectory, evidence, library, scratchDirectory);
        var cases = new List<ValidationCase>();
        BackCastSettings usual = new(
            FirstNumber, s_last, GivenThings.UascArrivals, PublishedOnly: false, Estimated: false, settings.Replications, settings.Calibration, settings.Threads);
        Add(usual, null);
        foreach (DateOnly origin in RollingOrigins)
        {
            BackCastSettings asked = usual with { From = origin, Estimated = true };
            progress?.Report($"origin {origin:yyyy-MM-dd}");
            CalibrationResult estimated = run.Estimate(asked, progress, cancellation);
            Add(asked, estimated);
            Add(asked with { Given = GivenThings.None }, estimated);
        }

        BackCastSettings schools = usual with { From = Schools, Given = GivenThings.Expansions };
        using (BackCastResult result = run.Run(schools, progress, cancellation))
        {
            cases.Add(Case(result));
        }

        return new ValidationResult(settings, cases);

        void Add(BackCastSettings made, CalibrationResult? estimated)
        {
            using BackCastResult result = run.Run(made, estimated, progress, cancellation);
            cases.Add(Case(result));
        }
    }

    private ValidationCase Case(BackCastResult result) =>
        ValidationCase.Of(result, evidence, ComparedMeasures.Load(dataDirectory, result.Results.Scenarios[0].Measures));
}

/// <summary>All back-casts of a validation.</summary>
/// <param name="Settings">How it was run.</param>
/// <param name="Cases">The back-casts, in the order in which they were made.</param>
public sealed record ValidationResult(ValidationSettings Settings, IReadOnlyList<ValidationCase> Cases)
{
    /// <summary>The scores of the rolling origins, arrivals given.</summary>
    public ScoreBoard Pooled => ScoreBoard.Pooled(Rolling(GivenThings.UascArrivals).Select(one => one.Board));

    /// <summary>The scores of the rolling origins, nothing given.</summary>
    public ScoreBoard PooledWithoutGiven => ScoreBoard.Pooled(Rolling(GivenThings.None).Select(one => one.Board));

    /// <summary>The back-cast from a day.</summary>
    public ValidationCase From(DateOnly origin, GivenThings given) => Cases.First(one => one.Origin == origin && one.Given == given);

    private IEnumerable<ValidationCase> Rolling(GivenThings given) =>
        ValidationStudy.RollingOrigins.Select(origin => From(origin, given));
}
