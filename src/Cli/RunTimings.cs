using KentSufficiency.Scenarios.Experiments;

namespace KentSufficiency.Cli;

/// <summary>
/// Tells on standard error when each part of a run was done (<c>--timings</c>). Each line is written as the part ends, so that whoever reads them may take a
/// time of their own, from the start of the process on, which the program itself cannot know well.
/// </summary>
internal sealed class RunTimings
{
    private readonly CommandHost? _host;
    private readonly long _began;

    private RunTimings(CommandHost? host)
    {
        _host = host;
        _began = host?.Time.GetTimestamp() ?? 0;
        Done("command read");
    }

    /// <summary>Begins, where it was asked for; else all is silence.</summary>
    public static RunTimings For(bool asked, CommandHost host) => new(asked ? host : null);

    /// <summary>Says that a part is done.</summary>
    /// <param name="part">What was done.</param>
    public void Done(string part) => _host?.Error.WriteLine($"{_host.Time.GetElapsedTime(_began).TotalSeconds,7:0.000} s  {part}");

    /// <summary>Also tells of the first replication, if anything is told at all.</summary>
    /// <param name="progress">Who else is told of every replication.</param>
    public IProgress<ExperimentProgress>? OfFirst(IProgress<ExperimentProgress>? progress) => _host is null ? progress : new FirstReplication(this, progress);

    private sealed class FirstReplication(RunTimings timings, IProgress<ExperimentProgress>? next) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            if (value.Completed == 1)
            {
                timings.Done("first replication done");
            }

            next?.Report(value);
        }
    }
}
