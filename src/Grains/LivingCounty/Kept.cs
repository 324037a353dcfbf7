namespace KentSufficiency.Grains.LivingCounty;

/// <summary>An entity's state at the end of a day on which it changed.</summary>
/// <typeparam name="T">The state.</typeparam>
/// <param name="Day">The day, counted from the start.</param>
/// <param name="State">The state.</param>
[GenerateSerializer]
[Alias("kent.VersionOf`1")]
public readonly record struct VersionOf<T>([property: Id(0)] int Day, [property: Id(1)] T State);

/// <summary>
/// A stored record: the state after the latest change and after the one before. The county writes its marker, the last whole day, after
/// every grain that changed on that day has stored its record; so, whenever the process dies, one of the two versions is that of the marker.
/// </summary>
/// <typeparam name="T">The state.</typeparam>
[GenerateSerializer]
[Alias("kent.Kept`1")]
public sealed class Kept<T>
{
    /// <summary>The form of the records that this version of the program writes, and the only one it reads.</summary>
    public const int PresentForm = 1;

    /// <summary>The form of this record; 0 where nothing is stored yet.</summary>
    [Id(0)]
    public int Form { get; set; }

    /// <summary>At most two versions, the newer first.</summary>
    [Id(1)]
    public VersionOf<T>[] Versions { get; set; } = [];

    /// <summary>The newest version not later than a marker, if there is one.</summary>
    /// <param name="marker">The last whole day.</param>
    public VersionOf<T>? At(int marker)
    {
        foreach (VersionOf<T> version in Versions)
        {
            if (version.Day <= marker)
            {
                return version;
            }
        }

        return null;
    }

    /// <summary>Puts the state of a day in front; of the others, the one that a restart before the end of this day would need stays.</summary>
    /// <param name="day">The day that is being lived.</param>
    /// <param name="state">The state.</param>
    public void Put(int day, T state) =>
        Versions = At(day - 1) is VersionOf<T> before ? [new VersionOf<T>(day, state), before] : [new VersionOf<T>(day, state)];

    /// <summary>Refuses a record of another form.</summary>
    /// <param name="key">The grain's key, for the message.</param>
    /// <param name="exists">Whether a record is stored.</param>
    /// <exception cref="InvalidDataException">The record is not of the present form.</exception>
    public void Require(string key, bool exists)
    {
        if (exists && Form != PresentForm)
        {
            throw new InvalidDataException(
                $"The stored state of {key} has form {Form}; this version of the program reads form {PresentForm} only. Use the version that wrote it.");
        }

        if (exists && (Versions.Length is 0 or > 2 || (Versions.Length == 2 && Versions[0].Day <= Versions[1].Day)))
        {
            throw new InvalidDataException($"The stored state of {key} is damaged: its versions are not in order.");
        }

        Form = PresentForm;
    }
}
