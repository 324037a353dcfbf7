using KentSufficiency.Grains.LivingCounty;
using Spectre.Console;

namespace KentSufficiency.Cli.Orleans;

/// <summary>Shows on standard error how far a county has come: a bar on a terminal, lines elsewhere.</summary>
internal sealed class TwinProgress
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    private readonly CommandHost _host;
    private readonly IAnsiConsole? _console;
    private readonly bool _quiet;
    private TimeSpan _last;

    private TwinProgress(CommandHost host, IAnsiConsole? console, bool quiet)
    {
        _host = host;
        _console = console;
        _quiet = quiet;
    }

    /// <summary>Chooses how to show it.</summary>
    public static TwinProgress For(bool quiet, CommandHost host)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        return new TwinProgress(host, !quiet && console.Profile.Out.IsTerminal ? console : null, quiet);
    }

    /// <summary>Does the work while showing its progress.</summary>
    /// <param name="before">Where the county stood.</param>
    /// <param name="goal">Where it goes to.</param>
    /// <param name="work">The work.</param>
    public Task<CountyStatus> During(CountyStatus before, DateOnly goal, Func<IProgress<CountyStatus>, Task<CountyStatus>> work)
    {
        long started = _host.Time.GetTimestamp();
        int days = goal.DayNumber - before.Date.DayNumber;
        if (_console is null)
        {
            return work(new Report(status => TellLine(_host.Time.GetElapsedTime(started), Words(status))));
        }

        return _console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask("Advancing", maxValue: Math.Max(1, days));
                return await work(new Report(status =>
                {
                    task.Value = status.Marker - before.Marker;
                    task.Description = Words(status);
                }));
            });

        string Words(CountyStatus status)
        {
            TimeSpan elapsed = _host.Time.GetElapsedTime(started);
            int lived = status.Marker - before.Marker;
            double rate = (status.Wakes - before.Wakes) / Math.Max(0.001, elapsed.TotalSeconds);
            string left = lived == 0 ? "" : $", about {InWords(elapsed * ((double)(days - lived) / lived))} left";
            return $"{status.Date:d MMM yyyy}: {rate:#,0} wakes a second{left}";
        }
    }

    /// <summary>A line when a few seconds have passed since the last.</summary>
    private void TellLine(TimeSpan elapsed, string words)
    {
        if (!_quiet && elapsed - _last >= s_pause)
        {
            _last = elapsed;
            _host.Error.WriteLine(words);
        }
    }

    private static string InWords(TimeSpan left) => left.TotalMinutes < 2
        ? $"{Math.Ceiling(left.TotalSeconds):0} s"
        : $"{Math.Ceiling(left.TotalMinutes):#,0} min";

    /// <summary>Calls on the reporting thread, in contrast to <see cref="Progress{T}"/>.</summary>
    private sealed class Report(Action<CountyStatus> tell) : IProgress<CountyStatus>
    {
        void IProgress<CountyStatus>.Report(CountyStatus value) => tell(value);
    }
}
