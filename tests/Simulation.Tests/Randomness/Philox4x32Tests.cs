using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.SimulationTests.Randomness;

public class Philox4x32Tests
{
    private static readonly DrawKey Key = new(Seed: 0xA4093822, Replication: 0x299F31D0);

    // The three vectors published for philox4x32 with 10 rounds in Random123's kat_vectors: counter, key, answer.
    [Theory]
    [InlineData(
        new uint[] { 0, 0, 0, 0, 0, 0 },
        new uint[] { 0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8 })]
    [InlineData(
        new uint[] { 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF },
        new uint[] { 0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD })]
    [InlineData(
        new uint[] { 0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344, 0xA4093822, 0x299F31D0 },
        new uint[] { 0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1 })]
    public void Gives_the_published_answers(uint[] input, uint[] answer)
    {
        RandomBlock block = Philox4x32.Block(input[0], input[1], input[2], input[3], input[4], input[5]);

        Assert.Equal(new RandomBlock(answer[0], answer[1], answer[2], answer[3]), block);
    }

    [Fact]
    public void Lays_the_address_out_as_documented()
    {
        // The published digits-of-pi vector again, this time spelt as an address.
        RandomBlock block = Philox4x32.Block(Key, entity: 0x85A308D3_243F6A88, process: 0x0370, ordinal: 0x7344_13198A2E);

        Assert.Equal(new RandomBlock(0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1), block);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(1000)]
    public void Vectors_give_the_scalar_bits(int count)
    {
        (ulong[] entities, ulong[] ordinals, RandomBlock[] expected) = Addresses(count);

        var blocks = new RandomBlock[count];
        Philox4x32.Fill(Key, entities, process: 0xFEDC, ordinals, blocks);

        Assert.Equal(expected, blocks);
    }

    [Fact]
    public void Each_vector_width_gives_the_scalar_bits()
    {
        // Fill uses the widest; the narrower must be right for the machines that have nothing else.
        (ulong[] entities, ulong[] ordinals, RandomBlock[] expected) = Addresses(83);
        var wide = new RandomBlock[83];
        var narrow = new RandomBlock[83];

        int wideDone = PhiloxVector512.Fill(Key, entities, 0xFEDC, ordinals, wide);
        int narrowDone = PhiloxVector256.Fill(Key, entities, 0xFEDC, ordinals, narrow);

        Assert.Equal(PhiloxVector512.IsSupported ? 83 : 0, wideDone);
        Assert.Equal(PhiloxVector256.IsSupported ? 83 : 0, narrowDone);
        Assert.Equal(expected[..wideDone], wide[..wideDone]);
        Assert.Equal(expected[..narrowDone], narrow[..narrowDone]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(21)]
    public void Many_ordinals_of_one_entity_have_the_bits_of_each(int count)
    {
        const ulong entity = 0xD1B54A32D192ED03UL;
        ulong[] ordinals = Addresses(count).Ordinals;
        RandomBlock[] expected = [.. ordinals.Select(ordinal => Philox4x32.Block(Key, entity, 0xFEDC, ordinal))];
        var blocks = new RandomBlock[count];
        var narrow = new RandomBlock[count];

        Philox4x32.Fill(Key, entity, 0xFEDC, ordinals, blocks);
        int narrowDone = PhiloxVector256.Fill(Key, entity, 0xFEDC, ordinals, narrow);

        Assert.Equal(expected, blocks);
        Assert.Equal(expected[..narrowDone], narrow[..narrowDone]);
    }

    /// <summary>Vectors go in pairs: numbers of vectors even and odd, and rests.</summary>
    [Fact]
    public void Halves_are_the_halves_of_the_blocks()
    {
        for (int count = 0; count < 70; count++)
        {
            (ulong[] entities, ulong[] ordinals, RandomBlock[] expected) = Addresses(count);
            var firstHalves = new ulong[count];
            var secondHalves = new ulong[count];

            Philox4x32.Fill(Key, entities, 0xFEDC, ordinals, firstHalves, secondHalves);

            Assert.Equal(expected.Select(block => block.A | ((ulong)block.B << 32)), firstHalves);
            Assert.Equal(expected.Select(block => block.C | ((ulong)block.D << 32)), secondHalves);
            int narrow = PhiloxVector256.Fill(Key, entities, 0xFEDC, ordinals, firstHalves, secondHalves);
            Assert.Equal(expected[..narrow].Select(block => block.A | ((ulong)block.B << 32)), firstHalves[..narrow]);
            Assert.Equal(expected[..narrow].Select(block => block.C | ((ulong)block.D << 32)), secondHalves[..narrow]);
        }
    }

    [Fact]
    public void Vectors_that_go_in_pairs_leave_none_out()
    {
        for (int count = 0; count < 70; count++)
        {
            (ulong[] entities, ulong[] ordinals, RandomBlock[] expected) = Addresses(count);
            var wide = new RandomBlock[count];
            var narrow = new RandomBlock[count];

            int wideDone = PhiloxVector512.Fill(Key, entities, 0xFEDC, ordinals, wide);
            int narrowDone = PhiloxVector256.Fill(Key, entities, 0xFEDC, ordinals, narrow);

            Assert.Equal(expected[..wideDone], wide[..wideDone]);
            Assert.Equal(expected[..narrowDone], narrow[..narrowDone]);
        }
    }

    [Fact]
    public void Refuses_an_ordinal_of_more_than_48_bits()
    {
        ulong[] one = [1];
        var block = new RandomBlock[1];

        Philox4x32.Block(Key, 1, 1, Philox4x32.OrdinalLimit - 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox4x32.Block(Key, 1, 1, Philox4x32.OrdinalLimit));
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox4x32.Fill(Key, one, 1, [Philox4x32.OrdinalLimit], block));
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox4x32.Fill(Key, 1UL, 1, [Philox4x32.OrdinalLimit], block));
    }

    [Fact]
    public void Refuses_spans_of_different_lengths()
    {
        Assert.Throws<ArgumentException>(() => Philox4x32.Fill(Key, new ulong[2], 1, new ulong[1], new RandomBlock[2]));
        Assert.Throws<ArgumentException>(() => Philox4x32.Fill(Key, new ulong[2], 1, new ulong[2], new RandomBlock[1]));
        Assert.Throws<ArgumentException>(() => Philox4x32.Fill(Key, 1UL, 1, new ulong[2], new RandomBlock[1]));
    }

    [Fact]
    public void Every_part_of_the_address_matters()
    {
        RandomBlock[] blocks =
        [
            Philox4x32.Block(new DrawKey(1, 1), 1, 1, 1),
            Philox4x32.Block(new DrawKey(2, 1), 1, 1, 1),
            Philox4x32.Block(new DrawKey(1, 2), 1, 1, 1),
            Philox4x32.Block(new DrawKey(1, 1), 2, 1, 1),
            Philox4x32.Block(new DrawKey(1, 1), 1UL << 63, 1, 1),
            Philox4x32.Block(new DrawKey(1, 1), 1, 2, 1),
            Philox4x32.Block(new DrawKey(1, 1), 1, 1, 2),
            Philox4x32.Block(new DrawKey(1, 1), 1, 1, 1UL << 47),
        ];

        Assert.Equal(blocks.Length, blocks.Distinct().Count());
    }

    private static (ulong[] Entities, ulong[] Ordinals, RandomBlock[] Blocks) Addresses(int count)
    {
        var entities = new ulong[count];
        var ordinals = new ulong[count];
        var blocks = new RandomBlock[count];
        for (int i = 0; i < count; i++)
        {
            entities[i] = 0x9E3779B97F4A7C15UL * (ulong)(i + 1);
            ordinals[i] = (0xD1B54A32D192ED03UL * (ulong)(i + 1)) % Philox4x32.OrdinalLimit;
            blocks[i] = Philox4x32.Block(Key, entities[i], 0xFEDC, ordinals[i]);
        }

        return (entities, ordinals, blocks);
    }
}
