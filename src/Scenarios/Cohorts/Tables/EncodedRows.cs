using System.Buffers;
using System.Collections.Concurrent;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>Rows as the bytes of a file; a buffer that grows and is used again.</summary>
internal sealed class EncodedRows : PreparedRows, IBufferWriter<byte>
{
    private const int FirstSize = 1 << 16;

    private byte[] _bytes = new byte[FirstSize];
    private int _used;

    /// <summary>The bytes so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _used);

    /// <summary>Forgets what it holds and takes rows of a table.</summary>
    public void Begin(int place, int count)
    {
        Place = place;
        Count = count;
        _used = 0;
    }

    /// <inheritdoc/>
    public void Advance(int count) => _used += count;

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        int needed = _used + Math.Max(sizeHint, 1);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(needed, (int)Math.Min(Array.MaxLength, 2L * _bytes.Length)));
        }

        return _bytes.AsSpan(_used);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GetSpan(sizeHint);
        return _bytes.AsMemory(_used);
    }
}

/// <summary>What was prepared and appended, to be used again. Thread-safe. It holds as many as were ever in use at once.</summary>
internal sealed class PreparedPool<T>
    where T : PreparedRows, new()
{
    private readonly ConcurrentBag<T> _free = [];

    public T Take() => _free.TryTake(out T? free) ? free : new T();

    public void Return(T used) => _free.Add(used);
}
