using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.County;

/// <summary>
/// Arrivals of one kind in one district, by layers. A layer is a Poisson stream of candidates at a fixed reference rate; a rate of
/// 1.4 times the reference realises all of layer 0 and, by a mark on each candidate, 40% of layer 1. So a higher rate adds entities and
/// renames none, there is no dominating rate to outgrow, and at or below the reference only one layer is looked at.
/// </summary>
/// <param name="kind">What arrives.</param>
/// <param name="district">Where.</param>
/// <param name="referencePerDay">The reference rate of a layer; fixed by the data, the same in every scenario.</param>
public sealed class Arrivals(EntityKind kind, int district, double referencePerDay)
{
    /// <summary>The most layers: a rate above this many times the reference is refused.</summary>
    public const int MostLayers = 64;

    /// <summary>How far the addresses of two candidates stand apart of whom one follows the other.</summary>
    internal const ulong AddressStep = 1 << 4;

    private const int LayerShift = 14;
    private readonly PoissonTable? _layer = referencePerDay > 0 ? new PoissonTable(referencePerDay) : null;

    /// <summary>The kind.</summary>
    public EntityKind Kind => kind;

    /// <summary>The district.</summary>
    public int District => district;

    /// <summary>The stream's own address, at which the numbers of candidates are drawn.</summary>
    public ulong Address { get; } = EntityId.Of(EntityKind.District, district, 0, (int)kind);

    /// <summary>The ordinal of a day's draw for a layer.</summary>
    public static ulong Ordinal(int day, int layer) => ((ulong)(uint)(day + EntityId.DayOffset) * MostLayers) + (ulong)layer;

    /// <summary>Appends the addresses of those who arrive on a day.</summary>
    /// <param name="key">Seed and replication.</param>
    /// <param name="day">The day.</param>
    /// <param name="ratePerDay">The rate in force, at most <see cref="MostLayers"/> times the reference.</param>
    /// <param name="first">The draw for layer 0: the block at (<see cref="Address"/>, Arrivals, <see cref="Ordinal"/>).</param>
    /// <param name="into">Receives the addresses.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is too far above the reference.</exception>
    public void On(DrawKey key, int day, double ratePerDay, in RandomBlock first, List<ulong> into)
    {
        double layers = LayersAt(ratePerDay);
        for (int layer = 0; layer < layers; layer++)
        {
            RandomBlock luck = layer == 0 ? first : new Draws(key, Address).Block((ushort)Process.Arrivals, Ordinal(day, layer));
            int count = CandidatesAt(luck.UniformA);
            double share = layers - layer;
            for (int i = 0; i < count; i++)
            {
                ulong id = AddressOf(day, layer, i);
                if (share >= 1 || new Draws(key, id).For(Process.Mark, 0).UniformA < share)
                {
                    into.Add(id);
                }
            }
        }
    }

    /// <summary>How many layers a rate takes, the last perhaps in part; none where nobody comes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is too far above the reference.</exception>
    internal double LayersAt(double ratePerDay)
    {
        if (_layer is null || ratePerDay <= 0)
        {
            return 0;
        }

        double layers = ratePerDay / referencePerDay;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(layers, MostLayers, nameof(ratePerDay));
        return layers;
    }

    /// <summary>The number of candidates of a day in a layer.</summary>
    internal int CandidatesAt(double uniform) => _layer!.Sample(uniform);

    /// <summary>The address of a candidate of a day in a layer; the next one's is greater by <see cref="AddressStep"/>.</summary>
    internal ulong AddressOf(int day, int layer, int candidate) => EntityId.Of(kind, district, day, (layer << LayerShift) | candidate);
}
