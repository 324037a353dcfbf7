using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Grains.Experiments;

/// <summary>What a silo computes with. Silos of one cluster may be of different versions or have other data while it is being upgraded.</summary>
/// <param name="Version">The version of the program.</param>
/// <param name="DataHash">A fingerprint of all data files and their names.</param>
public sealed record ModelIdentity(string Version, string DataHash)
{
    /// <summary>The identity of this program and the data beside it. Reads every data file.</summary>
    /// <exception cref="DirectoryNotFoundException">There are no data.</exception>
    public static ModelIdentity OfProgram() => new(VersionOfProgram, HashOf(DataFolder.Locate()));

    /// <summary>The program's version.</summary>
    public static string VersionOfProgram { get; } =
        typeof(Experiment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Why this silo must not compute an experiment; null where it may.</summary>
    public string? Refuses(ExperimentSpec spec)
    {
        if (spec.Version != Version)
        {
            return $"it runs version {Version} and the experiment is of version {spec.Version}";
        }

        return spec.DataHash == DataHash
            ? null
            : $"its data ({Short(DataHash)}) are not those of the experiment ({Short(spec.DataHash)})";
    }

    private static string Short(string hash) => hash[..Math.Min(12, hash.Length)];

    private static string HashOf(string directory)
    {
        IEnumerable<string> lines = InputFiles.Under(directory, "data").Select(file => $"{file.Sha256} {file.File}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
