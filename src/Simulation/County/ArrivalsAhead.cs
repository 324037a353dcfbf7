using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.County;

/// <summary>
/// The arrivals of streams over days to come, the same addresses as <see cref="Arrivals.On"/> gives day by day: numbers and marks are drawn in blocks.
/// Belongs to one thread; allocates nothing once it has been as large as it gets.
/// </summary>
internal sealed class ArrivalsAhead
{
    private const int Block = 64;

    private readonly ulong[] _addresses = new ulong[Block];
    private readonly ulong[] _ordinals = new ulong[Block];
    private readonly ulong[] _firstHalves = new ulong[Block];
    private readonly ulong[] _secondHalves = new ulong[Block];
    private readonly ulong[] _once = new ulong[Block];
    private ulong[] _ids = new ulong[1024];
    private int _count;

    /// <summary>The addresses drawn since <see cref="Clear"/>: by stream, by layer, by day.</summary>
    public ReadOnlySpan<ulong> Ids => _ids.AsSpan(0, _count);

    /// <summary>Forgets what was drawn.</summary>
    public void Clear() => _count = 0;

    /// <summary>Draws those who arrive by a stream over some days.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="key">Seed and replication.</param>
    /// <param name="firstDay">The first day.</param>
    /// <param name="lastDay">The last day.</param>
    /// <param name="ratePerDay">The rate in force on these days.</param>
    public void Draw(Arrivals stream, DrawKey key, int firstDay, int lastDay, double ratePerDay)
    {
        double layers = stream.LayersAt(ratePerDay);
        Array.Fill(_addresses, stream.Address);
        for (int layer = 0; layer < layers; layer++)
        {
            for (int day = firstDay; day <= lastDay; day += Block)
            {
                int before = _count;
                Draw(stream, key, day, Math.Min(Block, lastDay - day + 1), layer);
                if (layers - layer < 1)
                {
                    Thin(key, before, layers - layer);
                }
            }
        }
    }

    /// <summary>The candidates of a layer.</summary>
    private void Draw(Arrivals stream, DrawKey key, int firstDay, int days, int layer)
    {
        for (int i = 0; i < days; i++)
        {
            _ordinals[i] = Arrivals.Ordinal(firstDay + i, layer);
        }

        Fill(key, Process.Arrivals, _addresses.AsSpan(0, days), _ordinals);
        for (int i = 0; i < days; i++)
        {
            Append(stream.AddressOf(firstDay + i, layer, 0), stream.CandidatesAt(RandomBlock.Uniform((uint)_firstHalves[i])));
        }
    }

    /// <summary>Appends addresses that follow one another, four at a time: the last may be rubbish, which the next overwrites.</summary>
    private void Append(ulong first, int count)
    {
        if (_count + count + Vector256<ulong>.Count > _ids.Length)
        {
            Array.Resize(ref _ids, 2 * (_ids.Length + count));
        }

        Vector256<ulong> next = Vector256.Create(first) + (Vector256<ulong>.Indices * Arrivals.AddressStep);
        for (int i = 0; i < count; i += Vector256<ulong>.Count)
        {
            next.CopyTo(_ids, _count + i);
            next += Vector256.Create((ulong)Vector256<ulong>.Count * Arrivals.AddressStep);
        }

        _count += count;
    }

    /// <summary>Keeps of the latest candidates those whose mark is below a share.</summary>
    private void Thin(DrawKey key, int from, double share)
    {
        int kept = from;
        for (int at = from; at < _count; at += Block)
        {
            int candidates = Math.Min(Block, _count - at);
            Fill(key, Process.Mark, _ids.AsSpan(at, candidates), _once);
            for (int i = 0; i < candidates; i++)
            {
                _ids[kept] = _ids[at + i];
                kept += RandomBlock.Uniform((uint)_firstHalves[i]) < share ? 1 : 0;
            }
        }

        _count = kept;
    }

    private void Fill(DrawKey key, Process process, ReadOnlySpan<ulong> entities, ReadOnlySpan<ulong> ordinals)
    {
        int count = entities.Length;
        Philox4x32.Fill(key, entities, (ushort)process, ordinals[..count], _firstHalves.AsSpan(0, count), _secondHalves.AsSpan(0, count));
    }
}
