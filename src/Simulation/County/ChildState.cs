using System.Runtime.InteropServices;

namespace KentSufficiency.Simulation.County;

/// <summary>
/// All that the model knows of one child: an unmanaged record of fixed size. The kernel keeps an array of them, an actor keeps one.
/// Days count from the start of the run; <see cref="Never"/> stands for no day.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct ChildState
{
    /// <summary>No such day.</summary>
    public const int Never = int.MaxValue;

    /// <summary>No home.</summary>
    public const int NoHome = -1;

    /// <summary>Address, by which the child's luck is drawn.</summary>
    public ulong Id;

    /// <summary>The day of the next event; <see cref="Never"/> while only others can cause one.</summary>
    public int NextDay;

    /// <summary>Date of birth.</summary>
    public int BirthDay;

    /// <summary>The day the present phase began; for a looked-after child, of entering care.</summary>
    public int PhaseDay;

    /// <summary>The day the present phase ends as things stand.</summary>
    public int PhaseEndDay;

    /// <summary>Start of the present placement.</summary>
    public int PlacementDay;

    /// <summary>The day the present placement is due to end; <see cref="Never"/> while a move is already sought.</summary>
    public int PlacementEndDay;

    /// <summary>Start of the placement before the present one.</summary>
    public int PreviousPlacementDay;

    /// <summary>Next change of legal status, or of an adoption plan the day of moving in with adopters.</summary>
    public int LegalDay;

    /// <summary>Since when a home is sought; <see cref="Never"/> when none is.</summary>
    public int RequestDay;

    /// <summary>The day of the latest referral.</summary>
    public int LastReferralDay;

    /// <summary>Index of the present home in the placement service's register, or <see cref="NoHome"/>.</summary>
    public int Home;

    /// <summary>Days looked after since the 14th birthday in earlier episodes.</summary>
    public int EarlierCareSince14;

    /// <summary>Home point, miles east of the origin, in hundredths.</summary>
    public short East;

    /// <summary>Home point, miles north of the origin, in hundredths.</summary>
    public short North;

    /// <summary>Hundredths of a mile from the child's own home to the present one; 0 where that is not known.</summary>
    public ushort Miles;

    /// <summary>Uses of <see cref="Process.FrontDoor"/>.</summary>
    public ushort FrontDoorUses;

    /// <summary>Uses of <see cref="Process.Placement"/>: placements so far.</summary>
    public ushort PlacementUses;

    /// <summary>Uses of <see cref="Process.Offer"/>.</summary>
    public ushort OfferUses;

    /// <summary>Placements within the present episode of care.</summary>
    public ushort PlacementsThisEpisode;

    /// <summary>Yes-or-no facts.</summary>
    public ChildFacts Facts;

    /// <summary>Uses of <see cref="Process.CareCourse"/>: episodes of care so far.</summary>
    public byte Episodes;

    /// <summary>Where the child stands.</summary>
    public Phase Phase;

    /// <summary>Home district, 0 to 11.</summary>
    public byte District;

    /// <summary>Category of need.</summary>
    public NeedCode Need;

    /// <summary>Level of need, 0 standard to 3 complex.</summary>
    public byte NeedLevel;

    /// <summary>Legal status.</summary>
    public LegalStatus Legal;

    /// <summary>Permanence plan.</summary>
    public CarePlan Plan;

    /// <summary>Kind of the present home.</summary>
    public HomeKind Place;

    /// <summary>Quality of the match, 0 poor to 3 good.</summary>
    public byte MatchQuality;

    /// <summary>Children in the sibling group that is to stay together; 1 for a child alone.</summary>
    public byte GroupSize;

    /// <summary>Whether a fact holds.</summary>
    public readonly bool Is(ChildFacts fact) => (Facts & fact) != 0;

    /// <summary>Sets or clears a fact.</summary>
    public void Set(ChildFacts fact, bool on) => Facts = on ? Facts | fact : Facts & ~fact;

    /// <summary>Age in days on a day.</summary>
    public readonly int AgeOn(int day) => day - BirthDay;
}
