using KentSufficiency.Simulation.Residents;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// Sends those whom no school they named could take to the nearest school in reach with places, else to the nearest that may take one above
/// its number; grammar schools are not given so. Served in the order: in time before late, then the lot, then the address.
/// </summary>
internal sealed class Allocation(ReachTable[] reach)
{
    private const int UnitsPerMile = 100;

    private readonly LotOrder _inTime = new();
    private readonly LotOrder _late = new();
    private int[] _free = [];
    private int[] _above = [];

    /// <summary>Starts anew: places that acceptance left, and those above the number.</summary>
    public void Reset(in IntakeView view, DeferredAcceptance accepted)
    {
        _inTime.Clear();
        _late.Clear();
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
    public void Add(int applicant, in Applicant child, uint lot) => (child.Late ? _late : _inTime).Add(lot, child.Id, applicant);

    /// <summary>Serves all, and writes what each got.</summary>
    public void Serve(AdmissionRates rates, int entryYear, ReadOnlySpan<Applicant> applicants, Span<AdmissionOutcome> outcomes)
    {
        Serve(_inTime.Sort(), rates, entryYear, applicants, outcomes);
        Serve(_late.Sort(), rates, entryYear, applicants, outcomes);
    }

    private void Serve(
        ReadOnlySpan<LotOrder.Waiting> waiting, AdmissionRates rates, int entryYear, ReadOnlySpan<Applicant> applicants, Span<AdmissionOutcome> outcomes)
    {
        ReachTable schools = reach[AdmissionYears.Round(entryYear)];
        double miles = rates.Reach[(int)AdmissionYears.Phase(entryYear)] * UnitsPerMile;
        var farthest = (long)(miles * miles);
        foreach (ref readonly LotOrder.Waiting one in waiting)
        {
            ref readonly Applicant child = ref applicants[one.Number];
            ReadOnlySpan<InView> inView = schools.Schools(ReachTable.Of(child.Area, 0));
            AdmissionRoute route = AdmissionRoute.Allocated;
            int school = Take(inView, child, farthest, _free);
            if (school < 0)
            {
                school = Take(inView, child, farthest, _above);
                route = school < 0 ? AdmissionRoute.None : AdmissionRoute.OverOffer;
            }

            outcomes[one.Number] = outcomes[one.Number] with
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
}
