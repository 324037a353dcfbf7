using System.Text;
using System.Text.Json.Nodes;
using KentSufficiency.Cli;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Silo.LivingCounty;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.CliTests.Orleans;

/// <summary>What a user types about the real county, which a process of its own serves in the background.</summary>
internal sealed class TwinSession(string folder) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly Shell _shell = new();

    public TwinFolder Folder { get; } = new(folder);

    public string Output => _shell.Output.ToString();

    public string Error => _shell.Error.ToString();

    public int Kent(params string[] words) => _shell.Run(["twin", .. words, "--data", folder]);

    /// <summary>Runs a command that must succeed.</summary>
    public string Told(params string[] words)
    {
        int code = Kent(words);
        Assert.True(code == ExitCode.Done, $"kent twin {string.Join(' ', words)} ended with {code}: {Error}");
        return Output;
    }

    public JsonNode Shown(params string[] what) => JsonNode.Parse(Told(["show", .. what, "--format", "json"]))!;

    public void Interrupt() => _shell.Interrupt();

    /// <summary>Kills the serving process as soon as a condition holds, which is looked at again and again until a deadline.</summary>
    public async Task KillWhenAsync(Func<TwinClient, Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(s_patience);
        TwinRecord? record;
        while ((record = Folder.Find()) is null)
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await using (TwinClient client = await TwinClient.ConnectAsync(Folder, TextWriter.Null, TimeProvider.System, deadline.Token))
        {
            while (!await condition(client))
            {
                deadline.Token.ThrowIfCancellationRequested();
            }
        }

        Kill(record);
        while (Folder.IsServed)
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>What the kernel tells of the first days of a year's run with the values of the data.</summary>
    public static string EventsOfKernel(DateOnly until)
    {
        Scenario baseline = new ScenarioLibrary(EngineCompiler.OfProgram.Levers()).Load("baseline-2019");
        IReplicationEngine kernel = EngineCompiler.OfProgram.Create(baseline, 1, ParameterMode.Fixed)(new SharedReplication());
        using var log = new LineLog(until);
        kernel.Run(1, 0, new long[kernel.Layout.Length], audit: false, log, CancellationToken.None);
        return log.Text;
    }

    public void Dispose()
    {
        if (Folder.Find() is TwinRecord record)
        {
            Kill(record);
        }

        _shell.Dispose();
    }

    private static void Kill(TwinRecord record)
    {
        using var process = System.Diagnostics.Process.GetProcessById(record.ProcessId);
        process.Kill();
    }

    private sealed class LineLog(DateOnly until) : IEventLog, IDisposable
    {
        private readonly EventLines _lines = new();
        private readonly System.Buffers.ArrayBufferWriter<byte> _text = new();

        public string Text => Encoding.UTF8.GetString(_text.WrittenSpan);

        public void Record(in EventRecord happened)
        {
            if (happened.Date <= until)
            {
                _lines.Write("baseline-2019", happened, _text);
            }
        }

        public void Dispose() => _lines.Dispose();
    }
}
