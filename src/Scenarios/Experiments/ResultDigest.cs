using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Experiments;

/// <summary>
/// The fingerprint of an experiment: SHA-256 over, for each scenario in the given order, its name, measures, dates and number of
/// replications, and then the results of each replication in order of number as little-endian 64-bit integers (numerator,
/// denominator). Where there are measures of census dates only, the domain is another, and the dates are followed by how many of the measures,
/// from the last, are recorded on which of the dates only. Texts and lists are preceded by their length, so that no two experiments spell the same
/// bytes. Equal for any number of threads and any engine; independent of the version of the program and of the machine.
/// </summary>
public static class ResultDigest
{
    private const string Domain = "KentSufficiency results 1";
    private const string DomainWithCensus = "KentSufficiency results 2";

    internal static string Of(IReadOnlyList<ScenarioResults> scenarios)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, scenarios.Any(HasCensus) ? DomainWithCensus : Domain);
        Append(hash, scenarios.Count);
        foreach (ScenarioResults scenario in scenarios)
        {
            AppendHeading(hash, scenario);
            scenario.ReadAll(hash.AppendData);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AppendHeading(IncrementalHash hash, ScenarioResults scenario)
    {
        Append(hash, scenario.Name);
        Append(hash, scenario.Measures.Count);
        foreach (MeasureDefinition measure in scenario.Measures)
        {
            Append(hash, measure.Id);
            Append(hash, measure.Geography);
        }

        Append(hash, scenario.Dates.Count);
        foreach (DateOnly date in scenario.Dates)
        {
            Append(hash, date.DayNumber);
        }

        if (HasCensus(scenario))
        {
            AppendCensus(hash, scenario.Layout);
        }

        Append(hash, scenario.Replications);
    }

    private static bool HasCensus(ScenarioResults scenario) => scenario.Layout.CensusMeasures > 0;

    private static void AppendCensus(IncrementalHash hash, RecordLayout layout)
    {
        Append(hash, layout.CensusMeasures);
        Append(hash, layout.CensusDates.Length);
        foreach (int date in layout.CensusDates)
        {
            Append(hash, date);
        }
    }

    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
