using System.Runtime.InteropServices;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Residents;

/// <summary>What else is known of a resident child.</summary>
[Flags]
public enum ResidentFacts : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Lives in Kent; without it the child has moved away, or has never been.</summary>
    Present = 1,

    /// <summary>Has an education, health and care plan.</summary>
    HasPlan = 2,

    /// <summary>A plan has been asked for, and the answer is awaited.</summary>
    PlanAsked = 4,

    /// <summary>Holds the place at the school because a plan names it: within or above its number.</summary>
    Named = 8,

    /// <summary>The same of the place from next September.</summary>
    NamedNext = 16,
}

/// <summary>
/// All that the model knows of one child of Kent as a resident and pupil: 32 bytes, one half of a cache line. Days count from the start of the
/// run. What never changes about a child and is rarely asked (ability, faith, luck at the school gate) is drawn from the address when asked.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct ResidentState
{
    /// <summary>On the roll of no school.</summary>
    public const ushort NoSchool = ushort.MaxValue;

    /// <summary>Address, by which the child's luck is drawn.</summary>
    public ulong Id;

    /// <summary>Date of birth.</summary>
    public int BirthDay;

    /// <summary>One more than the place among those who may enter care; 0 for others. What changes about them is noted for the care side.</summary>
    public int Known;

    /// <summary>Planning area of the home.</summary>
    public ushort Area;

    /// <summary>The school on whose roll the child is, by index, or <see cref="NoSchool"/>.</summary>
    public ushort School;

    /// <summary>The school that has offered a place from next September, or <see cref="NoSchool"/>.</summary>
    public ushort Offer;

    /// <summary>Yes-or-no facts.</summary>
    public ResidentFacts Facts;

    /// <summary>Where in the area's square the home lies, -127 west to 127 east.</summary>
    public sbyte East;

    /// <summary>Where in the area's square the home lies, -127 south to 127 north.</summary>
    public sbyte North;

    /// <summary>Cohort (see <see cref="SchoolCalendar"/>).</summary>
    public sbyte Cohort;

    /// <summary>Where the child is educated.</summary>
    public Setting Setting;

    /// <summary>Kind of special educational need of a plan (see Send), 0 without one.</summary>
    public byte Need;

    /// <summary>Candidate events so far: the ordinal of <see cref="County.Process.Residence"/>.</summary>
    public byte Uses;

    /// <summary>Applications outside the rounds so far: the ordinal of <see cref="County.Process.InYear"/>.</summary>
    public byte Applications;

    /// <summary>Where the child is educated from next September, if that is settled; else None.</summary>
    public Setting NextSetting;

    /// <summary>Whether a fact holds.</summary>
    public readonly bool Is(ResidentFacts fact) => (Facts & fact) != 0;

    /// <summary>Sets or clears a fact.</summary>
    public void Set(ResidentFacts fact, bool on) => Facts = on ? Facts | fact : Facts & ~fact;

    /// <summary>The home, hundredths of a mile east of the origin.</summary>
    public readonly int EastIn(PlanningArea area) => area.East + (East * area.HalfWidth / 127);

    /// <summary>The home, hundredths of a mile north of the origin.</summary>
    public readonly int NorthIn(PlanningArea area) => area.North + (North * area.HalfWidth / 127);
}
