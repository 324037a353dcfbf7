using System.Runtime.InteropServices;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Supply;

/// <summary>Whether a school is there.</summary>
public enum SchoolStanding : byte
{
    /// <summary>It has not opened yet.</summary>
    NotOpen,

    /// <summary>It admits and teaches.</summary>
    Open,

    /// <summary>It admits nobody more and will close.</summary>
    Closing,

    /// <summary>It is closed.</summary>
    Closed,
}

/// <summary>What changes about a school apart from its rolls and places.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct SchoolStatus
{
    /// <summary>Of <see cref="StopsCohort"/>: it admits as ever.</summary>
    public const int AdmitsAll = int.MaxValue;

    /// <summary>
    /// The confidence of parents: what is added to the liking of the school beside its grade (a natural logarithm; 0 as on the start).
    /// </summary>
    public double Confidence;

    /// <summary>The day of the next inspection, or of the conversion of an inadequate school.</summary>
    public int NextDay;

    /// <summary>The first cohort that it no longer admits, or <see cref="AdmitsAll"/>.</summary>
    public int StopsCohort;

    /// <summary>The academic year in whose September it begins to close; -1 for none.</summary>
    public short ClosesYear;

    /// <summary>Inspections so far: the ordinal of <see cref="County.Process.Inspection"/>.</summary>
    public ushort Inspections;

    /// <summary>The grade of the latest inspection.</summary>
    public Grade Grade;

    /// <summary>Who sets its admission arrangements.</summary>
    public SchoolAuthority Authority;

    /// <summary>Whether it is there.</summary>
    public SchoolStanding Standing;

    /// <summary>Years in a row in which it has run a deficit.</summary>
    public byte DeficitYears;

    /// <summary>The grade at the last yearly review, so that a review notices a fall.</summary>
    public Grade ReviewedGrade;

    /// <summary>A school on the start of a run.</summary>
    public static SchoolStatus Of(School school, bool open) => new()
    {
        NextDay = SchemeState.Never,
        StopsCohort = AdmitsAll,
        ClosesYear = -1,
        Grade = school.Grade,
        ReviewedGrade = school.Grade,
        Authority = school.Authority,
        Standing = open ? SchoolStanding.Open : SchoolStanding.NotOpen,
    };

    /// <summary>Whether it admits children of a cohort.</summary>
    public readonly bool Admits(int cohort) => Standing is SchoolStanding.Open or SchoolStanding.Closing && cohort < StopsCohort;
}
