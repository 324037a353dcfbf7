using System.Net;
using System.Net.NetworkInformation;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KentSufficiency.SiloTests.Hosting;

public sealed class PagesTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = Ports.Free(1)[0];
    private readonly HttpClient _client = new();
    private IHost _silo = null!;

    private string Health => $"http://localhost:{_port}/health";

    public async Task InitializeAsync() =>
        _silo = await KentSilo.StartAsync(SiloSettings.Embedded(_folder.In("kent.db")) with { HttpPort = _port, Log = TextWriter.Null });

    [Fact]
    public async Task Health_is_well_while_the_silo_is_active_and_storage_answers_and_unwell_otherwise()
    {
        HttpResponseMessage well = await _client.GetAsync(new Uri(Health));
        Assert.Equal(HttpStatusCode.OK, well.StatusCode);
        Assert.Equal("{\"silo\":\"active\",\"storage\":\"answers\"}", await well.Content.ReadAsStringAsync());

        await ExecuteAsync("ALTER TABLE OrleansQuery RENAME TO Elsewhere");
        HttpResponseMessage silent = await _client.GetAsync(new Uri(Health));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, silent.StatusCode);
        Assert.Contains("silent", await silent.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await ExecuteAsync("ALTER TABLE Elsewhere RENAME TO OrleansQuery");
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(new Uri(Health))).StatusCode);

        _silo.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        HttpResponseMessage leaving = await _client.GetAsync(new Uri(Health));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, leaving.StatusCode);
        Assert.Contains("leaving", await leaving.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_is_there_and_counts()
    {
        HttpResponseMessage page = await _client.GetAsync(new Uri($"http://localhost:{_port}/"));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<html", await page.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Pages_are_on_loopback_only()
    {
        IPEndPoint[] listening = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(endpoint => endpoint.Port == _port)];

        Assert.NotEmpty(listening);
        Assert.All(listening, endpoint => Assert.True(IPAddress.IsLoopback(endpoint.Address), endpoint.ToString()));
    }

    /// <summary>Or a page in somebody's browser could give this machine a name of its own and read the dashboard under it.</summary>
    [Theory]
    [InlineData("/health")]
    [InlineData("/dashboard/")]
    [InlineData("/dashboard/DashboardCounters")]
    public async Task Pages_asked_for_under_another_name_are_refused(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{_port}{path}");
        request.Headers.Host = "evil.example";

        Assert.Equal(HttpStatusCode.BadRequest, (await _client.SendAsync(request)).StatusCode);
    }

    public async Task DisposeAsync() => await _silo.StopAsync();

    public void Dispose()
    {
        _silo.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _silo.Services.GetRequiredService<StorageDatabase>().Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
