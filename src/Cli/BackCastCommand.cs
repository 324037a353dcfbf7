using System.CommandLine;
using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Calibration;

namespace KentSufficiency.Cli;

/// <summary>The command line of <c>kent backcast</c>.</summary>
internal static class BackCastCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="run">Called with what was asked for; returns the exit code.</param>
    public static Command Build(Func<BackCastRequest, int> run)
    {
        CalibrationSettings usual = CalibrationSettings.Usual;
        Option<DateOnly?> from = DateOption.Create("--from", "The day on which the forecast would have been made, such as 2015-03-31.");
        from.Required = true;
        Option<DateOnly?> to = DateOption.Create("--to", "The last day that it tells.");
        to.Required = true;
        Option<string[]> given = new("--given")
        {
            Description = "What of the time after --from is given to it, separated by commas: uasc-arrivals, housing, expansions.",
            HelpName = "NAMES",
            AllowMultipleArgumentsPerToken = true,
        };
        Option<string?> observed = new("--observed") { Description = "Observations to score it with besides the project's evidence: a CSV file measure,geography,date,value.", HelpName = "FILE" };
        Option<string> parameters = new("--parameters")
        {
            Description = "Whether assumptions are estimated from the years before --from, or drawn from what was assumed.",
            HelpName = "estimated|prior",
            DefaultValueFactory = _ => "estimated",
        };
        parameters.AcceptOnlyFromAmong("estimated", "prior");
        Option<bool> published = new("--published") { Description = "The council's own returns, too, count as known from their publication on only." };
        Option<int> replications = NumberOption.Create("--replications", 50, 20_000, 400, "Futures in the ensemble.");
        Option<int> particles = NumberOption.Create("--particles", 100, 100_000, usual.Particles, "Points of the parameter space in each round of the estimation.");
        Option<uint> seed = NumberOption.Create("--seed", uint.MinValue, uint.MaxValue, usual.Seed, "The same seed gives the same results, on any machine.");
        Option<int> threads = NumberOption.Create<int>("--threads", 1, 256, null, "Replications at a time; the results do not depend on it [default: one for each processor]");
        Option<string> output = new("--out") { Description = "The folder for series.csv, scores.csv and the manifest.", HelpName = "DIR", DefaultValueFactory = _ => "backcast" };
        var command = new Command("backcast", "Forecast from an earlier day with what was known then, and score it with what came.")
        {
            from, to, given, observed, parameters, published, replications, particles, seed, threads, output,
        };
        command.SetAction(parsed => run(new BackCastRequest(
            new BackCastSettings(
                parsed.GetValue(from)!.Value,
                parsed.GetValue(to)!.Value,
                GivenNames.Read(parsed.GetValue(given) ?? []),
                parsed.GetValue(published),
                parsed.GetValue(parameters) == "estimated",
                parsed.GetValue(replications),
                usual with { Particles = parsed.GetValue(particles), Seed = parsed.GetValue(seed) },
                parsed.GetValue(threads) is > 0 and int asked ? asked : Environment.ProcessorCount),
            parsed.GetValue(observed),
            parsed.GetValue(output)!)));
        return command;
    }
}

/// <summary>What was asked of <c>kent backcast</c>.</summary>
/// <param name="Settings">The back-cast.</param>
/// <param name="Observed">A file of observations; null for none.</param>
/// <param name="Out">The folder for the files.</param>
internal sealed record BackCastRequest(BackCastSettings Settings, string? Observed, string Out);
