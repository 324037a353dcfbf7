using System.Diagnostics.Metrics;
using KentSufficiency.Grains;

namespace KentSufficiency.Silos;

/// <summary>Counts what the county's store has written.</summary>
internal sealed class Writes : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public Writes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == KentMeters.Name && instrument.Name == "kent.storage.duration")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            if (tags.Length > 1 && tags[0].Value as string == StorageNames.County && tags[1].Value as string == "write")
            {
                Interlocked.Increment(ref _count);
            }
        });
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
