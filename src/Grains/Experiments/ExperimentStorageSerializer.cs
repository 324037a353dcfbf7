using Orleans.Serialization;
using Orleans.Storage;

namespace KentSufficiency.Grains.Experiments;

/// <summary>
/// How experiments and their batches are stored: the letters KX, the version of the layout, what kind of record it is, and then the bytes of a batch as
/// they are, or a state as Orleans codes it, which tolerates members that come and go.
/// </summary>
public sealed class ExperimentStorageSerializer(Serializer serializer) : IGrainStorageSerializer
{
    private const byte Version = 1;
    private const byte BatchKind = 1;
    private const byte StateKind = 2;
    private const int HeaderLength = 4;

    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => input is BatchRecord batch
        ? new BinaryData(WithHeader(BatchKind, batch.Bytes))
        : new BinaryData(WithHeader(StateKind, serializer.SerializeToArray(input!)));

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The bytes are no record of this kind, or of another version.</exception>
    public T? Deserialize<T>(BinaryData input)
    {
        ReadOnlyMemory<byte> bytes = input.ToMemory();
        byte kind = typeof(T) == typeof(BatchRecord) ? BatchKind : StateKind;
        CheckHeader(bytes.Span, kind, typeof(T).Name);
        ReadOnlyMemory<byte> content = bytes[HeaderLength..];
        return kind == BatchKind ? (T)(object)new BatchRecord { Bytes = content.ToArray() } : serializer.Deserialize<T>(content);
    }

    private static byte[] WithHeader(byte kind, ReadOnlySpan<byte> content)
    {
        byte[] bytes = new byte[HeaderLength + content.Length];
        (bytes[0], bytes[1], bytes[2], bytes[3]) = ((byte)'K', (byte)'X', Version, kind);
        content.CopyTo(bytes.AsSpan(HeaderLength));
        return bytes;
    }

    private static void CheckHeader(ReadOnlySpan<byte> bytes, byte kind, string name)
    {
        if (bytes.Length < HeaderLength || bytes[0] != 'K' || bytes[1] != 'X' || bytes[3] != kind)
        {
            throw new InvalidDataException($"What is stored is no {name} of an experiment: it is damaged, or of another program.");
        }

        if (bytes[2] != Version)
        {
            throw new InvalidDataException($"What is stored of {name} has version {bytes[2]}; this program reads version {Version}.");
        }
    }
}
