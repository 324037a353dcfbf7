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
    private readonly CountyState _state = county.State; // The same for as long as the county is.
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
        Effects effects = _state.Effects;
        _state.CareSchools.BeginDay(today);
        effects.OrderWanted();
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
        _state.CareSchools.Enter(_state, today);
        _state.Service.Resolve(_state.Children, county.Key, today, effects);
        foreach (ConnectedHome opened in _state.Service.ConnectedToday)
        {
            OpenConnected(opened, today);
        }

        foreach (int home in _state.Service.EmptiedConnected)
        {
            CloseIfConnected(home, today);
        }

        foreach (int slot in _state.Service.Touched)
        {
            county.ScheduleChild(slot, today.Day);
        }

        _state.CareSchools.EndDay(_state, today);
        foreach (int slot in _gone)
        {
            _state.Children.Remove(slot);
        }

        _gone.Clear();
    }

    private void Answer(in Effect effect, in Today today)
    {
        _state.Effects.Slot = effect.Slot;
        switch (effect.Class)
        {
            case EffectClass.Release:
                Release(effect, today);
                break;
            case EffectClass.HouseholdChange:
                Change(effect, today);
                break;
            case EffectClass.PanelCase:
                _state.Panel.Add(effect, today.Day);
                break;
            case EffectClass.Stability:
                AnswerStability(effect, today);
                break;
            case EffectClass.SiblingEnters:
                EnterSibling(effect, today);
                break;
            default:
                _state.Service.Add(effect);
                break;
        }
    }

    private void Release(in Effect effect, in Today today)
    {
        HomeRegister register = _state.Service.Register;
        ref Home home = ref register[effect.Detail];
        if (effect.Priority == 2)
        {
            home.StayingPut--;
            register.Update(effect.Detail);
            return;
        }

        _state.Service.Release(effect.Detail, effect.Slot, _state.Children[effect.Slot]);
        if (effect.Priority == 1)
        {
            home.StayingPut++;
            register.Update(effect.Detail);
        }

        CloseIfConnected(effect.Detail, today);
    }

    private void CloseIfConnected(int index, in Today today)
    {
        ref Home home = ref _state.Service.Register[index];
        if (home.Kind == HomeKind.ConnectedPerson && home.Filled == 0 && home.Household >= 0)
        {
            _state.Service.Register.SetStatus(index, HomeStatus.Closed);
            HouseholdRules.ConnectedChildLeft(ref _state.Households[home.Household], today);
        }
    }

    private void Change(in Effect effect, in Today today)
    {
        ref HouseholdState household = ref _state.Households[effect.Slot];
        HomeRegister register = _state.Service.Register;
        int index = household.Home;
        ref Home home = ref register[index];
        switch ((HouseholdChange)effect.Detail)
        {
            case HouseholdChange.LeaveWithRespite:
                _state.Respite.Lend(index, register, _state.Effects);
                break;
            case HouseholdChange.EndLeave:
                _state.Respite.Return(index, register);
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
                _state.Respite.Return(index, register);
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
        foreach (int slot in _state.Service.Register.Occupants(home))
        {
            ref ChildState child = ref _state.Children[slot];
            _state.Effects.Slot = slot;
            PlacementRules.LoseHome(ref child, reason, new Draws(county.Key, child.Id), today, _state.Effects);
            county.ScheduleChild(slot, today.Day);
        }
    }

    /// <summary>Whether a child matched for the long term lives in a household.</summary>
    internal bool HasLongTermChild(int home)
    {
        foreach (int slot in _state.Service.Register.Occupants(home))
        {
            if (_state.Children[slot].Place == HomeKind.InHouseLongTerm)
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
        _state.Panel.Sit(today.Rates.Fostering, _heard);
        _state.Effects.Count(Flow.PanelCases, _heard.Count);
        foreach (WaitingCase heard in _heard)
        {
            _state.Effects.Count(Flow.PanelWaitDays, today.Day - heard.Since);
            if ((PanelCase)heard.Priority != PanelCase.Review)
            {
                Approve(heard.Slot, today);
            }
        }
    }

    private void Approve(int slot, in Today today)
    {
        ref HouseholdState household = ref _state.Households[slot];
        if (household.Phase is not (HouseholdPhase.WaitingForPanel or HouseholdPhase.Temporary))
        {
            return; // A connected person whose child has left meanwhile.
        }

        _state.Effects.Slot = slot;
        HouseholdRules.Approve(ref household, new Draws(county.Key, household.Id), today, _state.Effects);
        if (!household.IsConnected)
        {
            household.Home = Register(household, slot);
        }

        county.ScheduleHousehold(slot, today.Day);
    }

    /// <summary>Puts an approved household on the placement service's register.</summary>
    internal int Register(in HouseholdState household, int slot) => _state.Service.Register.Add(new Home
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
        ref HouseholdState household = ref _state.Households[_state.Service.Register[home].Household];
        household.IsApproved = true;
        household.Phase = HouseholdPhase.Active;
        household.NextDay = ChildState.Never;
    }

    private void OpenConnected(in ConnectedHome opened, in Today today)
    {
        ref Home home = ref _state.Service.Register[opened.Home];
        int slot = _state.Households.Add(home.Id, home.Place);
        ref HouseholdState household = ref _state.Households[slot];
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
        ref ChildState child = ref _state.Children[effect.Slot];
        var draws = new Draws(county.Key, child.Id);
        bool taken = _state.Service.TakeStabilityCase();
        bool kept = taken && draws.For(Process.Stability, child.PlacementUses).UniformA < today.Rates.Placements.StabilityKept;
        _state.Effects.Count(Flow.StabilityReferrals, taken ? 1 : 0);
        _state.Effects.Count(Flow.StabilityKept, kept ? 1 : 0);
        _state.Effects.Tell(child.Id, EventKind.StabilityAnswered, kept ? "kept" : "moved");
        PlacementRules.AnswerStability(ref child, taken, kept, draws, today, _state.Effects);
        county.ScheduleChild(effect.Slot, today.Day);
    }

    private void EnterSibling(in Effect effect, in Today today)
    {
        ChildState lead = _state.Children[effect.Slot];
        int slot = county.AddChild(effect.Entity, lead.District);
        ref ChildState child = ref _state.Children[slot];
        CareRules.EnterWith(ref child, lead, new Draws(county.Key, child.Id), today, _state.Effects);
        county.ScheduleChild(slot, today.Day);
    }
}
