using KentSufficiency.Simulation.Residents;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// Sends those whom no school they named could take to the nearest school in reach with places, else to the nearest that may take one above
/// its number; grammar schools are not given so. Served in the order: in time before late, then the lot, then the address.
/// </summary>
internal sealed class Allocation(ReachTable[] reach)
{
    private const int UnitsPerMile = 100;
    private const int LateShift = 32;

    private ulong[] _order = [];
    private int[] _waiting = [];
    private int[] _free = [];
    private int[] _above = [];
    private int _count;

    /// <summary>Starts anew: places that acceptance left, and those above the number.</summary>
    public void Reset(int applicants, in IntakeView view, DeferredAcceptance accepted)
    {
        _count = 0;
        if (_order.Length < applicants)
        {
            int room = applicants + (applicants / 4);
            (_order, _waiting) = (new ulong[room], new int[room]);
        }

        if (_free.Length < view.Places.Length)
        {
            (_free, _above) = (new int[view.Places.Length], new int[view.Places.Length]);
        }

        for (int school = 0; school < view.Places.Length; school++)
        {
            _free[school] = Math.Max(0, view.Places[school] - accepted.Taken(school));
            _above[school] = view.Places[school] < 0 ? 0 : Math.Max(0, view.Above[school]);
        }
    }

    /// <summary>Adds an applicant to those to be served.</summary>
    public void Add(int applicant, bool late, uint lot)
    {
        _order[_count] = ((late ? 1UL : 0) << LateShift) | lot;
        _waiting[_count++] = applicant;
    }

    /// <summary>Serves all, and writes what each got.</summary>
    public void Serve(AdmissionRates rates, int entryYear, ReadOnlySpan<Applicant> applicants, Span<AdmissionOutcome> outcomes)
    {
        Sort(applicants);
        ReachTable schools = reach[AdmissionYears.Round(entryYear)];
        double miles = rates.Reach[(int)AdmissionYears.Phase(entryYear)] * UnitsPerMile;
        var farthest = (long)(miles * miles);
        foreach (int applicant in _waiting.AsSpan(0, _count))
        {
            ref readonly Applicant child = ref applicants[applicant];
            ReadOnlySpan<InView> inView = schools.Schools(child.Area, selective: false);
            AdmissionRoute route = AdmissionRoute.Allocated;
            int school = Take(inView, child, farthest, _free);
            if (school < 0)
            {
                school = Take(inView, child, farthest, _above);
                route = school < 0 ? AdmissionRoute.None : AdmissionRoute.OverOffer;
            }

            outcomes[applicant] = outcomes[applicant] with
            {
                School = school < 0 ? ResidentState.NoSchool : (ushort)school,
                Route = route,
            };
        }
    }

    private static int Take(ReadOnlySpan<InView> inView, in Applicant child, long farthest, int[] places)
    {
        int nearest = -1;
        long least = farthest + 1;
        foreach (InView school in inView)
        {
            long east = school.East - child.East;
            long north = school.North - child.North;
            long squared = (east * east) + (north * north);
            if (places[school.School] > 0 && squared < least)
            {
                (nearest, least) = (school.School, squared);
            }
        }

        if (nearest >= 0)
        {
            places[nearest]--;
        }

        return nearest;
    }

    private void Sort(ReadOnlySpan<Applicant> applicants)
    {
        Array.Sort(_order, _waiting, 0, _count);
        for (int n = 1; n < _count; n++)
        {
            for (int at = n; at > 0 && _order[at] == _order[at - 1] && applicants[_waiting[at]].Id < applicants[_waiting[at - 1]].Id; at--)
            {
                (_waiting[at], _waiting[at - 1]) = (_waiting[at - 1], _waiting[at]);
            }
        }
    }
}
