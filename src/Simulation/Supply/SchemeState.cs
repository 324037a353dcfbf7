using System.Runtime.InteropServices;

namespace KentSufficiency.Simulation.Supply;

/// <summary>How a scheme goes: the changing half. Days are those of the run, years are academic years.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct SchemeState
{
    /// <summary>Of <see cref="OpenYear"/>: its places have not been offered for any year.</summary>
    public const short NotOffered = -1;

    /// <summary>Never.</summary>
    public const int Never = int.MaxValue;

    /// <summary>The next day on which <see cref="SchemeRules.Wake"/> has something to do.</summary>
    public int NextDay;

    /// <summary>The day on which the stage ends.</summary>
    public int StageEnds;

    /// <summary>Capital cost by the latest estimate, in pence.</summary>
    public long CapitalPence;

    /// <summary>Of it paid so far, in pence.</summary>
    public long PaidPence;

    /// <summary>Places by the latest decision; a new school may open at half its size.</summary>
    public short Places;

    /// <summary>The year from which its places are offered and hold, or <see cref="NotOffered"/>.</summary>
    public short OpenYear;

    /// <summary>The year whose places are settled next.</summary>
    public short SettleYear;

    /// <summary>The stage.</summary>
    public SchemeStage Stage;

    /// <summary>Why it was given up.</summary>
    public SchemeFailure Failure;

    /// <summary>Times it has gone back to committee.</summary>
    public byte Returns;

    /// <summary>Septembers by which it is late.</summary>
    public byte LateYears;

    /// <summary>Septembers in which temporary places stood in for it.</summary>
    public byte CoveredYears;

    /// <summary>Years of growth funding paid.</summary>
    public byte GrowthYears;

    /// <summary>Whether committee has held it for a year because of standards at the school.</summary>
    public bool Held;

    /// <summary>Whether a September it was planned for has been settled without it: a stand-in has been looked for.</summary>
    public bool Settled;

    /// <summary>Whether a decision to go ahead has been taken.</summary>
    public bool Decided;

    /// <summary>Whether it may still need something: it is neither over nor given up.</summary>
    public readonly bool UnderWay => Stage < SchemeStage.Open;

    /// <summary>Whether its places are there: from the first September on which they hold.</summary>
    public readonly bool IsOpen => OpenYear >= 0 && Stage is (SchemeStage.Open or SchemeStage.Ended);
}
