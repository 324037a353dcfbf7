using System.Buffers;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// <c>events.jsonl</c>: what happened in replication 0 of every scenario, an object a line, by scenario and then in canonical order.
/// Kept in a scratch file for each scenario until all are complete, since scenarios run side by side. Entities are written as texts:
/// they use all 64 bits, and many readers of JSON keep only 53 of a number. The same events give the episodes of care.
/// </summary>
public sealed class EventFiles : IDisposable
{
    internal const string Name = "events.jsonl";

    private readonly Dictionary<string, ScenarioLog> _logs = new(StringComparer.Ordinal);
    private readonly List<string> _order;

    /// <summary>Opens a scratch file for each scenario.</summary>
    /// <param name="scenarios">The scenarios' names in the order of the file.</param>
    /// <param name="scratchDirectory">An existing folder.</param>
    public EventFiles(IReadOnlyList<string> scenarios, string scratchDirectory)
    {
        _order = [.. scenarios];
        for (int i = 0; i < _order.Count; i++)
        {
            _logs.Add(_order[i], new ScenarioLog(_order[i], Path.Combine(scratchDirectory, $"events-{i}")));
        }
    }

    /// <summary>The log of one scenario, for one thread.</summary>
    public IEventLog Of(string scenario) => _logs[scenario];

    /// <summary>The names of the files of episodes, in the order of the scenarios.</summary>
    public IReadOnlyList<string> EpisodesNames => [.. _order.Select(EpisodesName)];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ScenarioLog log in _logs.Values)
        {
            log.Dispose();
        }
    }

    internal void CopyTo(Stream stream)
    {
        foreach (string scenario in _order)
        {
            _logs[scenario].CopyTo(stream);
        }
    }

    internal void WriteEpisodes(OutputFolder folder)
    {
        foreach (string scenario in _order)
        {
            folder.Write(EpisodesName(scenario), stream => EpisodesFile.Write(stream, _logs[scenario].Episodes.Episodes()));
        }
    }

    private string EpisodesName(string scenario) => EpisodesFile.NameOf(scenario, alone: _order.Count == 1);

    private sealed class ScenarioLog : IEventLog, IDisposable
    {
        private readonly string _scenario;
        private readonly FileStream _file;
        private readonly ArrayBufferWriter<byte> _line = new();
        private readonly EventLines _lines = new();

        public ScenarioLog(string scenario, string path)
        {
            _scenario = scenario;
            _file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        }

        public EpisodesLog Episodes { get; } = new();

        public void Record(in EventRecord happened)
        {
            Episodes.Record(happened);
            _lines.Write(_scenario, happened, _line);
            _file.Write(_line.WrittenSpan);
            _line.ResetWrittenCount();
        }

        public void CopyTo(Stream stream)
        {
            _file.Position = 0;
            _file.CopyTo(stream);
        }

        public void Dispose()
        {
            _lines.Dispose();
            _file.Dispose();
        }
    }
}
