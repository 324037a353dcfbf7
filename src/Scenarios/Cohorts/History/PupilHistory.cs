using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>A stretch of days on the roll of one school of Kent.</summary>
/// <param name="School">The school's index.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The day of leaving; <see cref="ChildState.Never"/> while it lasts.</param>
/// <param name="Came">How it came about: round, in-year, plan, sixth-form, care; start where the child was on the roll before the first day.</param>
/// <param name="Left">Why it ended; empty while it lasts.</param>
public readonly record struct Enrolment(int School, int From, int Until, string Came, string Left);

/// <summary>An education, health and care plan.</summary>
/// <param name="From">The day it was issued; the first day of the run for one that was there before.</param>
/// <param name="Until">The day it ended; <see cref="ChildState.Never"/> while it lasts.</param>
/// <param name="Setting">The setting it named first; of one that was there before, where the child was then.</param>
public readonly record struct PlanSpan(int From, int Until, string Setting);

/// <summary>One child's life at school, as far as schools of Kent know of it. Days count from the start of the run.</summary>
public sealed class PupilHistory
{
    /// <summary>Cohort: the academic year of Reception, counted from that of the start.</summary>
    public required int Cohort { get; init; }

    /// <summary>The day from which the child lived in Kent: its birth, its arrival, or 0 for those of the start.</summary>
    public required int LivesFrom { get; init; }

    /// <summary>The day on which it left Kent, or the age of school; <see cref="ChildState.Never"/> while it lives here.</summary>
    public required int LivesUntil { get; init; }

    /// <summary>Planning areas of the home, from which day on each.</summary>
    public required IReadOnlyList<(int Day, int Area)> Homes { get; init; }

    /// <summary>Schools, in order of time, never two at once.</summary>
    public required IReadOnlyList<Enrolment> Enrolments { get; init; }

    /// <summary>Plans, in order of time.</summary>
    public required IReadOnlyList<PlanSpan> Plans { get; init; }

    /// <summary>Kind of need of the plan (see <see cref="Simulation.Send.PlanNeed"/>); 0 without one, or where one was issued and has ended since.</summary>
    public required int Need { get; init; }

    /// <summary>Whether the child lives in Kent at the end of a day.</summary>
    public bool LivesInKentOn(int day) => LivesFrom <= day && LivesUntil > day;

    /// <summary>The planning area of the home at the end of a day; the first known where that was later, -1 where none is known.</summary>
    public int AreaOn(int day)
    {
        int area = Homes.Count == 0 ? -1 : Homes[0].Area;
        foreach ((int from, int next) in Homes)
        {
            area = from <= day ? next : area;
        }

        return area;
    }

    /// <summary>The enrolment at the end of a day, or null.</summary>
    public Enrolment? On(int day)
    {
        foreach (Enrolment enrolment in Enrolments)
        {
            if (enrolment.From <= day && enrolment.Until > day)
            {
                return enrolment;
            }
        }

        return null;
    }

    /// <summary>Whether a plan is in force at the end of a day.</summary>
    public bool HasPlanOn(int day) => Plans.Any(plan => plan.From <= day && plan.Until > day);
}
