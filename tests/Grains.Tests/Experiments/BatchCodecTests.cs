using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Grains.Experiments;

namespace KentSufficiency.GrainsTests.Experiments;

public sealed class BatchCodecTests
{
    private static readonly BatchShape s_shape = new(First: 40, Count: 3, Scenarios: 2, Dates: 5, Measures: 4);

    /// <summary>Any integers at all, the extremes among them, come back as they were.</summary>
    [Fact]
    public void What_is_written_is_read()
    {
        Gen<long> number = Gen.OneOf(
            Gen.Choose(-3, 3).Select(small => (long)small),
            Gen.Choose(int.MinValue, int.MaxValue).Select(some => (long)some),
            Gen.Elements(long.MinValue, long.MaxValue, long.MinValue + 1, -1L << 62, 1L << 62),
            Gen.Constant(0L));
        Arbitrary<long[]> records = number.ArrayOf(s_shape.RecordLength * s_shape.Count * s_shape.Scenarios).ToArbitrary();
        Prop.ForAll(records, written => Assert.Equal(written, Read(Write(s_shape, written)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_shape_is_kept()
    {
        byte[] bytes = Write(s_shape, new long[s_shape.RecordLength * 6]);
        Assert.Equal(s_shape, new BatchReader(bytes).Shape);
    }

    /// <summary>A county that does not change, and a strategy that does nothing, take a few bytes whatever their size.</summary>
    [Fact]
    public void Nothing_happening_costs_nothing()
    {
        var shape = new BatchShape(0, 10, 24, 61, 300);
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
        var shape = new BatchShape(0, 1, 2, 61, 300);
        long[] record = [.. Enumerable.Range(0, shape.RecordLength).Select(i => i % 2 == 0 ? 1600L + (i % 7) : 1)];
        var writer = new BatchWriter(shape);
        writer.Add(record);
        writer.Add(record);
        Assert.InRange(writer.Finish().Length, 300 * 60, 300 * 66);
    }

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        byte[] bytes = Write(s_shape, [.. Enumerable.Range(0, s_shape.RecordLength * 6).Select(i => (long)(i * i))]);
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
