using System.Numerics;
using System.Security.Cryptography;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Grains.Experiments;

/// <summary>
/// Codes the results of a batch as bytes, exactly and compactly; <see cref="BatchReader"/> gives them back. Each series of a measure's
/// numerator or denominator is coded as what changes from date to date, and a strategy's as what changes otherwise than in the first scenario of
/// the same replication, which has met the same luck. Most of that is nothing, and a run of nothings is one byte.
/// </summary>
/// <remarks>
/// Layout: the letters KB, the version, then as variable-length integers the first replication, the numbers of replications, scenarios, dates and
/// measures, then the series in the order replication, scenario, measure, numerator or denominator; and at the end the first 16 bytes of the
/// SHA-256 of all before. Where some measures are recorded on census dates only, the version is 2, and the measures are followed by how many
/// those are, the number of census dates and the index of each. A series goes on from the one before it with its run of nothings. A code is a byte with, from its lowest bit, whether it is a run, six bits of the
/// number and whether more follow, and then seven bits a byte. The number is the length of the run less 1, or the zig-zag coded change.
/// </remarks>
public sealed class BatchWriter
{
    /// <summary>The version of the layout where every measure is recorded on every date.</summary>
    public const byte Version = 1;

    /// <summary>The version of the layout where some are recorded on census dates only.</summary>
    public const byte VersionWithCensus = 2;

    internal const int SealLength = 16;

    private readonly BatchShape _shape;
    private readonly long[] _first;
    private byte[] _bytes = new byte[1 << 16];
    private int _length;
    private ulong _nothings;
    private int _records;

    /// <summary>Begins a batch.</summary>
    /// <param name="shape">What it will consist of.</param>
    public BatchWriter(BatchShape shape)
    {
        _shape = shape;
        _first = new long[shape.RecordLength];
        RecordLayout layout = shape.Layout;
        bool hasCensus = layout.CensusMeasures > 0;
        (_bytes[0], _bytes[1], _bytes[2], _length) = ((byte)'K', (byte)'B', hasCensus ? VersionWithCensus : Version, 3);
        WriteAll([shape.First, shape.Count, shape.Scenarios, layout.Dates, layout.Measures]);
        if (hasCensus)
        {
            WriteAll([layout.CensusMeasures, layout.CensusDates.Length, .. layout.CensusDates]);
        }
    }

    /// <summary>Adds a record. Records come in the order of replications and, within each, of scenarios.</summary>
    /// <param name="record">Numerator and denominator of each measure on each date, as an engine leaves them.</param>
    public void Add(ReadOnlySpan<long> record)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(record.Length, _first.Length, nameof(record));
        bool isFirst = _records++ % _shape.Scenarios == 0;
        if (isFirst)
        {
            record.CopyTo(_first);
        }

        RecordLayout layout = _shape.Layout;
        for (int series = 0; series < 2 * layout.Measures; series++)
        {
            ReadOnlySpan<int> dates = layout.DatesOf(series / 2);
            Reserve(dates.Length);
            long before = 0;
            foreach (int date in dates)
            {
                int at = layout.Offset(date) + series;
                long value = isFirst ? record[at] : unchecked(record[at] - _first[at]);
                Write(unchecked(value - before));
                before = value;
            }
        }
    }

    /// <summary>Ends the batch.</summary>
    /// <returns>All its bytes.</returns>
    /// <exception cref="InvalidOperationException">Records are missing, or there were too many.</exception>
    public byte[] Finish()
    {
        if (_records != _shape.Count * _shape.Scenarios)
        {
            throw new InvalidOperationException($"A batch of {_shape.Count * _shape.Scenarios} records was given {_records}.");
        }

        Reserve(1);
        EndRun();
        byte[] whole = new byte[_length + SealLength];
        _bytes.AsSpan(0, _length).CopyTo(whole);
        SHA256.HashData(whole.AsSpan(0, _length))[..SealLength].CopyTo(whole, _length);
        return whole;
    }

    private void WriteAll(ReadOnlySpan<int> numbers)
    {
        Reserve(numbers.Length);
        foreach (int number in numbers)
        {
            WriteRest((ulong)number);
        }
    }

    private void Write(long change)
    {
        if (change == 0)
        {
            _nothings++;
            return;
        }

        EndRun();
        WriteCode(unchecked((ulong)((change << 1) ^ (change >> 63))), run: 0);
    }

    private void EndRun()
    {
        if (_nothings > 0)
        {
            WriteCode(_nothings - 1, run: 1);
            _nothings = 0;
        }
    }

    private void WriteCode(ulong number, byte run)
    {
        bool more = number > 63;
        _bytes[_length++] = (byte)(run | ((number & 63) << 1) | (more ? 128u : 0));
        if (more)
        {
            WriteRest(number >> 6);
        }
    }

    private void WriteRest(ulong number)
    {
        for (; number > 127; number >>= 7)
        {
            _bytes[_length++] = (byte)(number | 128);
        }

        _bytes[_length++] = (byte)number;
    }

    /// <summary>A number takes 10 bytes at most, and a run may end before each and after the last.</summary>
    private void Reserve(int numbers)
    {
        int needed = checked(_length + (20 * (numbers + 1)));
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)BitOperations.RoundUpToPowerOf2((uint)needed));
        }
    }
}
