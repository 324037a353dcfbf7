using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Residents;

/// <summary>Which sector a child starts in, at Reception and at 11.</summary>
public static class SectorRules
{
    /// <summary>The block of <see cref="Process.ResidentCharacter"/> that decides on the sector.</summary>
    internal const int SectorBlock = 1;

    /// <summary>
    /// Whether a child is educated outside the state schools from the next September on, so that it does not take part in a round. At a
    /// higher share the same children and more go to independent schools.
    /// </summary>
    /// <param name="child">The child.</param>
    /// <param name="entryYear">0, 3 or 7.</param>
    /// <param name="district">Home district.</param>
    /// <param name="key">Seed and replication.</param>
    /// <param name="rates">Rates in force.</param>
    public static bool StaysOut(in ResidentState child, int entryYear, int district, DrawKey key, ResidentRates rates) =>
        NextSector(child, entryYear, district, key, rates) is Setting.Independent or Setting.HomeEducated;

    /// <summary>The same, for a caller who has made the draws of many in a block.</summary>
    internal static bool StaysOut(in ResidentState child, int entryYear, int district, in RandomBlock luck, ResidentRates rates) =>
        NextSector(child, entryYear, district, luck, rates) is Setting.Independent or Setting.HomeEducated;

    /// <summary>The setting from the next September on, as far as the family decides: Waiting stands for a state school.</summary>
    public static Setting NextSector(in ResidentState child, int entryYear, int district, DrawKey key, ResidentRates rates)
    {
        RandomBlock luck = new Draws(key, child.Id).For(Process.ResidentCharacter, SectorBlock);
        return NextSector(child, entryYear, district, luck, rates);
    }

    /// <summary>The same, for a caller who has made the draws of many in a block.</summary>
    internal static Setting NextSector(in ResidentState child, int entryYear, int district, in RandomBlock luck, ResidentRates rates) =>
        (entryYear, child.Setting) switch
        {
            (0, _) => luck.UniformA < rates.IndependentInPrimary[district] ? Setting.Independent
                : luck.UniformB < rates.HomeEducatedAtReception ? Setting.HomeEducated
                : Setting.Waiting,
            (7, Setting.Independent) => luck.UniformC < rates.IndependentStays ? Setting.Independent : Setting.Waiting,
            (7, Setting.Mainstream or Setting.Waiting) => luck.UniformD < rates.IndependentAtEleven[district] ? Setting.Independent : Setting.Waiting,
            (_, Setting.Independent or Setting.HomeEducated) => child.Setting,
            _ => Setting.Waiting,
        };

    /// <summary>Whether a child of school age who moves in goes to an independent school.</summary>
    public static bool ComesToIndependent(ulong id, int year, int district, DrawKey key, ResidentRates rates) =>
        ComesToIndependent(year, district, new Draws(key, id).For(Process.ResidentCharacter, SectorBlock), rates);

    /// <summary>The same, for a caller who has made the draws of many in a block.</summary>
    internal static bool ComesToIndependent(int year, int district, in RandomBlock luck, ResidentRates rates)
    {
        double share = year < 7 ? rates.IndependentInPrimary[district] : rates.IndependentInSecondary[district];
        return luck.UniformA < share;
    }
}
