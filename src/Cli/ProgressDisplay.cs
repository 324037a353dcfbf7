using KentSufficiency.Scenarios.Experiments;
using Spectre.Console;

namespace KentSufficiency.Cli;

/// <summary>Shows on standard error how far a run has come.</summary>
internal abstract class ProgressDisplay
{
    /// <summary>A bar on a terminal, lines elsewhere, nothing when quiet.</summary>
    public static ProgressDisplay For(bool quiet, CommandHost host, string counted = "replications")
    {
        if (quiet)
        {
            return new Silence();
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        return console.Profile.Out.IsTerminal ? new Bar(console) : new Lines(host.Error, host.Time, counted);
    }

    /// <summary>Does the work while showing its progress.</summary>
    public abstract T During<T>(Func<IProgress<ExperimentProgress>?, T> work);

    private sealed class Silence : ProgressDisplay
    {
        public override T During<T>(Func<IProgress<ExperimentProgress>?, T> work) => work(null);
    }

    private sealed class Bar(IAnsiConsole console) : ProgressDisplay
    {
        public override T During<T>(Func<IProgress<ExperimentProgress>?, T> work) => console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("Simulating", maxValue: 1);
                return work(new Report(progress => task.Value((double)progress.Completed / progress.Total)));
            });
    }

    /// <summary>A line when a few seconds have passed since the last, from whichever thread comes first.</summary>
    private sealed class Lines(TextWriter error, TimeProvider time, string counted) : ProgressDisplay
    {
        private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

        private readonly Lock _telling = new();
        private readonly long _started = time.GetTimestamp();
        private TimeSpan _last;

        public override T During<T>(Func<IProgress<ExperimentProgress>?, T> work) => work(new Report(Tell));

        private void Tell(ExperimentProgress progress)
        {
            lock (_telling)
            {
                TimeSpan elapsed = time.GetElapsedTime(_started);
                if (elapsed - _last < s_pause)
                {
                    return;
                }

                _last = elapsed;
                TimeSpan left = elapsed * ((double)(progress.Total - progress.Completed) / progress.Completed);
                error.WriteLine($"{progress.Completed:#,0} of {progress.Total:#,0} {counted}, about {InWords(left)} left");
            }
        }

        private static string InWords(TimeSpan left) => left.TotalMinutes < 2
            ? $"{Math.Ceiling(left.TotalSeconds):0} s"
            : $"{Math.Ceiling(left.TotalMinutes):#,0} min";
    }

    /// <summary>Calls on the reporting thread, in contrast to <see cref="Progress{T}"/>.</summary>
    private sealed class Report(Action<ExperimentProgress> tell) : IProgress<ExperimentProgress>
    {
        void IProgress<ExperimentProgress>.Report(ExperimentProgress value) => tell(value);
    }
}
