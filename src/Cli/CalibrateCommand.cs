using System.CommandLine;
using KentSufficiency.Scenarios.Calibration;

namespace KentSufficiency.Cli;

/// <summary>The command line of <c>kent calibrate</c>.</summary>
internal static class CalibrateCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="run">Called with what was asked for; returns the exit code.</param>
    public static Command Build(Func<CalibrateRequest, int> run)
    {
        CalibrationSettings usual = CalibrationSettings.Usual;
        Option<DateOnly?> known = DateOption.Create("--known", "Use only what was known on this day [default: all that is known].");
        Option<bool> published = new("--published") { Description = "The council's own returns, too, count as known from their publication on only." };
        Option<int> particles = NumberOption.Create("--particles", 100, 100_000, usual.Particles, "Points of the parameter space in each round.");
        Option<int> replications = NumberOption.Create("--replications", 2, 100, usual.Replications, "Replications of each particle.");
        Option<int> rounds = NumberOption.Create("--rounds", 1, 10, usual.Rounds, "Rounds; each begins where the one before has ended.");
        Option<int> rows = NumberOption.Create("--rows", 50, 10_000, usual.Rows, "Rows of the posterior sample.");
        Option<uint> seed = NumberOption.Create("--seed", uint.MinValue, uint.MaxValue, usual.Seed, "The same seed gives the same posterior, on any machine.");
        Option<int> threads = NumberOption.Create<int>("--threads", 1, 256, null, "Replications at a time; the result does not depend on it [default: one for each processor]");
        Option<int> recover = NumberOption.Create(
            "--recover", 0, 1000, 0, "Instead: simulate so many counties from the prior, estimate each again, and tell how often 80% intervals held the truth.");
        Option<string> output = new("--out") { Description = "The folder for posterior.csv, estimates.csv and fit.csv.", HelpName = "DIR", DefaultValueFactory = _ => "calibration" };
        var command = new Command("calibrate", "Estimate assumptions from what was observed, with the real engine.")
        {
            known, published, particles, replications, rounds, rows, seed, threads, recover, output,
        };
        command.SetAction(parsed => run(new CalibrateRequest(
            parsed.GetValue(known),
            parsed.GetValue(published),
            new CalibrationSettings(
                parsed.GetValue(particles), parsed.GetValue(replications), parsed.GetValue(rounds), parsed.GetValue(rows), parsed.GetValue(seed)),
            parsed.GetValue(threads) is > 0 and int asked ? asked : Environment.ProcessorCount,
            parsed.GetValue(recover),
            parsed.GetValue(output)!)));
        return command;
    }
}

/// <summary>What was asked of <c>kent calibrate</c>.</summary>
/// <param name="Known">The day whose knowledge is used; null for all.</param>
/// <param name="Published">Whether own returns count from publication on only.</param>
/// <param name="Settings">How it is run.</param>
/// <param name="Threads">Replications at a time.</param>
/// <param name="Recover">Counties of a recovery study; 0 for a calibration.</param>
/// <param name="Out">The folder for the files.</param>
internal sealed record CalibrateRequest(DateOnly? Known, bool Published, CalibrationSettings Settings, int Threads, int Recover, string Out);
