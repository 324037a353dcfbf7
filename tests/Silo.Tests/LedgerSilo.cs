using KentSufficiency.Grains;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace KentSufficiency.SiloTests;

/// <summary>A silo whose county store takes any record: the living county's own serializer knows only its records, and no ledger.</summary>
internal static class LedgerSilo
{
    public static Task<IHost> StartAsync(SiloSettings settings) => KentSilo.StartAsync(
        settings, silo => silo.Services.AddKeyedSingleton<IGrainStorageSerializer, JsonStateSerializer>(StorageNames.County));
}
