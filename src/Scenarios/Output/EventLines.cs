using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// Writes events as lines of JSON. Entities are written as texts: they use all 64 bits, and many readers of JSON keep only 53 of a number.
/// Not thread-safe.
/// </summary>
public sealed class EventLines : IDisposable
{
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json = new(Stream.Null, s_plain);

    /// <summary>Appends one event and the end of its line.</summary>
    /// <param name="scenario">The scenario it happened in.</param>
    /// <param name="happened">The event.</param>
    /// <param name="into">Receives UTF-8.</param>
    public void Write(string scenario, in EventRecord happened, IBufferWriter<byte> into)
    {
        _json.Reset(into);
        _json.WriteStartObject();
        _json.WriteString("scenario", scenario);
        _json.WriteString("date", happened.Date.ToString("yyyy-MM-dd"));
        _json.WriteString("entity", happened.Entity.ToString());
        _json.WriteString("kind", happened.Kind);
        _json.WriteString("code", happened.Code);
        _json.WriteString("other", happened.Other.ToString());
        _json.WriteEndObject();
        _json.Flush();
        into.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
