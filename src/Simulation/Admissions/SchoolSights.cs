using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// What families see of the schools in their view at a round, distance apart: a row of lanes for each view (see <see cref="ReachTable.Of"/>), which
/// is the same for all families who have it.
/// </summary>
internal sealed class SchoolSights
{
    private readonly Estate _estate;
    private readonly float[] _seen;
    private readonly float[] _faith;

    public SchoolSights(Estate estate)
    {
        _estate = estate;
        _seen = new float[2 * estate.Areas.Length * Likings.Lanes];
        _faith = new float[_seen.Length];
    }

    /// <summary>What is seen of each school of a view; minus infinity of one that takes no part, and beyond the last.</summary>
    public ReadOnlySpan<float> Seen(int view) => _seen.AsSpan(view * Likings.Lanes, Likings.Lanes);

    /// <summary>What each school's faith adds for families who practise it.</summary>
    public ReadOnlySpan<float> Faith(int view) => _faith.AsSpan(view * Likings.Lanes, Likings.Lanes);

    /// <summary>Looks at the schools of a round.</summary>
    public void Look(AdmissionRates rates, SchoolPhase phase, ReachTable views, in IntakeView intake)
    {
        _seen.AsSpan().Fill(float.NegativeInfinity);
        foreach (PlanningArea area in _estate.Areas)
        {
            for (int passed = 0; passed < 2; passed++)
            {
                Look(rates, phase, views, intake, ReachTable.Of(area.Index, passed), area.District);
            }
        }
    }

    private void Look(AdmissionRates rates, SchoolPhase phase, ReachTable views, in IntakeView intake, int view, int district)
    {
        ReadOnlySpan<InView> schools = views.Schools(view);
        for (int lane = 0; lane < schools.Length; lane++)
        {
            int index = schools[lane].School;
            School school = _estate.Schools[index];
            int at = (view * Likings.Lanes) + lane;
            _faith[at] = school.Faith ? (float)rates.FaithEffect : 0;
            if (intake.Places[index] >= 0)
            {
                _seen[at] = Taste.Seen(rates, phase, school, intake.Liking[index], intake.Grades[index], district);
            }
        }
    }
}
