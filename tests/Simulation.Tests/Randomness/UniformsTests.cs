using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.SimulationTests.Randomness;

public class UniformsTests
{
    [Fact]
    public void Vectors_give_the_scalar_bits()
    {
        uint[] words = [0, 1, 2, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF, .. Enumerable.Range(0, 1000).Select(i => (uint)i * 4_294_967u)];
        foreach (uint word in words)
        {
            Vector256<double> uniforms = Uniforms.Of(Vector256.Create((ulong)word));

            Assert.Equal(RandomBlock.Uniform(word), uniforms[3]);
        }
    }
}
