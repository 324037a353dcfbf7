using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>Where a placement lies that began before the start.</summary>
internal static class PlacementPoint
{
    /// <summary>Notes the point of a household; the homes of a pool have none, so one drawn in its area stands for it.</summary>
    public static void Note(ref PupilInCare pupil, in ChildState child, HomeRegister register, KentMap map, DrawKey key)
    {
        if (child.Home == ChildState.NoHome)
        {
            return;
        }

        ref readonly Home home = ref register[child.Home];
        pupil.HasPoint = true;
        (pupil.East, pupil.North) = (home.East, home.North);
        if (!home.IsHousehold)
        {
            RandomBlock luck = new Draws(key, child.Id).For(Process.CareSchool, child.PlacementUses);
            (pupil.East, pupil.North) = map.PointIn(map.PlaceIn(home.Area, luck.UniformB), luck.UniformC, luck.UniformD);
        }
    }
}
