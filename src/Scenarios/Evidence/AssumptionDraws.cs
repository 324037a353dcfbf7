using System.Text;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Evidence;

/// <summary>
/// One vector of assumptions for each replication, the same in every scenario. Each draw is addressed by the assumption's name, so an
/// assumption that is added, removed or moved to another file moves no other's draw. Assumptions without a range keep their value.
/// </summary>
/// <remarks>
/// Draws are independent of one another. Shares of one table (<c>care/plan/under-1/...</c>) then add to 1 only about; the tables made from
/// them normalise, so what is drawn is each part's weight. That is a model of ignorance, not of how the parts move together.
/// Where an <see cref="AssumptionSample"/> is given, its assumptions come from it, together; all others keep their own draws.
/// Immutable, and safe to share between threads.
/// </remarks>
public sealed class AssumptionDraws
{
    private readonly double[] _values;
    private readonly (int Index, ulong Address, AssumptionLaw Law)[] _ranged;
    private readonly AssumptionSample? _sample;
    private readonly int[] _sampled;

    /// <summary>Prepares the draws of a catalogue.</summary>
    /// <param name="catalogue">The assumptions.</param>
    /// <param name="sample">Values that take the place of the independent draws of some assumptions; null for none.</param>
    /// <exception cref="InvalidOperationException">Two names have one address; not seen, and it takes a rename to avoid.</exception>
    /// <exception cref="KeyNotFoundException">The sample has an assumption that the catalogue lacks.</exception>
    public AssumptionDraws(AssumptionCatalogue catalogue, AssumptionSample? sample = null)
    {
        _sample = sample;
        _sampled = [.. (sample?.Ids ?? []).Select(catalogue.IndexOf)];
        _values = [.. catalogue.All.Select(assumption => assumption.Value)];
        _ranged = [.. from item in catalogue.All.Index()
                      let law = AssumptionLaw.Of(item.Item)
                      where law is not null
                      select (item.Index, AddressOf(item.Item.Id), law)];
        if (_ranged.DistinctBy(one => one.Address).Count() != _ranged.Length)
        {
            throw new InvalidOperationException("The names of two assumptions have the same address: rename one.");
        }
    }

    /// <summary>How many assumptions have a range.</summary>
    public int RangedCount => _ranged.Length;

    /// <summary>How many assumptions come from the sample.</summary>
    public int SampledCount => _sampled.Length;

    /// <summary>The values where none is drawn, in the order of the catalogue.</summary>
    public ReadOnlySpan<double> Central => _values;

    /// <summary>The values of a replication, in the order of the catalogue.</summary>
    public double[] Draw(DrawKey key)
    {
        double[] values = [.. _values];
        foreach ((int index, ulong address, AssumptionLaw law) in _ranged)
        {
            values[index] = law.Quantile(new Draws(key, address).Block((ushort)Process.Assumption, 0).Uniform53AB);
        }

        ReadOnlySpan<double> sampled = _sample is null ? [] : _sample.Of(key.Replication);
        for (int i = 0; i < sampled.Length; i++)
        {
            values[_sampled[i]] = sampled[i];
        }

        return values;
    }

    /// <summary>The address of a name: FNV-1a of its UTF-8 bytes, 64 bits. Part of every result; never change it.</summary>
    internal static ulong AddressOf(string id)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte part in Encoding.UTF8.GetBytes(id))
        {
            hash = (hash ^ part) * 0x100000001B3;
        }

        return hash;
    }
}
