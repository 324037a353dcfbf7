using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>What a back-cast is asked for.</summary>
/// <param name="From">The origin: the day on which it would have been made.</param>
/// <param name="To">The last day that it tells.</param>
/// <param name="Given">What of the time after the origin is given to it.</param>
/// <param name="PublishedOnly">Whether the council's own returns, too, count as known from their publication on only.</param>
/// <param name="Estimated">Whether assumptions are estimated from the years before the origin; otherwise they are drawn from what was assumed.</param>
/// <param name="Replications">Futures in the ensemble.</param>
/// <param name="Calibration">How assumptions are estimated.</param>
/// <param name="Threads">Replications at a time; the results do not depend on it.</param>
public sealed record BackCastSettings(
    DateOnly From, DateOnly To, GivenThings Given, bool PublishedOnly, bool Estimated, int Replications, CalibrationSettings Calibration, int Threads);

/// <summary>
/// A forecast made as if on an earlier day: from the county as it was known to stand, with assumptions estimated on what was known and nothing else. The only
/// thing later than the origin that it may read is what is given to it by name.
/// </summary>
/// <param name="dataDirectory">The data folder.</param>
/// <param name="evidence">All evidence.</param>
/// <param name="library">Reads scenarios.</param>
/// <param name="scratchDirectory">An existing folder for results while they are needed.</param>
public sealed class BackCastRun(string dataDirectory, EvidenceLibrary evidence, ScenarioLibrary library, string scratchDirectory)
{
    private const int MostMonthsBehind = 18;

    /// <summary>Refuses what cannot be made, before minutes are spent on it.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <exception cref="BackCastException">What was known on the day does not suffice; the message says what is missing.</exception>
    public void Check(BackCastSettings settings)
    {
        if (SchoolsInThePast.StartsOn(library, settings.From) is null)
        {
            StartOf(evidence.KnownOn(settings.From, settings.PublishedOnly), settings);
        }
    }

    /// <summary>What the back-cast measures and can be compared.</summary>
    /// <param name="settings">What is asked for.</param>
    public ComparedMeasures Measures(BackCastSettings settings)
    {
        Scenario future = SchoolsInThePast.StartsOn(library, settings.From) ?? PastFuture.From(library, settings.From, []);
        var compiler = new EngineCompiler(() => dataDirectory);
        return ComparedMeasures.Load(dataDirectory, compiler.Create(future, 1, ParameterMode.Fixed)(new SharedReplication()).Measures);
    }

    /// <summary>Estimates and runs.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="progress">Told what is being done, a phrase at a time.</param>
    /// <param name="cancellation">Ends it without a result.</param>
    /// <exception cref="BackCastException">What was known on the day does not suffice; the message says what is missing.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public BackCastResult Run(BackCastSettings settings, IProgress<string>? progress, CancellationToken cancellation)
    {
        if (SchoolsInThePast.StartsOn(library, settings.From) is Scenario schools)
        {
            progress?.Report($"{settings.Replications:#,0} futures of the schools from {settings.From:yyyy-MM-dd} to {settings.To:yyyy-MM-dd} ...");
            return RunSchools(schools, settings, cancellation);
        }

        Check(settings);
        return Run(settings, settings.Estimated ? Estimate(settings, progress, cancellation) : null, progress, cancellation);
    }

    /// <summary>Runs with what has been estimated before, by this or another back-cast from the same day.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="estimated">What was estimated for the same origin; null where assumptions are drawn from what was assumed.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Ends it without a result.</param>
    public BackCastResult Run(
        BackCastSettings settings, CalibrationResult? estimated, IProgress<string>? progress, CancellationToken cancellation)
    {
        EvidenceLibrary known = evidence.KnownOn(settings.From, settings.PublishedOnly);
        DateOnly start = StartOf(known, settings);
        AssumptionCatalogue assumptions = estimated?.Problem.Assumptions ?? KnownAssumptions.On(
            AssumptionCatalogue.Load(dataDirectory), AssumptionCatalogue.LoadPriors(dataDirectory), settings.From);
        CountyOnDay county = CountyOnDay.Of(known, assumptions, start, needsAges: settings.Estimated);
        Scenario future = PastFuture.From(library, start, Arrivals(known, start, settings));
        progress?.Report($"{settings.Replications:#,0} futures from {start:yyyy-MM-dd} to {settings.To:yyyy-MM-dd} ...");
        var builder = new Func<CountyBuilder>(() => new CountyBuilder(dataDirectory, county.Assumptions, estimated?.Sample, county.Known));
        return new BackCastResult(settings, county, future, estimated, Simulate(builder, future, settings, cancellation));
    }

    /// <summary>The latest day that is known well enough to start from; the origin itself where the council's own counts are known on the day.</summary>
    private static DateOnly StartOf(EvidenceLibrary known, BackCastSettings settings)
    {
        IReadOnlyList<string> needed = settings.Estimated ? CountyOnDay.Needed : ["cla", "cla-uasc"];
        DateOnly? latest = known.Series("cla", "Kent")
            .Select(value => (DateOnly?)value.Date)
            .Where(date => needed.All(series => known.At(series, "Kent", date!.Value).Any(value => value.Value is not null)))
            .Max();
        if (latest is not DateOnly start || start < settings.From.AddMonths(-MostMonthsBehind))
        {
            string[] missing = [.. needed.Where(series => !known.Series(series, "Kent").Any(value => value.Value is not null && value.Date >= settings.From.AddMonths(-MostMonthsBehind)))];
            throw new BackCastException(
                $"No back-cast from {settings.From:yyyy-MM-dd}: nothing that was known then tells {string.Join(", ", missing.DefaultIfEmpty("all of " + string.Join(", ", needed)))} "
                + $"of a day in the {MostMonthsBehind} months before it. Kent is known by age from 2015-03-31 on, and in number from 2014-03-31 on (--parameters prior).");
        }

        return settings.To > start ? start
            : throw new BackCastException($"--to {settings.To:yyyy-MM-dd} must be later than the day from which Kent is known, {start:yyyy-MM-dd}.");
    }

    private IReadOnlyList<double> Arrivals(EvidenceLibrary known, DateOnly start, BackCastSettings settings) =>
        PastFuture.Arrivals(settings.Given.HasFlag(GivenThings.UascArrivals) ? evidence.KnownOn(settings.To) : known, start);

    /// <summary>Estimates what was known on the origin, and on nothing else.</summary>
    public CalibrationResult Estimate(BackCastSettings settings, IProgress<string>? progress, CancellationToken cancellation)
    {
        CalibrationProblem problem = CalibrationProblem.KnownOn(dataDirectory, evidence, settings.From, settings.PublishedOnly, library);
        var rounds = new RoundWords(progress, settings.Calibration.Rounds);
        return new Calibrator(problem, dataDirectory, settings.Threads, scratchDirectory).Run(settings.Calibration, rounds, cancellation);
    }

    private BackCastResult RunSchools(Scenario baseline, BackCastSettings settings, CancellationToken cancellation)
    {
        Scenario future = settings.Given.HasFlag(GivenThings.Expansions) ? SchoolsInThePast.AsDelivered(library) : baseline;
        var builder = new Func<CountyBuilder>(() => new CountyBuilder(dataDirectory, AssumptionCatalogue.Load(dataDirectory), sample: null));
        return new BackCastResult(settings, null, future, null, Simulate(builder, future, settings, cancellation));
    }

    private ExperimentResults Simulate(Func<CountyBuilder> builder, Scenario future, BackCastSettings settings, CancellationToken cancellation)
    {
        int years = 1;
        while (PastFuture.MonthEnd(future.Start, years) < settings.To)
        {
            years++;
        }

        var compiler = new EngineCompiler(() => dataDirectory, builder);
        var planned = new PlannedScenario(future.Name, compiler.Create(future, years, ParameterMode.Drawn));
        var plan = new ExperimentPlan([planned], settings.Replications, settings.Calibration.Seed, settings.Threads, Audit: false, scratchDirectory);
        ExperimentResults results = Experiment.Run(plan, progress: null, cancellation);
        if (!results.IsPartial)
        {
            return results;
        }

        results.Dispose();
        throw new OperationCanceledException(cancellation);
    }

    private sealed class RoundWords(IProgress<string>? to, int rounds) : IProgress<int>
    {
        public void Report(int value) => to?.Report(value <= rounds ? $"estimating, round {value} of {rounds} ..." : "estimating, the fit ...");
    }
}

/// <summary>A back-cast that was made.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="County">What it started from; null for the schools of a shipped baseline.</param>
/// <param name="Future">What it lived, with what was given.</param>
/// <param name="Estimated">What was estimated; null where nothing was.</param>
/// <param name="Results">The ensemble.</param>
public sealed record BackCastResult(
    BackCastSettings Settings, CountyOnDay? County, Scenario Future, CalibrationResult? Estimated, ExperimentResults Results) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Results.Dispose();
}
