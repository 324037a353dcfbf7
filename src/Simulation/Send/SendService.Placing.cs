using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Send;

/// <content>Placing of children with a plan, and the naming of their next school.</content>
public sealed partial class SendService
{
    private const int LastSchoolYear = 13;
    private const int LastCompulsoryYear = 11;

    private enum PlacingClass : byte
    {
        Issued,
        Returning,
        Transfer,
    }

    /// <summary>
    /// Names the next school of every child of a cohort that has a plan, before the round in which the others apply: for Reception, Year 3 of
    /// infant schools' leavers or Year 7. To be called between <see cref="BeginDay"/> and <see cref="Work"/>; outcomes are of the kind Named.
    /// Who is at a special school stays: Kent's have all years. Who is educated outside them may come back.
    /// </summary>
    /// <param name="cohort">The cohort that changes school next September.</param>
    /// <param name="rates">Rates of the day.</param>
    /// <param name="places">Keeps schools and rolls.</param>
    public void NameSchools(int cohort, SendRates rates, IPlanPlaces places)
    {
        _toPlace.Clear();
        for (int slot = 0; slot < Plans.Slots; slot++)
        {
            ref PlanState plan = ref Plans[slot];
            if (plan.Stage == PlanStage.Issued && plan.Child >= 0 && plan.Setting != Setting.Special
                && _calendar.CohortOf(plan.BirthDay) == cohort && places.ChangesSchool(plan))
            {
                _toPlace.Add(new PlacingCase(PlacingClass.Transfer, plan.Lot, plan.Id, slot));
            }
        }

        _toPlace.Sort();
        foreach (PlacingCase next in _toPlace)
        {
            NameNext(ref Plans[next.Slot], rates, places);
        }
    }

    private void PlaceOne(in PlacingCase next, SendRates rates, IPlanPlaces places)
    {
        ref PlanState plan = ref Plans[next.Slot];
        bool returning = next.Class == PlacingClass.Returning;
        Setting wanted = PlanRules.Wanted(plan.Need, plan.Severity, first: !returning, rates);
        Setting setting = plan.Setting;
        int school = -1;
        if (IsToBePlaced(plan) && !(returning && wanted == Setting.ExternalSpecial))
        {
            (setting, school) = Find(plan, wanted, nextYear: false, rates, places);
        }

        if (setting != plan.Setting || school >= 0)
        {
            places.Settle(plan, setting, school, nextYear: false);
            SetSetting(ref plan, setting);
            Tell(returning ? PlanOutcomeKind.Moved : PlanOutcomeKind.Issued, plan, wanted, school, rates);
        }
        else if (!returning)
        {
            Tell(PlanOutcomeKind.Issued, plan, wanted, school, rates);
        }
    }

    private void NameNext(ref PlanState plan, SendRates rates, IPlanPlaces places)
    {
        Setting wanted = PlanRules.Wanted(plan.Need, plan.Severity, first: plan.Setting == Setting.None, rates);
        bool external = plan.Setting == Setting.ExternalSpecial;
        if (external && (NextPlacement(ref plan).UniformB >= rates.ReturnAtTransfer || wanted == Setting.ExternalSpecial))
        {
            return;
        }

        (Setting setting, int school) = Find(plan, wanted, nextYear: true, rates, places);
        if (school >= 0 || setting != plan.Setting)
        {
            places.Settle(plan, setting, school, nextYear: true);
            _outcomes.Add(new PlanOutcome(PlanOutcomeKind.Named, plan.Id, plan.Child, plan.Need, wanted, setting, school, InTime: false));
        }
    }

    // A child outside Kent's schools keeps its place until there is one of the kind wanted.
    private static (Setting Setting, int School) Find(in PlanState plan, Setting wanted, bool nextYear, SendRates rates, IPlanPlaces places)
    {
        if (wanted == Setting.ExternalSpecial || (wanted == Setting.Special && plan.Setting == Setting.Special))
        {
            return (wanted, -1);
        }

        if (wanted == Setting.Special)
        {
            int special = places.NearestSpecial(plan, nextYear);
            return (special >= 0 ? Setting.Special : Setting.ExternalSpecial, special);
        }

        if (wanted == Setting.ResourceProvision && places.NearestResource(plan, nextYear) is >= 0 and int resource)
        {
            return (Setting.ResourceProvision, resource);
        }

        bool stays = plan.Setting is Setting.Independent or Setting.HomeEducated || (!nextYear && plan.Setting == Setting.Mainstream);
        int school = stays ? -1 : places.NearestMainstream(plan, nextYear);
        return (school >= 0 ? Setting.Mainstream : plan.Setting, school);
    }

    // From Reception to Year 11; later only those who are still at school.
    private bool IsToBePlaced(in PlanState plan)
    {
        int year = _calendar.YearOf(_day) - _calendar.CohortOf(plan.BirthDay);
        return plan.Child >= 0 && year >= 0
            && (year <= LastCompulsoryYear || (year <= LastSchoolYear && plan.Setting != Setting.Further && plan.Setting != Setting.None));
    }

    private void Tell(PlanOutcomeKind kind, in PlanState plan, Setting wanted, int school, SendRates rates) => _outcomes.Add(new PlanOutcome(
        kind, plan.Id, plan.Child, plan.Need, wanted, plan.Setting, school, kind == PlanOutcomeKind.Issued && InTime(plan, rates)));

    /// <summary>Someone to be placed: by class, then lot, then address.</summary>
    private readonly record struct PlacingCase(PlacingClass Class, uint Lot, ulong Id, int Slot) : IComparable<PlacingCase>
    {
        public int CompareTo(PlacingCase other)
        {
            int byClass = (int)Class - (int)other.Class;
            if (byClass != 0)
            {
                return byClass;
            }

            int byLot = Lot.CompareTo(other.Lot);
            return byLot != 0 ? byLot : Id.CompareTo(other.Id);
        }
    }
}
