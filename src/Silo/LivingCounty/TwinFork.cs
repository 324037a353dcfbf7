using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Silo.LivingCounty;

/// <summary>Makes of a running twin the start of an ensemble. The twin is only looked at.</summary>
public sealed class TwinFork
{
    private readonly CountyView _view;
    private readonly long[][] _notes;
    private readonly long[] _measured;

    private TwinFork(CountyView view, long[][] notes, long[] measured)
    {
        _view = view;
        _notes = notes;
        _measured = measured;
    }

    /// <summary>Where the county stood.</summary>
    public Grains.LivingCounty.CountyStatus Status => _view.Status;

    /// <summary>Takes the county as it stands.</summary>
    /// <exception cref="TwinException">It advances, or cannot be read.</exception>
    public static async Task<TwinFork> TakeAsync(TwinReader reader)
    {
        (CountyView view, long[][] notes, long[] measured) = await reader.AllAsync();
        return new TwinFork(view, notes, measured);
    }

    /// <summary>The county as kernels start from it.</summary>
    /// <param name="parameters">What it goes on with: the county's own, or others of the same shape; the horizon may be another.</param>
    /// <param name="seed">The county's seed.</param>
    /// <exception cref="InvalidDataException">What was kept does not fit together.</exception>
    public CountySnapshot Snapshot(CountyParameters parameters, uint seed)
    {
        HouseholdEntry[] households = [.. _view.Households.Select(file => new HouseholdEntry(file.State, file.Home))];
        ChildState[] children = [.. _view.Children];
        CountyDesk desk = DeskArchive.Restore(parameters, seed, 0, _view.Desk, children, households, _notes);
        return Fork.Of(new CountyParts(desk, children, households, _notes, _measured), parameters);
    }
}
