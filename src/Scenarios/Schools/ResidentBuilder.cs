using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Makes the children: one by one, the oldest cohort first, then by district and planning area.</summary>
internal sealed class ResidentBuilder
{
    private readonly SchoolFiles _files;
    private readonly AreaLayout _layout;
    private readonly PupilFlows _flows;
    private readonly ResidentCounts _counts;
    private readonly SchoolCalendar _calendar;
    private readonly double[] _needs;
    private readonly int[] _ordinals;
    private readonly int[] _inArea;
    private readonly List<ResidentState> _residents = new(360_000);
    private readonly SpecialYears _special;
    private (int First, int Next) _born;
    private int _inCohort;
    private int _withPlan;

    /// <summary>Prepares.</summary>
    public ResidentBuilder(SchoolFiles files, AreaLayout layout, PupilFlows flows, ResidentCounts counts, SchoolCalendar calendar)
    {
        (_files, _layout, _flows, _counts, _calendar) = (files, layout, flows, counts, calendar);
        _needs = files.Classes("need");
        _ordinals = new int[files.Districts.Count];
        _inArea = new int[layout.Areas.Length];
        _special = new SpecialYears(flows.Special, counts.SpecialByYear, [.. layout.Areas.Select(area => area.District)]);
    }

    /// <summary>All children.</summary>
    /// <param name="schools">The schools, for the places of their resource provisions.</param>
    public ResidentState[] Build(IReadOnlyList<SchoolDraft> schools)
    {
        for (int year = Estate.Years - 1; year >= 0; year--)
        {
            Cohort(year);
        }

        for (int i = 0; i < ResidentCounts.PreSchool; i++)
        {
            Begin(i + 1);
            _born.Next = Math.Min(_born.Next, 1);
            int[] areas = _flows.ToAreas(_counts.BelowSchoolAge[i]);
            Each(area => Add(area, areas[area.Index], Setting.None));
        }

        ResidentState[] residents = [.. _residents];
        Provisions(residents, schools);
        MainstreamPlans(residents);
        return residents;
    }

    private void Each(Action<PlanningArea> action)
    {
        foreach (PlanningArea area in _layout.Areas)
        {
            action(area);
        }
    }

    private void Begin(int cohort)
    {
        int birthYear = cohort - ResidentCounts.PreSchool;
        _born = (_calendar.FirstDayOf(birthYear), _calendar.FirstDayOf(birthYear + 1));
        _inCohort = 0;
        Cohortal = (sbyte)cohort;
    }

    private sbyte Cohortal { get; set; }

    private void Cohort(int year)
    {
        Begin(-year);
        int[] external = _flows.ToAreas(_counts.External[year]);
        int[] independent = _flows.ToAreas(_counts.Independent[year]);
        int[] home = _flows.ToAreas(_counts.HomeEducated[year]);
        int[] further = _flows.ToAreas(_counts.Further[year]);
        (SchoolDraft[] schools, int[] children) = _flows.ByYear[year];
        Each(area =>
        {
            for (int s = 0; s < schools.Length; s++)
            {
                Add(area, children[(area.Index * schools.Length) + s], Setting.Mainstream, schools[s]);
            }

            foreach ((SchoolDraft school, int number) in _special.Take(area.Index, year))
            {
                Add(area, number, Setting.Special, school);
            }

            Add(area, external[area.Index], Setting.ExternalSpecial);
            Add(area, independent[area.Index], Setting.Independent);
            Add(area, home[area.Index], Setting.HomeEducated);
            Add(area, further[area.Index], Setting.Further);
        });
    }

    private void Add(PlanningArea area, int number, Setting setting, SchoolDraft? school = null)
    {
        // Of those who have left school, the ones aged 18 and over have left the model too.
        int first = setting == Setting.Further && Cohortal == 1 - Estate.Years ? _born.Next - (int)((_born.Next - _born.First) * _counts.StillUnder18) : _born.First;
        bool plan = setting is Setting.Special or Setting.ExternalSpecial;
        for (int i = 0; i < number; i++)
        {
            (double x, double y) = Scatter.Square(_inArea[area.Index]++);
            _residents.Add(new ResidentState
            {
                Id = EntityId.Of(EntityKind.StockResident, area.District, 0, _ordinals[area.District]++),
                BirthDay = first + (int)(Scatter.Line(_inCohort++) * (_born.Next - first)),
                Area = (ushort)area.Index,
                School = school is null ? ResidentState.NoSchool : (ushort)school.Index,
                Offer = ResidentState.NoSchool,
                Facts = ResidentFacts.Present | (plan ? ResidentFacts.HasPlan : ResidentFacts.None),
                East = (sbyte)((int)(x * 255) - 127),
                North = (sbyte)((int)(y * 255) - 127),
                Cohort = Cohortal,
                Setting = setting,
                Need = plan ? Need() : (byte)0,
            });
        }
    }

    private byte Need() => (byte)(1 + Scatter.Class(Scatter.Line(_withPlan++), _needs));

    // Evenly among the pupils of the school.
    private void Provisions(ResidentState[] residents, IReadOnlyList<SchoolDraft> schools)
    {
        int[] seen = new int[schools.Count];
        int[] wanted = [.. schools.Select(school => (int)Math.Round(school.Resource * _files["resource-fill"]))];
        int[] rolls = [.. schools.Select(school => school.Roll.Sum())];
        foreach (ref ResidentState child in residents.AsSpan())
        {
            if (child.Setting == Setting.Mainstream && wanted[child.School] > 0)
            {
                int school = child.School;
                long before = (long)seen[school] * wanted[school] / rolls[school];
                seen[school]++;
                if ((long)seen[school] * wanted[school] / rolls[school] > before)
                {
                    child.Setting = Setting.ResourceProvision;
                    Plan(ref child);
                }
            }
        }
    }

    private void MainstreamPlans(ResidentState[] residents)
    {
        int[] wanted = (int[])_counts.Plans.Clone();
        int[] pupils = new int[wanted.Length];
        foreach (ref readonly ResidentState child in residents.AsSpan())
        {
            int district = _layout.Areas[child.Area].District;
            wanted[district] -= child.Setting == Setting.ResourceProvision ? 1 : 0;
            pupils[district] += child.Setting == Setting.Mainstream ? 1 : 0;
        }

        int[] seen = new int[wanted.Length];
        foreach (ref ResidentState child in residents.AsSpan())
        {
            int district = _layout.Areas[child.Area].District;
            if (child.Setting == Setting.Mainstream && wanted[district] > 0)
            {
                long before = (long)seen[district] * wanted[district] / pupils[district];
                seen[district]++;
                if ((long)seen[district] * wanted[district] / pupils[district] > before)
                {
                    Plan(ref child);
                }
            }
        }
    }

    private void Plan(ref ResidentState child)
    {
        child.Set(ResidentFacts.HasPlan, true);
        child.Need = Need();
    }
}
