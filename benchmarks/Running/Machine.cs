using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Environments;
using KentSufficiency.Benchmarks.Compare;

namespace KentSufficiency.Benchmarks.Running;

/// <summary>What is told of the machine: nothing that names it.</summary>
internal static class Machine
{
    private const string LoadFile = "/proc/loadavg";

    public static MachineFacts Facts() => new(
        HostEnvironmentInfo.GetCurrent().CpuInfo.Value?.ProcessorName?.Trim() is { Length: > 0 } name ? name : "unknown processor",
        Environment.ProcessorCount,
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
        RuntimeInformation.FrameworkDescription,
        OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "another system");

    /// <summary>Programs that wanted a core, over the last minute.</summary>
    public static double? Load() =>
        File.Exists(LoadFile) && double.TryParse(File.ReadAllText(LoadFile).Split(' ')[0], CultureInfo.InvariantCulture, out double load) ? load : null;
}
