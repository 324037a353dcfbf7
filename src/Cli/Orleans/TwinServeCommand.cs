using System.CommandLine;
using System.Runtime.InteropServices;
using KentSufficiency.Silo;
using KentSufficiency.Silo.LivingCounty;
using KentSufficiency.Silo.Storage;

namespace KentSufficiency.Cli.Orleans;

/// <summary>
/// <c>kent twin serve</c>: the process in the background that <c>kent twin start</c> begins. It writes to its log only, outlives the terminal,
/// and ends when it is asked to.
/// </summary>
internal sealed class TwinServeCommand(CommandHost host, TwinPlace place)
{
    /// <summary>The command's name.</summary>
    public const string Verb = "serve";

    private const long LargestLog = 10_000_000;

    private readonly Option<string> _name = TwinLifeCommands.NameOption();
    private readonly Option<int> _http = TwinLifeCommands.HttpOption();

    /// <summary>Builds the command.</summary>
    public Command Build()
    {
        var command = new Command(Verb, "Serve the twin of a folder until asked to stop; kent twin start does this in the background.") { _name, _http };
        command.Hidden = true;
        command.SetAction(parsed => ServeAsync(parsed).GetAwaiter().GetResult());
        return command;
    }

    private async Task<int> ServeAsync(ParseResult parsed)
    {
        TwinFolder folder = place.FolderOf(parsed);
        Directory.CreateDirectory(folder.Path);
        await using TextWriter log = TextWriter.Synchronized(OpenLog(folder));
        Console.SetOut(TextWriter.Null);
        Console.SetError(log);
        using var stop = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Heed(signal, stop));
        // Ctrl-C is meant for the command that waits for this process, and a terminal that closes is none of its business.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
        try
        {
            int http = parsed.GetValue(_http);
            TwinServer server = await TwinServer.StartAsync(
                new TwinServerSettings
                {
                    Folder = folder,
                    Name = parsed.GetValue(_name)!,
                    HttpPort = http == 0 ? null : http,
                    PostgreSql = PostgreSqlConnection.IsInEnvironment ? PostgreSqlConnection.FromEnvironment() : null,
                    Log = log,
                    Time = host.Time,
                },
                cancellation: stop.Token);
            await Task.WhenAny(Task.Delay(Timeout.Infinite, stop.Token));
            await server.StopAsync(); // Not disposed of: the folder stays locked until the process has gone.
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
#pragma warning disable CA1031 // The last line of the log is what kent twin start tells.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            bool asked = problem is TwinException or HostingException;
            await log.WriteLineAsync(asked ? problem.Message : $"{problem}{Environment.NewLine}The twin's process ended: {problem.Message}");
            return asked ? ExitCode.BadInput : ExitCode.Failed;
        }
    }

    private static void Heed(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }

    private static StreamWriter OpenLog(TwinFolder folder)
    {
        bool full = File.Exists(folder.LogFile) && new FileInfo(folder.LogFile).Length > LargestLog;
        var file = new FileStream(folder.LogFile, full ? FileMode.Create : FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        return new StreamWriter(file) { AutoFlush = true };
    }
}
