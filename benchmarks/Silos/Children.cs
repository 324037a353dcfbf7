using System.Runtime.InteropServices;

namespace KentSufficiency.Silos;

/// <summary>The processor time of processes that this one has started and that have ended. Linux and macOS only.</summary>
internal static partial class Children
{
    private const int OfChildren = -1;

    public static unsafe double ProcessorSeconds()
    {
        if (!OperatingSystem.IsLinux())
        {
            return double.NaN;
        }

        long* usage = stackalloc long[32];
        return GetUsage(OfChildren, usage) == 0 ? usage[0] + usage[2] + (1e-6 * (usage[1] + usage[3])) : double.NaN;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int GetUsage(int who, long* usage);
}
