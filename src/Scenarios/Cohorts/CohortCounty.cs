using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>
/// The county that a cohort is taken from. It is that of a scenario, with the values of the data, from the first day of its lead-in on. Returns of earlier years are those of
/// the same county moved back in time, without schools, of which nothing is known then.
/// </summary>
internal static class CohortCounty
{
    /// <summary>The scenario that nobody has to name.</summary>
    public const string Usual = "baseline-2019";

    private const int MostYears = 30;

    /// <summary>Compiles the county, to end on the last day of the cohort.</summary>
    /// <exception cref="CohortException">The county does not live on the days asked for.</exception>
    public static CountyParameters Compile(CohortOrder order, CountyBuilder builder, ScenarioLibrary library)
    {
        Scenario scenario = library.Load(order.Scenario);
        if (scenario.IsValidation)
        {
            throw new CohortException($"{scenario.Name} checks the model and is no county: choose a strategy, or leave --scenario out.");
        }

        CohortRequest request = order.Request;
        DateOnly first = scenario.Start.AddMonths(-12);
        if (request.From >= first && request.AsOf >= scenario.Start)
        {
            return request.AsOf <= scenario.Start.AddYears(MostYears)
                ? builder.BuildUntil(scenario, request.AsOf)
                : throw new CohortException($"--as-of {Text(request.AsOf)} is more than {MostYears} years after {scenario.Name} begins ({Text(scenario.Start)}).");
        }

        if (request.Population == CohortPopulation.All || order.Scenario != Usual)
        {
            throw new CohortException(
                $"{scenario.Name} is known from {Text(first)}, its schools from {Text(scenario.Start)}: a history from {Text(request.From)} to {Text(request.AsOf)} "
                + "is not. Choose a later --as-of or a shorter --history.");
        }

        return builder.BuildUntil(Moved(scenario, request, library), request.AsOf);
    }

    /// <summary>The county of the usual scenario, as if its first day had been the eve of the history.</summary>
    private static Scenario Moved(Scenario usual, CohortRequest request, ScenarioLibrary library)
    {
        string text = $"name: cohort\ntitle: The county of {Text(usual.Start)} on an earlier day\nsource: data/assumptions\n"
            + $"start: {Text(request.From.AddDays(-1))}\ncovers: care\n";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return library.Load([new ScenarioSource(new InputFile("cohort.yaml", hash), text)]);
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
