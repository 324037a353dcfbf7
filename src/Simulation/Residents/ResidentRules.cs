using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Residents;

/// <summary>What a candidate event of a resident turned out to be.</summary>
public enum Happening : byte
{
    /// <summary>Nothing: the candidate was not realised.</summary>
    Nothing,

    /// <summary>The child leaves Kent.</summary>
    LeavesKent,

    /// <summary>The child moves to another planning area.</summary>
    MovesHome,

    /// <summary>From a state school to an independent one, or from there back.</summary>
    ChangesIndependent,

    /// <summary>From school to education at home, or from there back.</summary>
    ChangesHome,

    /// <summary>A plan is asked for.</summary>
    AsksForPlan,
}

/// <summary>
/// How a resident child lives when nobody else is concerned. Every child has candidate events at one constant rate; the block of each
/// decides by one word what it is, so that a higher rate of anything makes more candidates real and moves none.
/// </summary>
public static class ResidentRules
{
    private const double DaysAYear = 365.25;
    private const int DaysInFourYears = 1461;

    /// <summary>Days from one candidate to the next: exponential, at the constant rate of candidates.</summary>
    /// <param name="luck">The blocks of <see cref="Process.Residence"/> that decide them.</param>
    /// <param name="days">Receives the days, 1 or more; as many as there are blocks.</param>
    public static void Gaps(ReadOnlySpan<RandomBlock> luck, Span<int> days)
    {
        Span<double> left = stackalloc double[LogVector.Lanes];
        for (int first = 0; first < luck.Length; first += LogVector.Lanes)
        {
            ReadOnlySpan<RandomBlock> some = luck[first..Math.Min(luck.Length, first + LogVector.Lanes)];
            for (int i = 0; i < some.Length; i++)
            {
                left[i] = 1 - RandomBlock.Uniform(some[i].C);
            }

            Vector512<double> gap = -LogVector.Log(Vector512.Create<double>(left)) * (DaysAYear / ResidentRates.CandidatesAYear);
            gap.CopyTo(left);
            for (int i = 0; i < some.Length; i++)
            {
                days[first + i] = 1 + (int)left[i];
            }
        }
    }

    /// <summary>Age in completed years, of 365.25 days each.</summary>
    public static int AgeOn(int birthDay, int day) => (day - birthDay) * 4 / DaysInFourYears;

    /// <summary>A candidate's day has come: what it is, and where the child moves, the new home.</summary>
    /// <param name="child">The child.</param>
    /// <param name="luck">The block of <see cref="Process.Residence"/> at the child's uses.</param>
    /// <param name="day">Today.</param>
    /// <param name="district">The district of the child's home.</param>
    /// <param name="rates">Rates in force.</param>
    /// <param name="planShare">Yearly rate at which a plan is asked for, for a child of this age and district.</param>
    public static Happening Wake(
        ref ResidentState child, in RandomBlock luck, int day, int district, ResidentRates rates, double planShare)
    {
        double u = luck.UniformA;
        if (u > AsksAbove(planShare))
        {
            return child.Is(ResidentFacts.HasPlan | ResidentFacts.PlanAsked) ? Happening.Nothing : Happening.AsksForPlan;
        }

        int band = ResidentRates.BandOf(AgeOn(child.BirthDay, day));
        ReadOnlySpan<double> shares = rates.SharesOf(district, band, ResidentRates.SectorOf(child.Setting));
        if (u >= shares[3])
        {
            return Happening.Nothing;
        }

        if (u < shares[0])
        {
            return Happening.LeavesKent;
        }

        if (u < shares[1])
        {
            int area = rates.MoveTo[district].Sample(luck.B);
            if (area == child.Area)
            {
                return Happening.Nothing;
            }

            child.Area = (ushort)area;
            Settle(ref child, luck.D);
            return Happening.MovesHome;
        }

        return u < shares[2] ? Happening.ChangesIndependent : Happening.ChangesHome;
    }

    /// <summary>The uniform above which a candidate is a request for a plan.</summary>
    internal static double AsksAbove(double planShare) => 1 - (planShare / ResidentRates.CandidatesAYear);

    /// <summary>A child is born, or moves in: who and where it is follows from the address.</summary>
    /// <param name="id">The address.</param>
    /// <param name="district">District of a birth or migrant.</param>
    /// <param name="area">Planning area of a named site, or -1.</param>
    /// <param name="luck">The block of <see cref="Process.ResidentCharacter"/> at 0.</param>
    /// <param name="day">Today.</param>
    /// <param name="rates">Rates in force.</param>
    /// <param name="calendar">Academic years.</param>
    public static ResidentState Arrive(
        ulong id, int district, int area, in RandomBlock luck, int day, ResidentRates rates, SchoolCalendar calendar)
    {
        EntityKind kind = EntityId.Kind(id);
        int birth = kind == EntityKind.BornResident ? day : day - AgeInDays(rates.ArrivalAge[AgeTableOf(kind)].Sample(luck.A), luck.C);
        int cohort = calendar.CohortOf(birth);
        var child = new ResidentState
        {
            Id = id,
            BirthDay = birth,
            Area = (ushort)(area >= 0 ? area : rates.FirstArea[district] + rates.AreaOf[district].Sample(luck.B)),
            School = ResidentState.NoSchool,
            Offer = ResidentState.NoSchool,
            Facts = ResidentFacts.Present,
            Cohort = (sbyte)cohort,
            Uses = 1,
        };
        Settle(ref child, luck.D);
        return child;
    }

    private static void Settle(ref ResidentState child, uint word)
    {
        child.East = (sbyte)(((int)(word & 0xFF) * 254 / 255) - 127);
        child.North = (sbyte)(((int)((word >> 8) & 0xFF) * 254 / 255) - 127);
    }

    private static int AgeInDays(int years, uint word) => (int)((years + RandomBlock.Uniform(word)) * DaysAYear);

    private static int AgeTableOf(EntityKind kind) => kind switch
    {
        EntityKind.LondonMigrant => 0,
        EntityKind.HomeMigrant => 1,
        EntityKind.ForeignMigrant => 2,
        EntityKind.RefugeeChild => 3,
        _ => 4,
    };
}
