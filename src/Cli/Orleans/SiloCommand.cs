using System.CommandLine;
using System.Net;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using Microsoft.Extensions.Hosting;

namespace KentSufficiency.Cli.Orleans;

/// <summary><c>kent silo</c>: a silo of a cluster, until it is asked to stop.</summary>
internal sealed class SiloCommand(CommandHost host)
{
    private readonly Option<string> _cluster = new("--cluster")
    {
        HelpName = "NAME",
        Description = "The cluster's name; silos and clients of one cluster share it.",
        Required = true,
    };

    private readonly Option<IPAddress> _address = new("--address")
    {
        HelpName = "IP",
        Description = "This machine's address for other silos and clients; loopback unless said.",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            string written = result.Tokens[0].Value;
            if (IPAddress.TryParse(written, out IPAddress? address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any))
            {
                return address;
            }

            result.AddError($"--address must be one address of this machine, such as 10.0.0.4; found '{written}'.");
            return null;
        },
    };

    private readonly Option<int> _port = NumberOption.Create("--port", 1, 65535, SiloSettings.UsualSiloPort, "The port for other silos. Keep it over restarts.");

    private readonly Option<int> _gateway = NumberOption.Create("--gateway", 1, 65535, SiloSettings.UsualGatewayPort, "The port for clients.");

    private readonly Option<int> _http = NumberOption.Create<int>(
        "--http", 1, 65535, null, "The port of /health and /dashboard, on loopback only; none unless said.");

    private readonly Option<int> _cores = NumberOption.Create("--cores", 1, 4096, Environment.ProcessorCount, "How many replications this silo runs at a time.");

    private readonly Option<string?> _log = new("--log") { HelpName = "FILE", Description = "Where warnings and errors are added; the screen unless said." };

    /// <summary>Builds the command.</summary>
    public Command Build(CancellationToken cancellation)
    {
        var command = new Command("silo", "Run a silo of a cluster whose database KENT_POSTGRES (or the file named by KENT_POSTGRES_FILE) tells, until Ctrl-C.")
        {
            _cluster, _address, _port, _gateway, _http, _cores, _log,
        };
        command.SetAction(parsed => Hosting.Tell(() => RunAsync(parsed, cancellation)));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using TextWriter? file = OpenLog(parsed.GetValue(_log));
        SiloSettings settings = Settings(parsed) with { Log = file ?? host.Error };
        IHost silo;
        try
        {
            silo = await KentSilo.StartAsync(settings, cancellation: cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }

        using (silo)
        {
            host.Output.WriteLine(
                $"Silo of cluster '{settings.Cluster}' is ready at {settings.SiloEndpoint}; clients connect to port {settings.GatewayEndpoint.Port}.");
            if (settings.HttpPort is int http)
            {
                host.Output.WriteLine($"Health: http://localhost:{http}/health   Dashboard: http://localhost:{http}/dashboard/");
            }

            host.Output.Flush();
            await silo.WaitForShutdownAsync(cancellation);
            host.Output.WriteLine("The silo has left the cluster.");
            return ExitCode.Done;
        }
    }

    private SiloSettings Settings(ParseResult parsed)
    {
        IPAddress address = parsed.GetValue(_address)!;
        int http = parsed.GetValue(_http);
        return new SiloSettings
        {
            Cluster = parsed.GetValue(_cluster)!,
            SiloEndpoint = new IPEndPoint(address, parsed.GetValue(_port)),
            GatewayEndpoint = new IPEndPoint(address, parsed.GetValue(_gateway)),
            HttpPort = http == 0 ? null : http,
            Cores = parsed.GetValue(_cores),
            PostgreSql = PostgreSqlConnection.FromEnvironment(),
        };
    }

    private StreamWriter? OpenLog(string? file) =>
        file is null ? null : new StreamWriter(Path.Combine(host.CurrentDirectory, file), append: true) { AutoFlush = true };
}
