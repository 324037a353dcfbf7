using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>A young person at the end of Year 11.</summary>
/// <param name="School">The school of Year 11, or <see cref="ResidentState.NoSchool"/>.</param>
/// <param name="Area">Planning area of the home.</param>
/// <param name="East">Home, hundredths of a mile east of the origin.</param>
/// <param name="North">Home, hundredths of a mile north of the origin.</param>
public readonly record struct Leaver(ushort School, int Area, int East, int North);

/// <summary>What sixth forms are to one who looks for another, each by index.</summary>
public readonly ref struct SixthForms
{
    /// <summary>Schools and areas.</summary>
    public required Estate Estate { get; init; }

    /// <summary>Schools in view of each area.</summary>
    public required SchoolReach Reach { get; init; }

    /// <summary>Places left in Year 12 for those from other schools; at most 0 where there is none.</summary>
    public required ReadOnlySpan<int> Free { get; init; }

    /// <summary>How well schools are liked now at equal distance.</summary>
    public required ReadOnlySpan<double> Liking { get; init; }

    /// <summary>Latest grades.</summary>
    public required ReadOnlySpan<Grade> Grades { get; init; }
}

/// <summary>
/// Who stays at school after Year 11. Everyone takes part in education or training to 18, but not all at a school: a young person stays in the
/// own sixth form, or moves to the one liked best in reach that has a place (passing the test at eleven does not matter then), or
/// leaves for a college, an apprenticeship or work with training. Pure; whoever moves is to be asked in the order of an addressed lot.
/// </summary>
public static class StayingOn
{
    private const float MilesPerUnit = 0.01f;
    private const int Most = SchoolReach.MostSecondary + SchoolReach.MostSelective;

    /// <summary>The school of Year 12; <see cref="ResidentState.NoSchool"/> for one who leaves.</summary>
    public static ushort AfterYear11(AdmissionRates rates, in SixthForms view, in Leaver leaver, in Draws draws)
    {
        RandomBlock luck = Of(draws);
        return StaysInOwn(rates, view.Estate, leaver.School, luck) ? leaver.School
            : LooksElsewhere(rates, luck) ? Other(rates, view, leaver, draws)
            : ResidentState.NoSchool;
    }

    /// <summary>Whether one who is in Year 12 goes on to Year 13.</summary>
    public static bool AfterYear12(AdmissionRates rates, in Draws draws) => AfterYear12(rates, Of(draws));

    /// <summary>The same, for a caller who has made the draws of many in a block.</summary>
    internal static bool AfterYear12(AdmissionRates rates, in RandomBlock luck) => luck.UniformC < rates.StayingOn.Year13;

    /// <summary>Whether one stays in the sixth form of the own school, if it has one.</summary>
    internal static bool StaysInOwn(AdmissionRates rates, Estate estate, ushort own, in RandomBlock luck)
    {
        if (own == ResidentState.NoSchool)
        {
            return false;
        }

        School school = estate.Schools[own];
        return school.SixthForm && luck.UniformA < (school.Selective ? rates.StayingOn.OwnSelective : rates.StayingOn.Own);
    }

    /// <summary>Whether one who does not stay looks for another sixth form.</summary>
    internal static bool LooksElsewhere(AdmissionRates rates, in RandomBlock luck) => luck.UniformB < rates.StayingOn.Move;

    /// <summary>The sixth form liked best of those in reach that have a place, the own one apart; <see cref="ResidentState.NoSchool"/> if there is none.</summary>
    internal static ushort Other(AdmissionRates rates, in SixthForms view, in Leaver leaver, in Draws draws)
    {
        Span<int> schools = stackalloc int[Most];
        Span<float> likings = stackalloc float[Most];
        int count = Look(rates, view, leaver, view.Reach.Open(leaver.Area, AdmissionYears.Secondary), schools, likings);
        count += Look(rates, view, leaver, view.Reach.Selective(leaver.Area), schools[count..], likings[count..]);
        Taste.AddTo(likings[..count], draws, SchoolPhase.Secondary, schools[..count]);
        ushort best = ResidentState.NoSchool;
        float most = float.NegativeInfinity;
        for (int n = 0; n < count; n++)
        {
            (best, most) = likings[n] > most ? ((ushort)schools[n], likings[n]) : (best, most);
        }

        return best;
    }

    private static RandomBlock Of(in Draws draws) => draws.For(Process.StayingOn, 0);

    /// <summary>Notes the schools with a place, and how they are liked before taste.</summary>
    private static int Look(
        AdmissionRates rates, in SixthForms view, in Leaver leaver, ReadOnlySpan<int> inView, Span<int> schools, Span<float> likings)
    {
        const SchoolPhase phase = SchoolPhase.Secondary;
        int count = 0;
        foreach (int index in inView)
        {
            if (view.Free[index] <= 0 || index == leaver.School)
            {
                continue;
            }

            School school = view.Estate.Schools[index];
            float east = school.East - leaver.East;
            float north = school.North - leaver.North;
            float miles = float.Sqrt((east * east) + (north * north)) * MilesPerUnit;
            if (school.SixthForm && miles <= rates.Reach[(int)phase])
            {
                schools[count] = index;
                likings[count++] = Taste.Seen(rates, phase, school, view.Liking[index], view.Grades[index], view.Estate.Areas[leaver.Area].District)
                    - ((float)rates.PerMile[(int)phase] * miles);
            }
        }

        return count;
    }
}
