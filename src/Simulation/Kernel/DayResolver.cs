using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// The resolve phase: effects in their fixed order, class by class. It carries effects to the rules and to
/// the shared resources; it decides nothing itself.
/// </summary>
internal sealed class DayResolver(ICounty county)
{
    private readonly List<int> _gone = new(256);
    private readonly List<WaitingCase> _heard = new(32);
    private bool _panelHeard;

    /// <summary>A child left today; its slot is free again when the day is resolved.</summary>
    public void NoteGone(int slot) => _gone.Add(slot);

    /// <summary>Forgets what belonged to the replication before.</summary>
    public void Reset() => _gone.Clear();

    /// <summary>Resolves the day.</summary>
    public void Resolve(in Today today)
    {
        Effects effects = county.State.Effects;
        county.State.CareSchools.BeginDay(today);
        effects.Wanted.Sort();
        _panelHeard = false;
        for (int i = 0; i < effects.WantedCount; i++)
        {
            Effect effect = effects.Wanted[i];
            if (effect.Class > EffectClass.PanelCase)
            {
                HearPanel(today);
            }

            Answer(effect, today);
        }

        HearPanel(today);
        county.State.CareSchools.Enter(county.State, today);
        county.State.Service.Resolve(county.State.Children, county.Key, today, effects);
        foreach (ConnectedHome opened in county.State.Service.ConnectedToday)
        {
            OpenConnected(opened, today);
        }

        foreach (int home in county.State.Service.EmptiedConnected)
        {
            CloseIfConnected(home, today);
        }

        foreach (int slot in county.State.Service.Touched)
        {
            county.ScheduleChild(slot, today.Day);
        }

        county.State.CareSchools.EndDay(county.State, today);
        foreach (int slot in _gone)
        {
            county.State.Children.Remove(slot);
        }

        _gone.Clear();
    }

    private void Answer(in Effect effect, in Today today)
    {
        county.State.Effects.Slot = effect.Slot;
        switch (effect.Class)
        {
            case EffectClass.Release:
                Release(effect, today);
                break;
            case EffectClass.HouseholdChange:
                Change(effect, today);
                break;
            case EffectClass.PanelCase:
                county.State.Panel.Add(effect, today.Day);
                break;
            case EffectClass.Stability:
                AnswerStability(effect, today);
                break;
            case EffectClass.SiblingEnters:
                EnterSibling(effect, today);
                break;
            default:
                county.State.Service.Add(effect);
                break;
        }
    }

    private void Release(in Effect effect, in Today today)
    {
        HomeRegister register = county.State.Service.Register;
        ref Home home = ref register[effect.Detail];
        if (effect.Priority == 2)
        {
            home.StayingPut--;
            register.Update(effect.Detail);
            return;
        }

        county.State.Service.Release(effect.Detail, effect.Slot, county.State.Children[effect.Slot]);
        if (effect.Priority == 1)
        {
            home.StayingPut++;
            register.Update(effect.Detail);
        }

        CloseIfConnected(effect.Detail, today);
    }

    private void CloseIfConnected(int index, in Today today)
    {
        ref Home home = ref county.State.Service.Register[index];
        if (home.Kind == HomeKind.ConnectedPerson && home.Filled == 0 && home.Household >= 0)
        {
            county.State.Service.Register.SetStatus(index, HomeStatus.Closed);
            HouseholdRules.ConnectedChildLeft(ref county.State.Households[home.Household], today);
        }
    }

    private void Change(in Effect effect, in Today today)
    {
        ref HouseholdState household = ref county.State.Households[effect.Slot];
        HomeRegister register = county.State.Service.Register;
        int index = household.Home;
        ref Home home = ref register[index];
        switch ((HouseholdChange)effect.Detail)
        {
            case HouseholdChange.LeaveWithRespite:
                county.State.Respite.Lend(index, register, county.State.Effects);
                break;
            case HouseholdChange.EndLeave:
                county.State.Respite.Return(index, register);
                break;
            case HouseholdChange.GiveNotice:
                if (HasLongTermChild(index))
                {
                    ApprovedHouseholdRules.LeaveOrStayForChild(ref household, new Draws(county.Key, household.Id), today);
                    county.ScheduleHousehold(effect.Slot, today.Day);
                }
                else
                {
                    LoseOccupants(index, MoveReason.HomeClosing, today);
                }

                break;
            case HouseholdChange.Close:
                county.State.Respite.Return(index, register);
                LoseOccupants(index, MoveReason.HomeClosed, today);
                break;
            default:
                break;
        }

        home.Withheld = household.Withheld;
        register.SetStatus(index, StatusOf(household));
    }

    private static HomeStatus StatusOf(in HouseholdState household) => household.Phase switch
    {
        HouseholdPhase.Active or HouseholdPhase.Temporary when household.LeaveEndDay != ChildState.Never => HomeStatus.OnLeave,
        HouseholdPhase.Active or HouseholdPhase.Temporary => HomeStatus.Open,
        HouseholdPhase.OnHold => HomeStatus.OnHold,
        HouseholdPhase.Inactive => HomeStatus.Inactive,
        HouseholdPhase.Leaving => HomeStatus.Leaving,
        _ => HomeStatus.Closed,
    };

    private void LoseOccupants(int home, MoveReason reason, in Today today)
    {
        foreach (int slot in county.State.Service.Register.Occupants(home))
        {
            ref ChildState child = ref county.State.Children[slot];
            county.State.Effects.Slot = slot;
            PlacementRules.LoseHome(ref child, reason, new Draws(county.Key, child.Id), today, county.State.Effects);
            county.ScheduleChild(slot, today.Day);
        }
    }

    /// <summary>Whether a child matched for the long term lives in a household.</summary>
    internal bool HasLongTermChild(int home)
    {
        foreach (int slot in county.State.Service.Register.Occupants(home))
        {
            if (county.State.Children[slot].Place == HomeKind.InHouseLongTerm)
            {
                return true;
            }
        }

        return false;
    }

    private void HearPanel(in Today today)
    {
        if (_panelHeard)
        {
            return;
        }

        _panelHeard = true;
        county.State.Panel.Sit(today.Rates.Fostering, _heard);
        county.State.Effects.Count(Flow.PanelCases, _heard.Count);
        foreach (WaitingCase heard in _heard)
        {
            county.State.Effects.Count(Flow.PanelWaitDays, today.Day - heard.Since);
            if ((PanelCase)heard.Priority != PanelCase.Review)
            {
                Approve(heard.Slot, today);
            }
        }
    }

    private void Approve(int slot, in Today today)
    {
        ref HouseholdState household = ref county.State.Households[slot];
        if (household.Phase is not (HouseholdPhase.WaitingForPanel or HouseholdPhase.Temporary))
        {
            return; // A connected person whose child has left meanwhile.
        }

        county.State.Effects.Slot = slot;
        HouseholdRules.Approve(ref household, new Draws(county.Key, household.Id), today, county.State.Effects);
        if (!household.IsConnected)
        {
            household.Home = Register(household, slot);
        }

        county.ScheduleHousehold(slot, today.Day);
    }

    /// <summary>Puts an approved household on the placement service's register.</summary>
    internal int Register(in HouseholdState household, int slot) => county.State.Service.Register.Add(new Home
    {
        Id = household.Id,
        Kind = HomeKind.InHouseFoster,
        Status = StatusOf(household),
        Type = household.Type,
        Place = household.District,
        Area = (byte)county.Parameters.Regimes[0].Rates.Placements.Map.AreaOf(household.District),
        East = household.East,
        North = household.North,
        Approved = household.Approved,
        Withheld = household.Withheld,
        AgeLow = household.AgeLow,
        AgeHigh = household.AgeHigh,
        Skill = household.Skill,
        SiblingExemption = household.SiblingExemption,
        OtherLanguage = household.OtherLanguage,
        OpenedDay = household.ApprovedDay,
        Household = slot,
    });

    /// <summary>A connected person of the initial stock, approved long since.</summary>
    internal void SettleConnected(int home, in Today today)
    {
        OpenConnected(new ConnectedHome(home, ChildState.NoHome), today);
        ref HouseholdState household = ref county.State.Households[county.State.Service.Register[home].Household];
        household.IsApproved = true;
        household.Phase = HouseholdPhase.Active;
        household.NextDay = ChildState.Never;
    }

    private void OpenConnected(in ConnectedHome opened, in Today today)
    {
        ref Home home = ref county.State.Service.Register[opened.Home];
        int slot = county.State.Households.Add(home.Id, home.Place);
        ref HouseholdState household = ref county.State.Households[slot];
        home.Household = slot;
        household.Home = opened.Home;
        household.Approved = (byte)home.Approved;
        household.Type = FosterType.ConnectedPerson;
        household.AgeHigh = home.AgeHigh;
        HouseholdRules.OpenConnected(ref household, new Draws(county.Key, household.Id), today);
        county.ScheduleHousehold(slot, today.Day);
    }

    private void AnswerStability(in Effect effect, in Today today)
    {
        ref ChildState child = ref county.State.Children[effect.Slot];
        var draws = new Draws(county.Key, child.Id);
        bool taken = county.State.Service.TakeStabilityCase();
        bool kept = taken && draws.For(Process.Stability, child.PlacementUses).UniformA < today.Rates.Placements.StabilityKept;
        county.State.Effects.Count(Flow.StabilityReferrals, taken ? 1 : 0);
        county.State.Effects.Count(Flow.StabilityKept, kept ? 1 : 0);
        county.State.Effects.Tell(child.Id, EventKind.StabilityAnswered, kept ? "kept" : "moved");
        PlacementRules.AnswerStability(ref child, taken, kept, draws, today, county.State.Effects);
        county.ScheduleChild(effect.Slot, today.Day);
    }

    private void EnterSibling(in Effect effect, in Today today)
    {
        ChildState lead = county.State.Children[effect.Slot];
        int slot = county.AddChild(effect.Entity, lead.District);
        ref ChildState child = ref county.State.Children[slot];
        CareRules.EnterWith(ref child, lead, new Draws(county.Key, child.Id), today, county.State.Effects);
        county.ScheduleChild(slot, today.Day);
    }
}
