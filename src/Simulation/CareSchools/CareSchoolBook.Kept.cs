using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>What is kept between two days, by the address of the child, and gone on from; children who are out of an engine's view for a while.</summary>
internal sealed partial class CareSchoolBook
{
    /// <summary>A child leaves the view of its engine and may come back.</summary>
    public void SetApart(int slot, ulong id)
    {
        if (IsOn && this[slot, id] is { SaysAnything: true } pupil)
        {
            _apart[id] = pupil;
            _pupils[slot] = default;
        }
    }

    /// <summary>A child will not come back.</summary>
    public void Forget(ulong id) => _apart.Remove(id);

    /// <summary>What is kept of it between two days.</summary>
    public CareSchoolState Save(CountyState county)
    {
        var pupils = _apart.Values.Select(pupil => pupil.ToFile()).ToList();
        for (int slot = 0; slot < Math.Min(county.Children.Top, _pupils.Length); slot++)
        {
            if (_pupils[slot].Id != 0 && _pupils[slot].Id == county.Children[slot].Id && _pupils[slot].SaysAnything)
            {
                pupils.Add(_pupils[slot].ToFile());
            }
        }

        pupils.Sort(static (one, other) => one.Child.CompareTo(other.Child));
        var ofPupils = pupils.Select(pupil => pupil.Known).ToHashSet();
        return new CareSchoolState
        {
            FirstDay = FirstDay,
            Counts = Counts.ToMoves(),
            Links = [.. _links.Save().Where(link => !ofPupils.Contains(link.Known))],
            Pupils = [.. pupils],
        };
    }

    /// <summary>Goes on from what was kept.</summary>
    /// <returns>Whether it does: not where nobody is linked any more.</returns>
    public bool Restore(CareSchoolState kept, CountyState county, CountyParameters parameters, SchoolHistory? history, DrawKey key, in Today today)
    {
        if (!Open(parameters, history, key, today))
        {
            return false;
        }

        (FirstDay, Counts) = (kept.FirstDay, CareSchoolCounts.Of(kept.Counts));
        _links.Restore(history!.Known, kept.Links, kept.Pupils);
        Array.ForEach(kept.Pupils, file => _apart.Add(file.Child, PupilInCare.Of(file)));
        for (int slot = 0; slot < county.Children.Top; slot++)
        {
            if (county.Children[slot].Id != 0)
            {
                _ = this[slot, county.Children[slot].Id];
            }
        }

        return true;
    }
}
