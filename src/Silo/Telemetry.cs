using KentSufficiency.Grains;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Orleans.Diagnostics;

namespace KentSufficiency.Silo;

/// <summary>
/// Metrics and traces by OTLP, to where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; without it nothing is collected. The other
/// <c>OTEL_EXPORTER_OTLP_*</c> and <c>OTEL_*</c> variables mean what OpenTelemetry says they mean.
/// </summary>
internal static class Telemetry
{
    /// <summary>The environment variable that turns it on.</summary>
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Whether anybody wants to hear.</summary>
    public static bool IsWanted => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(EndpointVariable));

    /// <summary>Exports while the host runs, and what is left when it ends.</summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        if (!IsWanted)
        {
            return;
        }

        builder.Services.AddSingleton(_ => Metrics());
        builder.Services.AddSingleton(_ => Traces());
        builder.Services.AddHostedService<Exporters>();
    }

    /// <summary>Carries the trace of a call along with it; costs a little on each call, so only where somebody listens.</summary>
    public static ISiloBuilder AddTraces(this ISiloBuilder silo) => IsWanted ? silo.AddActivityPropagation() : silo;

    private static MeterProvider Metrics() => Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(Resource)
        .AddMeter(KentMeters.Name, "Microsoft.Orleans")
        .AddOtlpExporter()
        .Build();

    private static TracerProvider Traces() => Sdk.CreateTracerProviderBuilder()
        .ConfigureResource(Resource)
        .AddSource(ActivitySources.ApplicationGrainActivitySourceName, ActivitySources.LifecycleActivitySourceName, ActivitySources.StorageActivitySourceName)
        .AddOtlpExporter()
        .Build();

    private static void Resource(ResourceBuilder resource) => resource.AddService("kent-silo");

    /// <summary>Holds the exporters: they work from when they are made until the container disposes them.</summary>
    private sealed class Exporters(MeterProvider metrics, TracerProvider traces) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            metrics.ForceFlush(2000);
            traces.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
