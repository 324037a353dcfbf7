using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// The fingerprint of a living county: SHA-256 over that of the day before, the lines of the day's events and what was measured. Two counties with
/// the same fingerprint have had the same days.
/// </summary>
internal static class DayDigest
{
    /// <summary>The fingerprint after a day.</summary>
    /// <param name="before">That of the day before; empty for the first.</param>
    /// <param name="scenario">The scenario's name, as in the event log.</param>
    /// <param name="day">What happened.</param>
    /// <param name="measured">What was measured.</param>
    public static string After(string before, string scenario, DayPage day, ReadOnlySpan<long> measured)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(before));
        var lines = new ArrayBufferWriter<byte>(64 * Math.Max(1, day.Events.Length));
        using var writer = new EventLines();
        foreach (Simulation.County.EventRecord happened in day.Events)
        {
            writer.Write(scenario, happened, lines);
        }

        hash.AppendData(lines.WrittenSpan);
        hash.AppendData(MemoryMarshal.AsBytes(measured));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
