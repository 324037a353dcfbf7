using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>Whom a day changed, and has to be told.</summary>
public sealed partial class CountyDesk
{
    /// <summary>On the first day it becomes known which residents the children in care are, and with that where they come from.</summary>
    private void MeetAtSchool(in Today today)
    {
        _state.CareSchools.Begin(_state, _parameters, Schools?.History, Key, today);
        if (_state.CareSchools.IsOn)
        {
            foreach (int slot in _state.LookedAfter.Members)
            {
                _changedChildren[slot] = _state.Children[slot].Id;
            }
        }
    }

    private HouseholdEntry Entry(int slot)
    {
        HouseholdState household = _state.Households[slot];
        return new HouseholdEntry(household, household.Home == ChildState.NoHome ? null : _homes[household.Home]);
    }

    /// <summary>Takes everything that changed so far as told.</summary>
    internal void ForgetChanges()
    {
        _changedChildren.Clear();
        _changedHouseholds.Clear();
    }

    /// <summary>Homes change in many ways and in few places; so each is held against what was last told of it.</summary>
    internal void NoteChangedHomes()
    {
        HomeRegister register = _state.Service.Register;
        for (int index = 0; index < register.Count; index++)
        {
            var now = HomeRecord.Of(register[index], index);
            if (index == _homes.Count)
            {
                _homes.Add(default);
            }

            if (_homes[index] != now)
            {
                _homes[index] = now;
                if (register[index].Household >= 0)
                {
                    _changedHouseholds.Add(register[index].Household);
                }
            }
        }
    }
}
