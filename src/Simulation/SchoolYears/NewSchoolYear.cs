using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// 1 September: those who were offered a place start there, those who have none go to the sector of their choice or ask, Year 11 stays on or
/// leaves, and whoever was in the last year group leaves school. All others are where they were: rolls are kept by cohort.
/// </summary>
internal sealed class NewSchoolYear(SchoolCounty county, InYearDesk inYear, PlanDesk plans, SchoolReach reach)
{
    private readonly int[] _free = new int[county.Estate.Schools.Length];
    private readonly GatheredDraws _draws = new(Process.StayingOn, 0);
    private readonly LotOrder _moving = new();

    /// <summary>Begins the academic year of a 1 September.</summary>
    public void Begin(DrawKey key, in SchoolToday today)
    {
        Leave(today.Year - Estate.Years);
        GoOnToYear13(today.Year - YearGroups.SixthForm - 1, key, today);
        StayOn(today.Year - YearGroups.SixthForm, key, today);
        Start(AdmissionYears.Secondary, key, today);
        Start(AdmissionYears.Junior, key, today);
        Start(AdmissionYears.Reception, key, today);
    }

    private void Leave(int cohort)
    {
        foreach (int number in county.Residents.Of(cohort))
        {
            if (county.Residents[number].Is(ResidentFacts.Present))
            {
                plans.ComesOfAge(number);
                county.Go(number, "left-school");
            }
        }
    }

    private void GoOnToYear13(int cohort, DrawKey key, in SchoolToday today)
    {
        foreach (int number in county.Residents.Of(cohort))
        {
            ref readonly ResidentState child = ref county.Residents[number];
            if (child.Setting == Setting.Mainstream && _draws.Add(number, child.Id))
            {
                LeaveAfterYear12(key, today.Rates.Admissions);
            }
        }

        LeaveAfterYear12(key, today.Rates.Admissions);
    }

    private void LeaveAfterYear12(DrawKey key, AdmissionRates rates)
    {
        ReadOnlySpan<RandomBlock> luck = _draws.Draw(key, out ReadOnlySpan<int> numbers);
        for (int n = 0; n < luck.Length; n++)
        {
            if (!StayingOn.AfterYear12(rates, luck[n]))
            {
                GoOn(numbers[n]);
            }
        }
    }

    /// <summary>Those who stay in their own sixth form first; then those who move, by lot.</summary>
    private void StayOn(int cohort, DrawKey key, in SchoolToday today)
    {
        _moving.Clear();
        Array.Clear(_free);
        foreach (int number in county.Residents.Of(cohort))
        {
            ref readonly ResidentState child = ref county.Residents[number];
            if (!child.Is(ResidentFacts.Present))
            {
                continue;
            }

            if (child.Setting is Setting.Mainstream or Setting.ResourceProvision)
            {
                if (_draws.Add(number, child.Id))
                {
                    LeaveOwnSchool(key, today.Rates.Admissions);
                }
            }
            else if (child.Setting is Setting.Independent or Setting.HomeEducated or Setting.Waiting)
            {
                GoOn(number);
            }
        }

        LeaveOwnSchool(key, today.Rates.Admissions);
        Move(cohort, key, today);
    }

    private void LeaveOwnSchool(DrawKey key, AdmissionRates rates)
    {
        ReadOnlySpan<RandomBlock> luck = _draws.Draw(key, out ReadOnlySpan<int> numbers);
        for (int n = 0; n < luck.Length; n++)
        {
            ref readonly ResidentState child = ref county.Residents[numbers[n]];
            if (!StayingOn.StaysInOwn(rates, county.Estate, child.School, luck[n]))
            {
                _free[child.School]++;
                _moving.Add(luck[n].D, child.Id, StayingOn.LooksElsewhere(rates, luck[n]) ? numbers[n] : ~numbers[n]);
            }
        }
    }

    /// <summary>Those who do not stay go, each in turn of the lot; places are those that all of them leave.</summary>
    private void Move(int cohort, DrawKey key, in SchoolToday today)
    {
        for (int school = 0; school < _free.Length; school++)
        {
            _free[school] += county.SixthFormPlaces(school) - county.Rolls.Roll(school, cohort);
        }

        county.Appeal.Look(today.Rates.Admissions, county.Liking, county.Grades);
        foreach (ref readonly LotOrder.Waiting one in _moving.Sort())
        {
            int number = NumberOf(one);
            ushort next = one.Number < 0
                ? ResidentState.NoSchool
                : StayingOn.Other(today.Rates.Admissions, View(), LeaverOf(county.Residents[number]), new Draws(key, one.Id));
            if (next == ResidentState.NoSchool)
            {
                GoOn(number);
                continue;
            }

            county.Leave(number, Setting.Waiting, "moved-on");
            county.Enrol(number, next, Setting.Mainstream, "sixth-form");
            plans.Follows(number, Setting.Mainstream);
            _free[next]--;
        }
    }

    /// <summary>One who does not look for another sixth form waits under the complement of the number.</summary>
    private static int NumberOf(in LotOrder.Waiting one) => one.Number < 0 ? ~one.Number : one.Number;

    private void GoOn(int number)
    {
        county.Leave(number, Setting.Further, "left-school");
        plans.LeavesSchool(number);
    }

    private Leaver LeaverOf(in ResidentState child)
    {
        PlanningArea area = county.Estate.Areas[child.Area];
        return new Leaver(child.School, child.Area, child.EastIn(area), child.NorthIn(area));
    }

    private SixthForms View() =>
        new() { Estate = county.Estate, Reach = reach, Free = _free, Appeal = county.Appeal };

    private void Start(int entryYear, DrawKey key, in SchoolToday today)
    {
        foreach (int number in county.Residents.Of(today.Year - entryYear))
        {
            ref ResidentState child = ref county.Residents[number];
            if (!child.Is(ResidentFacts.Present))
            {
                continue;
            }

            if (child.NextSetting != Setting.None)
            {
                county.TakeUp(number);
                plans.Follows(number, child.Setting);
            }
            else if (HasToStart(child, entryYear))
            {
                Setting sector = SectorRules.NextSector(child, entryYear, county.DistrictOf(child), key, today.Rates.Residents);
                county.Leave(number, sector, "moved-on");
                if (sector == Setting.Waiting)
                {
                    inYear.Ask(number);
                }
            }
        }
    }

    /// <summary>Whether a child without an offer must go somewhere: its school, if it has one, does not have the year group.</summary>
    private bool HasToStart(in ResidentState child, int entryYear) => child.Setting switch
    {
        Setting.Mainstream or Setting.ResourceProvision => !county.Estate.Schools[child.School].Teaches(entryYear),
        Setting.None => entryYear == AdmissionYears.Reception,
        Setting.Independent => entryYear == AdmissionYears.Secondary,
        _ => false,
    };
}
