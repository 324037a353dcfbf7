using System.Collections.Concurrent;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Sensitivity;

/// <summary>
/// An answer of the county as a function of assumptions: a measure at the horizon, or what a strategy changes of it. From 0 to 1 an assumption goes from the
/// 5% to the 95% quantile of its distribution, which are the ends of its range. All points of a call have the same dice. Safe to share between threads.
/// </summary>
public sealed class CountyCube
{
    /// <summary>The share of an assumption's distribution that is left out at each end.</summary>
    public const double Cut = 0.05;

    private readonly EngineCompiler _compiler;
    private readonly IReadOnlyList<Scenario> _scenarios;
    private readonly Func<SharedReplication, PointEngine>[] _create;
    private readonly int _years;
    private readonly uint _seed;
    private readonly ConcurrentBag<PointEngine[]> _idle = [];
    private readonly int _index;

    /// <summary>Compiles the scenarios.</summary>
    /// <param name="compiler">Makes the engines.</param>
    /// <param name="scenarios">The scenario that is asked about; or two, of which the answer is the second less the first.</param>
    /// <param name="years">Years from start to horizon.</param>
    /// <param name="measure">The id of the measure.</param>
    /// <param name="geography">Kent or a part of it.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="CountyException">The data, as a scenario changes them, make no county.</exception>
    /// <exception cref="MeasureException">There is no such measure.</exception>
    public CountyCube(EngineCompiler compiler, IReadOnlyList<Scenario> scenarios, int years, string measure, string geography, uint seed)
        : this(compiler, scenarios, years, measure, geography, seed, schools: true)
    {
    }

    private CountyCube(
        EngineCompiler compiler, IReadOnlyList<Scenario> scenarios, int years, string measure, string geography, uint seed, bool schools)
    {
        (_compiler, _scenarios, _years, _seed) = (compiler, scenarios, years, seed);
        _create = [.. scenarios.Select(scenario => compiler.CreateAtPoints(scenario, years, schools))];
        HasSchools = schools && scenarios.Any(scenario => scenario.Covers != ScenarioCoverage.Care);
        PointEngine[] first = Create();
        _idle.Add(first);
        IReadOnlyList<MeasureDefinition> measures = first[0].Engine.Measures;
        _index = MeasureException.Find(measures, measure, geography);
        Measure = measures[_index];
        Horizon = first[0].Engine.Dates[^1];
    }

    /// <summary>Whether the schools are simulated.</summary>
    public bool HasSchools { get; }

    /// <summary>
    /// The same answer of a county whose schools are left out, if that is possible: a measure of care needs none, unless it is asked what assumptions about
    /// schools do to it. Children in care then go to no school, which moves such a measure little, and a point costs a fraction.
    /// </summary>
    /// <param name="inputs">The assumptions in question.</param>
    public CountyCube WithoutSchools(IReadOnlyList<Assumption> inputs)
    {
        bool needed = Measure.IsCensus || inputs.Except(_compiler.Ranged(_scenarios[0], schools: false)).Any();
        return needed || !HasSchools ? this : new CountyCube(_compiler, _scenarios, _years, Measure.Id, Measure.Geography, _seed, schools: false);
    }

    /// <summary>The measure.</summary>
    public MeasureDefinition Measure { get; }

    /// <summary>The date of the answer.</summary>
    public DateOnly Horizon { get; }

    /// <summary>How many runs a point takes.</summary>
    public int RunsOfPoint => _scenarios.Count;

    /// <summary>The answer as a function of some assumptions; all others keep the values of the data.</summary>
    /// <param name="inputs">The assumptions; each has a range.</param>
    /// <param name="ran">Told after each point, from any thread; null for nobody.</param>
    public CubeFunction Over(IReadOnlyList<Assumption> inputs, Action? ran)
    {
        AssumptionLaw[] laws = [.. inputs.Select(input => AssumptionLaw.Of(input) ?? throw new ArgumentException($"{input.Id} has no range.", nameof(inputs)))];
        return (points, luck, cancellation) => Run(inputs, laws, points, luck, ran, cancellation);
    }

    private PointEngine[] Create()
    {
        var shared = new SharedReplication();
        return [.. _create.Select(create => create(shared))];
    }

    private double[] Run(
        IReadOnlyList<Assumption> inputs, AssumptionLaw[] laws, IReadOnlyList<double[]> points, uint luck, Action? ran, CancellationToken cancellation)
    {
        PointEngine[] engines = _idle.TryTake(out PointEngine[]? idle) ? idle : Create();
        double[] answers = new double[points.Count];
        AssumptionPoint? at = null;
        foreach ((int i, double[] point) in points.Index())
        {
            at = new AssumptionPoint(Values(inputs, laws, point), at);
            double[] values = [.. engines.Select((engine, scenario) => Run(engine, at, _scenarios[scenario].Name, luck, cancellation))];
            answers[i] = values.Length == 1 ? values[0] : values[1] - values[0];
            ran?.Invoke();
        }

        _idle.Add(engines); // Not after a failure, which may have left anything in their memory.
        return answers;
    }

    private double Run(PointEngine engine, AssumptionPoint at, string scenario, uint luck, CancellationToken cancellation)
    {
        long[] results = new long[engine.Engine.Layout.Length];
        engine.Point = at;
        try
        {
            engine.Engine.Run(_seed, luck, results, audit: false, log: null, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new ExperimentException(scenario, (int)luck, _seed, failure);
        }

        int offset = engine.Engine.Layout.Offset(engine.Engine.Layout.Dates - 1, _index);
        return Measure.Value(results[offset], results[offset + 1]);
    }

    private static Dictionary<string, double> Values(IReadOnlyList<Assumption> inputs, AssumptionLaw[] laws, double[] point)
    {
        var values = new Dictionary<string, double>(point.Length, StringComparer.Ordinal);
        for (int i = 0; i < point.Length; i++)
        {
            values.Add(inputs[i].Id, double.IsNaN(point[i]) ? inputs[i].Value : laws[i].Quantile(Cut + ((1 - (2 * Cut)) * point[i])));
        }

        return values;
    }
}
