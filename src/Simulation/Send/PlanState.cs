using System.Runtime.InteropServices;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Send;

/// <summary>How far a request for an education, health and care plan has come.</summary>
public enum PlanStage : byte
{
    /// <summary>The slot is free.</summary>
    None,

    /// <summary>Asked for; the decision whether to assess is awaited.</summary>
    Asked,

    /// <summary>To be assessed; waits for an educational psychologist.</summary>
    Queued,

    /// <summary>The psychologist and the other advisers write their advice.</summary>
    Advised,

    /// <summary>All advice is there; waits for a caseworker to draft the plan.</summary>
    Ready,

    /// <summary>A draft is with the parents and schools.</summary>
    Drafted,

    /// <summary>There is a plan: reviewed every year until it ceases.</summary>
    Issued,
}

/// <summary>
/// One request, or one plan until the 25th birthday. Days count from the start of the run; what has not happened is <see cref="Never"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct PlanState
{
    /// <summary>Not a resident under 18.</summary>
    public const int NoChild = -1;

    /// <summary>A day that has not come.</summary>
    public const int Never = int.MinValue;

    /// <summary>The child's address, by which the luck of the plan is drawn.</summary>
    public ulong Id;

    /// <summary>Where the engine keeps the child, or <see cref="NoChild"/> from 18 on.</summary>
    public int Child;

    /// <summary>Date of birth.</summary>
    public int BirthDay;

    /// <summary>The day of the request.</summary>
    public int AskedDay;

    /// <summary>The day on which it was decided to assess: the place in the psychologists' queue.</summary>
    public int DecidedDay;

    /// <summary>The day on which all advice was there: the place in the caseworkers' queue.</summary>
    public int AdvisedDay;

    /// <summary>The day of the final plan.</summary>
    public int IssuedDay;

    /// <summary>The day of the decision, the advice, the final plan or the annual review, whichever is next; never in a queue.</summary>
    public int NextDay;

    /// <summary>Which user of the slot this is; tells old entries of a queue from new ones.</summary>
    public int Serial;

    /// <summary>The lot that orders equals.</summary>
    public uint Lot;

    /// <summary>How much support is needed, in 65,536ths: the share of all children with a plan who need less.</summary>
    public ushort Severity;

    /// <summary>The ordinal of <see cref="County.Process.PlanPlacement"/>: how often a place, or an end, was decided.</summary>
    public ushort Uses;

    /// <summary>Number of the child's request, by which the luck of the assessment is drawn.</summary>
    public byte Request;

    /// <summary>District of the home, 0 to 11.</summary>
    public byte District;

    /// <summary>The area team that has the case.</summary>
    public byte Team;

    /// <summary>Kind of need, 1 to 4 (see <see cref="PlanNeed"/>).</summary>
    public byte Need;

    /// <summary>How far it has come.</summary>
    public PlanStage Stage;

    /// <summary>Where the child is educated.</summary>
    public Setting Setting;

    /// <summary>Whether the child waits for the answer to a request.</summary>
    public readonly bool IsOpen => Stage is > PlanStage.None and < PlanStage.Issued;
}

/// <summary>Kinds of need, as resource provisions and special schools are designated. 0 is no plan.</summary>
public static class PlanNeed
{
    /// <summary>Kinds, and none.</summary>
    public const int Count = 5;

    /// <summary>Autistic spectrum.</summary>
    public const byte Autism = 1;

    /// <summary>Behavioural, emotional and social; mental health.</summary>
    public const byte Behaviour = 2;

    /// <summary>Speech, language and communication.</summary>
    public const byte Speech = 3;

    /// <summary>Learning, physical and sensory.</summary>
    public const byte Learning = 4;
}

/// <summary>The four teams that keep the cases, after the areas of the districts.</summary>
public static class SendTeams
{
    /// <summary>East, North, South and West, in this order.</summary>
    public const int Count = 4;
}
