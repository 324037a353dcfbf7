using System.CommandLine;
using KentSufficiency.Scenarios.Cohorts;

namespace KentSufficiency.Cli;

/// <summary>The command line of <c>kent cohort</c>.</summary>
internal static class CohortCommand
{
    private const int MostChildren = 4_000_000;
    private const int MostHistory = 30;

    /// <summary>Builds the command.</summary>
    /// <param name="run">Called with what was asked for; returns the exit code.</param>
    public static Command Build(Func<CohortAsked, int> run)
    {
        Option<int> children = NumberOption.Create<int>(
            "--children", 1, MostChildren, null, "So many children: families in an order of their own, so that a smaller number gives the beginning of a larger. Beyond one county's, further counties are simulated.");
        Option<bool> county = new("--county") { Description = "All children of one county instead." };
        Option<int> inCare = NumberOption.Create<int>("--in-care", 0, MostChildren, null, "So many of them looked after at some time of the history [default: as they come]");
        Option<DateOnly?> asOf = DateOption.Create("--as-of", "The last day of the history [default: 2024-03-31].");
        Option<int> history = NumberOption.Create("--history", 0, MostHistory, 1, "Years up to that day; 0 for a snapshot.");
        Option<uint> seed = NumberOption.Create("--seed", uint.MinValue, uint.MaxValue, 1u, "The same seed gives the same children, in any format.");
        Option<CohortFormat> format = new("--format")
        {
            Description = "ssda903: annual returns on children looked after; census: spring school censuses; csv, json, sqlite: all tables.",
            DefaultValueFactory = _ => CohortFormat.Csv,
        };
        Option<string> scenario = new("--scenario") { Description = "The scenario that the county lives through.", HelpName = "NAME", DefaultValueFactory = _ => "baseline-2019" };
        Option<int> codes = NumberOption.Create<int>("--codes", 1900, 2100, null, "Write all returns with the codes of this collection year, 2014 to 2025 [default: those of each day]");
        Option<int> threads = NumberOption.Create<int>("--threads", 1, 256, null, "Threads; the bytes do not depend on it [default: one for each processor]");
        Option<string> output = new("--out") { Description = "The folder to write to: new, empty, or with the very same cohort in it.", HelpName = "DIR", DefaultValueFactory = _ => "cohort" };
        var command = new Command("cohort", "Write synthetic children for research: simulated histories in the formats of the field. No record is of a real person.")
        {
            children, county, inCare, asOf, history, seed, format, scenario, codes, threads, output,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(children) is null == result.GetValue(county) is false)
            {
                result.AddError("Say how many: either --children N or --county.");
            }
        });
        command.SetAction(parsed =>
        {
            CohortFormat asked = parsed.GetValue(format);
            int? Given(Option<int> option) => parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option) : null;
            return run(new CohortAsked(
                new CohortOrder
                {
                    Request = new CohortRequest
                    {
                        Children = Given(children),
                        InCare = Given(inCare),
                        Population = asked == CohortFormat.Ssda903 ? CohortPopulation.LookedAfter : CohortPopulation.All,
                        AsOf = parsed.GetValue(asOf) ?? new DateOnly(2024, 3, 31),
                        History = parsed.GetValue(history),
                        Seed = parsed.GetValue(seed),
                    },
                    Format = asked,
                    Scenario = parsed.GetValue(scenario)!,
                    Codes = Given(codes),
                },
                Given(threads) ?? Environment.ProcessorCount,
                parsed.GetValue(output)!));
        });
        return command;
    }
}

/// <summary>What was asked of <c>kent cohort</c>.</summary>
/// <param name="Order">The cohort.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Out">The folder to write to.</param>
internal sealed record CohortAsked(CohortOrder Order, int Threads, string Out);
