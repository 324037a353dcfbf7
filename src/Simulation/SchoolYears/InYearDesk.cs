using System.Runtime.InteropServices;
using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// Finds places for those who seek one outside the rounds, once a day: children of a school that closes first, then by an addressed lot. Who
/// finds none in reach is asked again at the end of each month.
/// </summary>
internal sealed class InYearDesk(SchoolCounty county, SchoolReach reach)
{
    private static readonly string[] s_years = [.. Enumerable.Range(0, Estate.Years).Select(RollMeasures.NameOf)];

    private readonly InYear _search = new();
    private readonly List<(int Number, bool Displaced)> _asked = new(256);
    private readonly InYearQueue _queue = new();

    /// <summary>Forgets all requests.</summary>
    public void Reset() => _asked.Clear();

    /// <summary>A child of school age wants a place from today on.</summary>
    /// <param name="number">The child.</param>
    /// <param name="displaced">Whether the child's school has closed.</param>
    public void Ask(int number, bool displaced = false)
    {
        county.Residents[number].Setting = Setting.Waiting;
        county.Care.Touch(number);
        _asked.Add((number, displaced));
    }

    /// <summary>Answers the requests of the day.</summary>
    /// <param name="plans">Is told where a child with a plan goes.</param>
    /// <param name="key">Seed and replication.</param>
    /// <param name="today">Today.</param>
    public void Run(PlanDesk plans, DrawKey key, in SchoolToday today)
    {
        if (today.Date.AddDays(1).Day == 1)
        {
            foreach (int number in CollectionsMarshal.AsSpan(county.InVain))
            {
                _asked.Add((number, false));
            }

            county.InVain.Clear();
        }

        Order(key);
        if (_queue.Count > 0)
        {
            county.Appeal.Look(today.Rates.Admissions, county.Liking, county.Grades);
            var view = new InYearView { Reach = reach, Rolls = county.Rolls, Appeal = county.Appeal };
            foreach (int request in _queue.InOrder())
            {
                Answer(_queue[request], _queue.CharacterOf(request), view, plans, key, today);
            }
        }
    }

    private void Order(DrawKey key)
    {
        _queue.Clear();
        foreach ((int number, bool displaced) in CollectionsMarshal.AsSpan(_asked))
        {
            ref readonly ResidentState child = ref county.Residents[number];
            if (child.Is(ResidentFacts.Present) && child.Setting == Setting.Waiting)
            {
                _queue.Add(new InYearRequest(number, child.Id, child.Applications, displaced));
            }
        }

        _asked.Clear();
        _queue.Draw(key);
    }

    private void Answer(
        in InYearRequest request, in RandomBlock character, in InYearView view, PlanDesk plans, DrawKey key, in SchoolToday today)
    {
        ref ResidentState child = ref county.Residents[request.Number];
        int year = today.Year - child.Cohort;
        if (child.Setting != Setting.Waiting)
        {
            return; // Asked twice on one day, and answered.
        }

        if (year > YearGroups.LastSecondary)
        {
            child.Setting = Setting.Further;
            county.Care.Touch(request.Number);
            return;
        }

        PlanningArea area = county.Estate.Areas[child.Area];
        var applicant = new InYearApplicant(year, child.Cohort, child.Area, child.EastIn(area), child.NorthIn(area), child.Applications);
        InYearAnswer answer = _search.Find(today.Rates.Admissions, view, applicant, new Draws(key, child.Id), character);
        child.Applications += (byte)(child.Applications < byte.MaxValue ? 1 : 0);
        if (answer.School == ResidentState.NoSchool)
        {
            county.InVain.Add(request.Number);
            county.Count(SchoolFlow.Displaced, request.Displaced ? 1 : 0);
            county.Events.Tell(child.Id, EventKind.NoPlaceFound, s_years[year]);
            return;
        }

        county.Enrol(request.Number, answer.School, Setting.Mainstream, "in-year");
        plans.Follows(request.Number, Setting.Mainstream);
        int district = county.Estate.Schools[answer.School].District;
        county.CountIn(SchoolFlow.InYear, district);
        county.CountIn(SchoolFlow.FairAccess, district, answer.Route == InYearRoute.FairAccess ? 1 : 0);
    }
}
