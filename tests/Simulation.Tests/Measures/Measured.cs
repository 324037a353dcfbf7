using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.SimulationTests.Measures;

/// <summary>What a group of measures puts, by id.</summary>
internal static class Measured
{
    public static Dictionary<string, (long Numerator, long Denominator)> By(Action<MeasureSink> put)
    {
        var sink = new MeasureSink();
        put(sink);
        sink.End();
        put(sink);
        long[] values = sink.Values.ToArray();
        return sink.Definitions.Select((measure, i) => (measure.Id, Value: (values[2 * i], values[(2 * i) + 1]))).ToDictionary(p => p.Id, p => p.Value);
    }
}
