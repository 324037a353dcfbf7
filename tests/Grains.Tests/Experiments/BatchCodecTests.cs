using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Grains.Experiments;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.GrainsTests.Experiments;

public sealed class BatchCodecTests
{
    private static readonly BatchShape s_shape = new(First: 40, Count: 3, Scenarios: 2, new RecordLayout(4, 0, new bool[5]));
    private static readonly BatchShape s_withCensus = s_shape with { Layout = new RecordLayout(3, 2, [true, false, false, true, true]) };

    public static TheoryData<bool> Census => [false, true];

    /// <summary>Any integers at all, the extremes among them, come back as they were.</summary>
    [Theory]
    [MemberData(nameof(Census))]
    public void What_is_written_is_read(bool census)
    {
        BatchShape shape = Shape(census);
        Gen<long> number = Gen.OneOf(
            Gen.Choose(-3, 3).Select(small => (long)small),
            Gen.Choose(int.MinValue, int.MaxValue).Select(some => (long)some),
            Gen.Elements(long.MinValue, long.MaxValue, long.MinValue + 1, -1L << 62, 1L << 62),
            Gen.Constant(0L));
        Arbitrary<long[]> records = number.ArrayOf(shape.RecordLength * shape.Count * shape.Scenarios).ToArbitrary();
        Prop.ForAll(records, written => Assert.Equal(written, Read(Write(shape, written)))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Census))]
    public void The_shape_is_kept(bool census)
    {
        BatchShape shape = Shape(census);
        byte[] bytes = Write(shape, new long[shape.RecordLength * 6]);
        Assert.Equal(shape, new BatchReader(bytes).Shape);
    }

    /// <summary>Worked out by hand: what was stored before there were census measures is still read, and written the same.</summary>
    [Fact]
    public void A_batch_without_census_measures_is_written_as_ever()
    {
        var shape = new BatchShape(40, 1, 1, new RecordLayout(1, 0, new bool[2]));
        byte[] bytes = Write(shape, [5, 1, 7, 1]);
        Assert.Equal([(byte)'K', (byte)'B', 1, 40, 1, 1, 2, 1, 5 << 2, 2 << 2, 1 << 2, 1], bytes[..^16]);
    }

    [Theory]
    [InlineData(8, 6)] // More census measures than measures.
    [InlineData(10, 5)] // A census on a date that is not there.
    [InlineData(10, 1)] // No census on the first date.
    public void A_layout_that_cannot_be_is_refused(int at, byte number)
    {
        byte[] bytes = Write(s_withCensus, new long[s_withCensus.RecordLength * 6]);
        bytes[at] = number;
        SHA256.HashData(bytes.AsSpan(..^16))[..16].CopyTo(bytes, bytes.Length - 16);
        Assert.Contains("impossible size", Assert.Throws<InvalidDataException>(() => Read(bytes)).Message);
    }

    /// <summary>A county that does not change, and a strategy that does nothing, take a few bytes whatever their size.</summary>
    [Fact]
    public void Nothing_happening_costs_nothing()
    {
        var shape = new BatchShape(0, 10, 24, new RecordLayout(300, 0, new bool[61]));
        var writer = new BatchWriter(shape);
        long[] record = new long[shape.RecordLength];
        for (int i = 0; i < shape.Count * shape.Scenarios; i++)
        {
            writer.Add(record);
        }

        Assert.InRange(writer.Finish().Length, 1, 50);
    }

    /// <summary>Small changes from month to month take a byte each, and a strategy that changes nothing takes none.</summary>
    [Fact]
    public void A_small_change_takes_a_byte()
    {
        var shape = new BatchShape(0, 1, 2, new RecordLayout(300, 0, new bool[61]));
        long[] record = [.. Enumerable.Range(0, shape.RecordLength).Select(i => i % 2 == 0 ? 1600L + (i % 7) : 1)];
        var writer = new BatchWriter(shape);
        writer.Add(record);
        writer.Add(record);
        Assert.InRange(writer.Finish().Length, 300 * 60, 300 * 66);
    }

    [Theory]
    [MemberData(nameof(Census))]
    public void Any_changed_byte_is_noticed(bool census)
    {
        BatchShape shape = Shape(census);
        byte[] bytes = Write(shape, [.. Enumerable.Range(0, shape.RecordLength * 6).Select(i => (long)(i * i))]);
        Assert.All(Enumerable.Range(0, bytes.Length), at =>
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 4;
            Assert.Throws<InvalidDataException>(() => Read(damaged));
        });
    }

    [Fact]
    public void Bytes_that_end_too_early_are_noticed()
    {
        byte[] bytes = Write(s_shape, new long[s_shape.RecordLength * 6]);
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Throws<InvalidDataException>(() => Read(bytes[..length])));
    }

    [Fact]
    public void Another_version_is_refused_by_its_number()
    {
        byte[] bytes = Write(s_shape, new long[s_shape.RecordLength * 6]);
        bytes[2] = 9;
        Assert.Contains("version 9", Assert.Throws<InvalidDataException>(() => Read(bytes)).Message);
    }

    [Fact]
    public void A_batch_without_all_its_records_is_not_written()
    {
        var writer = new BatchWriter(s_shape);
        writer.Add(new long[s_shape.RecordLength]);
        Assert.Throws<InvalidOperationException>(() => writer.Finish());
    }

    private static BatchShape Shape(bool census) => census ? s_withCensus : s_shape;

    private static byte[] Write(BatchShape shape, long[] records)
    {
        var writer = new BatchWriter(shape);
        foreach (long[] record in records.Chunk(shape.RecordLength))
        {
            writer.Add(record);
        }

        return writer.Finish();
    }

    private static long[] Read(byte[] bytes)
    {
        var reader = new BatchReader(bytes);
        long[] records = new long[reader.Shape.RecordLength * reader.Shape.Count * reader.Shape.Scenarios];
        for (int at = 0; at < records.Length; at += reader.Shape.RecordLength)
        {
            reader.Read(records.AsSpan(at, reader.Shape.RecordLength));
        }

        return records;
    }
}
