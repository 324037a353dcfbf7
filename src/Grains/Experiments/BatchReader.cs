using System.Security.Cryptography;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Grains.Experiments;

/// <summary>Reads what <see cref="BatchWriter"/> wrote, record by record, and trusts nothing of it.</summary>
public sealed class BatchReader
{
    private readonly byte[] _bytes;
    private readonly int _end;
    private readonly long[] _first;
    private int _at;
    private ulong _nothings;
    private int _records;

    /// <summary>Opens a batch.</summary>
    /// <param name="bytes">All its bytes.</param>
    /// <exception cref="InvalidDataException">They are no batch, of another version, or damaged.</exception>
    public BatchReader(byte[] bytes)
    {
        _bytes = bytes;
        _end = bytes.Length - BatchWriter.SealLength;
        if (_end < 8 || bytes[0] != 'K' || bytes[1] != 'B')
        {
            throw new InvalidDataException("These bytes are not the results of a batch.");
        }

        if (bytes[2] is not (BatchWriter.Version or BatchWriter.VersionWithCensus))
        {
            throw new InvalidDataException(
                $"The results of a batch have version {bytes[2]}; this program reads versions {BatchWriter.Version} and {BatchWriter.VersionWithCensus}.");
        }

        if (!SHA256.HashData(bytes.AsSpan(0, _end)).AsSpan(0, BatchWriter.SealLength).SequenceEqual(bytes.AsSpan(_end)))
        {
            throw new InvalidDataException("The results of a batch are damaged: their hash is not the one stored with them.");
        }

        _at = 3;
        Shape = new BatchShape(ReadCount(), ReadCount(), ReadCount(), ReadLayout(bytes[2] == BatchWriter.VersionWithCensus));
        _first = new long[Shape.RecordLength];
    }

    /// <summary>What the batch consists of.</summary>
    public BatchShape Shape { get; }

    /// <summary>Reads the next record, in the order in which they were written.</summary>
    /// <param name="record">Filled with the integers of the record.</param>
    /// <exception cref="InvalidDataException">The bytes end too early, or say something impossible.</exception>
    public void Read(Span<long> record)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(record.Length, _first.Length, nameof(record));
        bool isFirst = _records++ % Shape.Scenarios == 0;
        RecordLayout layout = Shape.Layout;
        for (int series = 0; series < 2 * layout.Measures; series++)
        {
            long value = 0;
            foreach (int date in layout.DatesOf(series / 2))
            {
                int at = layout.Offset(date) + series;
                value = unchecked(value + ReadChange());
                record[at] = isFirst ? value : unchecked(value + _first[at]);
            }
        }

        if (isFirst)
        {
            record.CopyTo(_first);
        }
    }

    private RecordLayout ReadLayout(bool hasCensus)
    {
        int dates = ReadCount();
        int measures = ReadCount();
        int censusMeasures = hasCensus ? ReadCount() : 0;
        var census = new bool[dates];
        for (int left = hasCensus ? ReadCount() : 0; left > 0; left--)
        {
            int date = ReadCount();
            census[date < dates ? date : throw Impossible()] = true;
        }

        try
        {
            return new RecordLayout(measures - censusMeasures, censusMeasures, census);
        }
        catch (Exception wrong) when (wrong is ArgumentException or OverflowException)
        {
            throw Impossible();
        }
    }

    private long ReadChange()
    {
        if (_nothings > 0)
        {
            _nothings--;
            return 0;
        }

        byte code = Next();
        ulong number = (ulong)(code >> 1) & 63;
        if (code > 127)
        {
            number |= ReadRest() << 6;
        }

        if ((code & 1) != 0)
        {
            _nothings = number;
            return 0;
        }

        return unchecked((long)(number >> 1) ^ -(long)(number & 1));
    }

    private ulong ReadRest()
    {
        ulong number = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            byte part = Next();
            number |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return number;
            }
        }

        throw new InvalidDataException("A number in the results of a batch is too long.");
    }

    private int ReadCount()
    {
        ulong number = ReadRest();
        return number <= int.MaxValue ? (int)number : throw Impossible();
    }

    private static InvalidDataException Impossible() => new("The results of a batch are of an impossible size.");

    private byte Next() => _at < _end ? _bytes[_at++] : throw new InvalidDataException("The results of a batch end too early.");
}
