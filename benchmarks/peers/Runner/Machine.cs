using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KentSufficiency.Peers.Runner;

/// <summary>What is told of the machine, which stays nameless, and the one core that all contestants are kept to.</summary>
internal static class Machine
{
    /// <summary>Keeps this process, and with it all that it starts, to the last core it may use.</summary>
    /// <returns>Whether the system allows it.</returns>
    public static bool KeepToOneCore()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
        {
            return false;
        }

        using var self = Process.GetCurrentProcess();
        ulong allowed = (ulong)self.ProcessorAffinity;
        self.ProcessorAffinity = (nint)(1UL << (63 - System.Numerics.BitOperations.LeadingZeroCount(allowed)));
        return true;
    }

    /// <summary>Processor, cores, system and runtime.</summary>
    public static string Describe(int cores) =>
        $"{Processor()}, {cores} virtual cores; {RuntimeInformation.OSDescription.Split('#')[0].Trim()}; {RuntimeInformation.FrameworkDescription}";

    /// <summary>The load average of the last minute, or nothing where the system has none.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";

    private static string Processor()
    {
        string? line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
