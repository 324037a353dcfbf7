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
    private const int Abreast = 256;
    private static readonly string[] s_years = [.. Enumerable.Range(0, Estate.Years).Select(RollMeasures.NameOf)];

    private readonly List<(int Number, bool Displaced)> _asked = new(256);
    private readonly List<Request> _requests = new(256);
    private readonly ulong[] _ids = new ulong[Abreast];
    private readonly ulong[] _ordinals = new ulong[Abreast];
    private readonly RandomBlock[] _luck = new RandomBlock[Abreast];

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
        foreach (Request request in CollectionsMarshal.AsSpan(_requests))
        {
            Answer(request, plans, key, today);
        }
    }

    private void Order(DrawKey key)
    {
        _requests.Clear();
        foreach ((int number, bool displaced) in CollectionsMarshal.AsSpan(_asked))
        {
            ref readonly ResidentState child = ref county.Residents[number];
            if (child.Is(ResidentFacts.Present) && child.Setting == Setting.Waiting)
            {
                _requests.Add(new Request(!displaced, child.Applications, child.Id, number));
            }
        }

        _asked.Clear();
        DrawLots(key, CollectionsMarshal.AsSpan(_requests));
        _requests.Sort();
    }

    /// <summary>Draws the lots in blocks; a request comes with its ordinal in their place.</summary>
    private void DrawLots(DrawKey key, Span<Request> requests)
    {
        for (int first = 0; first < requests.Length; first += Abreast)
        {
            Span<Request> some = requests[first..Math.Min(requests.Length, first + Abreast)];
            for (int i = 0; i < some.Length; i++)
            {
                (_ids[i], _ordinals[i]) = (some[i].Id, some[i].Lot);
            }

            Philox4x32.Fill(key, _ids.AsSpan(0, some.Length), (ushort)Process.InYear, _ordinals.AsSpan(0, some.Length), _luck.AsSpan(0, some.Length));
            for (int i = 0; i < some.Length; i++)
            {
                some[i] = some[i] with { Lot = _luck[i].D };
            }
        }
    }

    private void Answer(in Request request, PlanDesk plans, DrawKey key, in SchoolToday today)
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
        var view = new InYearView { Estate = county.Estate, Reach = reach, Rolls = county.Rolls, Liking = county.Liking, Grades = county.Grades };
        var applicant = new InYearApplicant(year, child.Cohort, child.Area, child.EastIn(area), child.NorthIn(area), child.Applications);
        InYearAnswer answer = InYear.Find(today.Rates.Admissions, view, applicant, new Draws(key, child.Id));
        child.Applications += (byte)(child.Applications < byte.MaxValue ? 1 : 0);
        if (answer.School == ResidentState.NoSchool)
        {
            county.InVain.Add(request.Number);
            county.Count(SchoolFlow.Displaced, request.Other ? 0 : 1);
            county.Events.Tell(child.Id, EventKind.NoPlaceFound, s_years[year]);
            return;
        }

        county.Enrol(request.Number, answer.School, Setting.Mainstream, "in-year");
        plans.Follows(request.Number, Setting.Mainstream);
        int district = county.Estate.Schools[answer.School].District;
        county.CountIn(SchoolFlow.InYear, district);
        county.CountIn(SchoolFlow.FairAccess, district, answer.Route == InYearRoute.FairAccess ? 1 : 0);
    }

    /// <summary>A request: children of a school that closes before others, then by lot, then address.</summary>
    private readonly record struct Request(bool Other, uint Lot, ulong Id, int Number) : IComparable<Request>
    {
        public int CompareTo(Request other)
        {
            if (Other != other.Other)
            {
                return Other ? 1 : -1;
            }

            int byLot = Lot.CompareTo(other.Lot);
            return byLot != 0 ? byLot : Id.CompareTo(other.Id);
        }
    }
}
