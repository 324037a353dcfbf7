namespace KentSufficiency.Silo;

/// <summary>Where a silo on its own keeps its state on this machine.</summary>
public static class StateFolder
{
    /// <summary>The user's folder for it: <c>~/.local/share/kent</c> on Linux (or below <c>XDG_DATA_HOME</c>), elsewhere what the system has for such things.</summary>
    public static string Usual => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "kent");

    /// <summary>The SQLite file in a folder.</summary>
    /// <param name="folder">The folder; <see cref="Usual"/> where null.</param>
    public static string File(string? folder = null) => Path.GetFullPath(Path.Combine(folder ?? Usual, "kent.db"));
}
