using System.Net;
using KentSufficiency.Silo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;

namespace KentSufficiency.Silo;

/// <summary>
/// The pages of a silo: <c>/health</c> for whoever watches it, and Orleans' dashboard. The dashboard knows no users, so that both are
/// on loopback only, and asked for by no other name: a page in somebody's browser cannot reach them under a name of its own.
/// </summary>
internal static class Pages
{
    /// <summary>How long storage may take to answer before the silo calls itself unwell.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>Counts calls for the dashboard, where there is one.</summary>
    public static ISiloBuilder AddPagesOfGrains(this ISiloBuilder silo, SiloSettings settings) =>
        settings.HttpPort is null ? silo : silo.AddDashboard();

    /// <summary>Listens on loopback.</summary>
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder, int port)
    {
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1));
        builder.Services.AddRouting();
        builder.Services.AddHostFiltering(options => options.AllowedHosts = ["localhost", "127.0.0.1"]);
        return builder;
    }

    /// <summary>Says what is where.</summary>
    public static WebApplication MapPages(this WebApplication application)
    {
        application.UseHostFiltering();
        application.UseRouting();
        application.MapGet("/health", Health);
        application.MapOrleansDashboard("/dashboard");
        application.MapGet("/", () => Results.Redirect("/dashboard/"));
        return application;
    }

    private static async Task<IResult> Health(HttpContext context, ISiloStatusOracle silo, StorageDatabase database, IHostApplicationLifetime life)
    {
        string storage = await StorageAnswers(database, context.RequestAborted) ? "answers" : "silent";
        bool leaving = life.ApplicationStopping.IsCancellationRequested;
        string status = leaving ? "leaving" : silo.CurrentStatus.ToString().ToLowerInvariant();
        bool well = storage == "answers" && !leaving && silo.CurrentStatus == SiloStatus.Active;
        return Results.Json(
            new Dictionary<string, string> { ["silo"] = status, ["storage"] = storage },
            statusCode: well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> StorageAnswers(StorageDatabase database, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_patience);
        try
        {
            // The driver of SQLite does not look at the token while it waits for a lock, hence the second limit.
            await database.PingAsync(limit.Token).WaitAsync(s_patience, cancellation);
            return true;
        }
#pragma warning disable CA1031 // Whatever keeps storage from answering, the answer is the same: unwell.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
