using System.Diagnostics;
using KentSufficiency.Grains;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Simulation.County;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace KentSufficiency.Silos;

/// <summary>Writes records of the county's children again and again, with nothing between one wave and the next.</summary>
internal sealed class RawWrites(IGrainStorage storage, (GrainId Id, GrainState<Kept<ChildState>> State)[] records)
{
    private const int Most = 2000;

    private int _next;

    /// <summary>Copies children as they are stored to keys of their own.</summary>
    public static async Task<RawWrites> PrepareAsync(Twin.Living county)
    {
        IGrainStorage storage = county.Services.GetRequiredKeyedService<IGrainStorage>(StorageNames.County);
        CountyStatus status = await county.County.GetStatus();
        WardPeople people = await county.Grains.GetGrain<IDistrictGrain>(CountyKeys.District(county.Key, 0)).GetPeople(status.Marker, concerned: false);
        ulong[] children = [.. people.Children.Take(Most).Select(child => child.Id)];
        var records = new (GrainId, GrainState<Kept<ChildState>>)[children.Length];
        for (int i = 0; i < records.Length; i++)
        {
            GrainId from = county.Grains.GetGrain<IChildGrain>(CountyKeys.Child(county.Key, children[i])).GetGrainId();
            var stored = new GrainState<Kept<ChildState>>(new Kept<ChildState>());
            await storage.ReadStateAsync("child", from, stored);
            GrainId to = county.Grains.GetGrain<IChildGrain>(CountyKeys.Child("raw-writes", children[i])).GetGrainId();
            records[i] = (to, new GrainState<Kept<ChildState>>(stored.State!));
        }

        var raw = new RawWrites(storage, records);
        await raw.RateAsync([records.Length], records.Length);
        return raw;
    }

    /// <summary>Records a second.</summary>
    /// <param name="waves">How many are written side by side, wave after wave.</param>
    /// <param name="count">At least as many are written.</param>
    public async Task<double> RateAsync(int[] waves, int count)
    {
        long start = Stopwatch.GetTimestamp();
        int written = 0;
        while (written < count)
        {
            foreach (int wave in waves)
            {
                await Task.WhenAll(Enumerable.Range(0, Math.Min(wave, records.Length)).Select(_ => WriteAsync()));
                written += Math.Min(wave, records.Length);
            }
        }

        return written / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private Task WriteAsync()
    {
        (GrainId id, GrainState<Kept<ChildState>> state) = records[_next++ % records.Length];
        return storage.WriteStateAsync("child", id, state);
    }
}
