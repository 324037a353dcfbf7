using System.Runtime.InteropServices;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>Reads the life at school of one child out of what happened to the resident who it is, and out of what care has changed of it.</summary>
internal sealed class PupilReader
{
    private const int NoSchool = -1;
    private readonly CountyHistory _county;
    private readonly SchoolCalendar _calendar;
    private readonly Dictionary<string, int> _areas;
    private readonly List<Enrolment> _own = [];

    public PupilReader(CountyHistory county)
    {
        _county = county;
        _calendar = new SchoolCalendar(county.Start);
        _areas = (county.HasSchools ? county.Estate.Areas : []).ToDictionary(area => area.Name, area => area.Index, StringComparer.Ordinal);
    }

    /// <summary>The history of a resident, with the schools to which care brought the child where it is in care.</summary>
    /// <param name="number">Number of the resident.</param>
    /// <param name="care">The child in care who the resident is, or null.</param>
    public PupilHistory Read(int number, CareHistory? care)
    {
        ref readonly ResidentState state = ref _county.Residents[number];
        bool stock = number < _county.StockCount;
        ResidentState first = stock ? _county.AtStart(number) : state;
        string settled = stock && first.Is(ResidentFacts.HasPlan) ? first.Setting.ToString().ToLowerInvariant() : "";
        var homes = new List<(int, int)>();
        var plans = new List<PlanSpan>();
        _own.Clear();
        int from = 0;
        int until = ChildState.Never;
        if (stock)
        {
            homes.Add((0, first.Area));
            if (first.School != ResidentState.NoSchool)
            {
                _own.Add(new Enrolment(first.School, BeganAt(first.School, first.Cohort), ChildState.Never, "start", ""));
            }
        }

        foreach (ref readonly ResidentEvent happened in _county.EventsOf(number))
        {
            switch (happened.Kind)
            {
                case EventKind.BornInKent or EventKind.MovedIntoKent:
                    from = happened.Day;
                    homes.Add((from, _areas[happened.Code]));
                    break;
                case EventKind.MovedHome:
                    homes.Add((happened.Day, _areas[happened.Code]));
                    break;
                case EventKind.LeftKent:
                    until = happened.Day;
                    break;
                case EventKind.StartedSchool:
                    Leave(happened.Day, "moved-on");
                    _own.Add(new Enrolment(SchoolOf(happened.Other), happened.Day, ChildState.Never, happened.Code, ""));
                    break;
                case EventKind.LeftSchool:
                    Leave(happened.Day, happened.Code);
                    break;
                case EventKind.PlanAnswered when happened.Code != "refused":
                    plans.Add(new PlanSpan(happened.Day, ChildState.Never, happened.Code));
                    break;
                case EventKind.PlanEnded:
                    End(plans, happened.Day, settled);
                    break;
                default:
                    break;
            }
        }

        if (plans.Count == 0 && state.Is(ResidentFacts.HasPlan))
        {
            plans.Add(new PlanSpan(0, ChildState.Never, settled)); // There before the first day: nothing was told of it.
        }

        return new PupilHistory
        {
            Cohort = state.Cohort,
            LivesFrom = from,
            LivesUntil = until,
            Homes = homes,
            Enrolments = care is null ? [.. _own] : WithCare(care),
            Plans = plans,
            Need = state.Need != 0 ? state.Need : first.Need,
        };
    }

    /// <summary>The life at school of a child in care who is no resident: only what care has brought about.</summary>
    public PupilHistory ReadAlone(CareHistory care)
    {
        _own.Clear();
        int from = care.Episodes[0].CareBegan;
        return new PupilHistory
        {
            Cohort = _calendar.CohortOf(care.BirthDay),
            LivesFrom = from,
            LivesUntil = ChildState.Never,
            Homes = [],
            Enrolments = WithCare(care),
            Plans = [],
            Need = 0,
        };
    }

    private void Leave(int day, string why)
    {
        if (_own.Count > 0 && CollectionsMarshal.AsSpan(_own)[^1] is { Until: ChildState.Never } open)
        {
            _own.RemoveAt(_own.Count - 1);
            if (open.From < day)
            {
                _own.Add(open with { Until = day, Left = why });
            }
        }
    }

    private static void End(List<PlanSpan> plans, int day, string settled)
    {
        if (plans.Count == 0)
        {
            plans.Add(new PlanSpan(0, day, settled));
        }
        else
        {
            plans[^1] = plans[^1] with { Until = day };
        }
    }

    /// <summary>Own schools, but from the days on which care has decided otherwise.</summary>
    private List<Enrolment> WithCare(CareHistory care)
    {
        var all = new List<Enrolment>();
        int from = int.MinValue;
        int school = CareHistory.OwnSchool;
        foreach ((int day, int next) in care.Schooling.Append((ChildState.Never, NoSchool)))
        {
            if (school == CareHistory.OwnSchool)
            {
                all.AddRange(_own.Where(own => own.From < day && own.Until > from).Select(own => Cut(own, from, day)));
            }
            else if (school >= 0)
            {
                all.Add(new Enrolment(school, from, day, "care", day == ChildState.Never ? "" : "care"));
            }

            (from, school) = (day, next);
        }

        return all;
    }

    private static Enrolment Cut(in Enrolment own, int from, int until) => own with
    {
        From = Math.Max(own.From, from),
        Until = Math.Min(own.Until, until),
        Came = own.From < from ? "care" : own.Came,
        Left = own.Until > until ? "care" : own.Left,
    };

    private int BeganAt(int school, int cohort) => _calendar.FirstDayOf(cohort + Math.Max(0, _county.Estate.Schools[school].FirstYear));

    private static int SchoolOf(ulong address) => (int)((address >> 4) & 0xF_FFFF);
}
