using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace KentSufficiency.Scenarios.Experiments;

/// <summary>
/// The results of one scenario on disk, a record of equal size for each replication, as little-endian 64-bit integers. Different
/// replications may be written and read by different threads at a time. The file goes when this is disposed of.
/// </summary>
internal sealed class ResultFile : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly int _recordLength;

    /// <summary>
    /// Creates the file with room for the records that are sure to come, so that a full disk shows before they are simulated. It grows
    /// when more are written.
    /// </summary>
    /// <param name="path">Where; an existing file is replaced.</param>
    /// <param name="replications">Records that are sure to come.</param>
    /// <param name="recordLength">Integers in a record.</param>
    /// <exception cref="IOException">The disk has no room for it, or the file cannot be written.</exception>
    public ResultFile(string path, int replications, int recordLength)
    {
        _recordLength = recordLength;
        long bytes = checked((long)replications * recordLength * sizeof(long));
        _handle = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose, bytes);
        if (!OperatingSystem.IsWindows())
        {
            // Without a name from the start, the file goes even when the process is killed.
            File.Delete(path);
        }
    }

    /// <summary>Stores the record of a replication.</summary>
    public void Write(int replication, ReadOnlySpan<long> record)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(record.Length, _recordLength);
        long offset = Offset(replication, 0);
        if (BitConverter.IsLittleEndian)
        {
            RandomAccess.Write(_handle, MemoryMarshal.AsBytes(record), offset);
            return;
        }

        long[] reversed = ArrayPool<long>.Shared.Rent(record.Length);
        BinaryPrimitives.ReverseEndianness(record, reversed);
        RandomAccess.Write(_handle, MemoryMarshal.AsBytes(reversed.AsSpan(0, record.Length)), offset);
        ArrayPool<long>.Shared.Return(reversed);
    }

    /// <summary>Reads a part of a replication's record as integers.</summary>
    /// <param name="replication">Which record.</param>
    /// <param name="first">The first integer wanted.</param>
    /// <param name="part">Filled with the integers from there.</param>
    public void Read(int replication, int first, Span<long> part)
    {
        ReadBytes(Offset(replication, first), MemoryMarshal.AsBytes(part));
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(part, part);
        }
    }

    /// <summary>Passes the bytes of the first records, in order, to a consumer.</summary>
    public void ReadAll(int replications, Action<ReadOnlySpan<byte>> consume)
    {
        const int chunk = 1 << 18;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(chunk);
        long end = Offset(replications, 0);
        for (long offset = 0; offset < end; offset += chunk)
        {
            Span<byte> part = buffer.AsSpan(0, (int)Math.Min(chunk, end - offset));
            ReadBytes(offset, part);
            consume(part);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private long Offset(int replication, int first) => (((long)replication * _recordLength) + first) * sizeof(long);

    private void ReadBytes(long offset, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int read = RandomAccess.Read(_handle, bytes, offset);
            if (read == 0)
            {
                throw new EndOfStreamException("A file of results ends too early.");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }
}
