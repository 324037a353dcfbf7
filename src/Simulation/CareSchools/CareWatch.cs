using System.Runtime.InteropServices;
using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>
/// Watches, while the school years are lived through, those residents who may enter care, and the schools that they may be sent to. Without
/// rates it watches nobody and costs nothing.
/// </summary>
internal sealed class CareWatch(ResidentTable residents, Estate estate)
{
    private readonly List<int> _touched = new(256);
    private readonly StockDraws _draws = new(residents);
    private CareSchoolRates? _rates;
    private SchoolHistory? _into;
    private DrawKey _key;
    private bool _schoolsChanged;

    /// <summary>Begins a replication.</summary>
    public void Begin(CareSchoolRates? rates)
    {
        _rates = rates is { KnownShare: > 0 } ? rates : null;
        _touched.Clear();
    }

    /// <summary>Begins a day.</summary>
    public void BeginDay(DrawKey key, SchoolHistory into) => (_key, _into) = (key, into);

    /// <summary>Finds those of the start who may enter care.</summary>
    public void MeetStock()
    {
        if (_rates is null)
        {
            return;
        }

        int met = 0;
        while (met < residents.StockCount)
        {
            foreach (ref readonly RandomBlock luck in _draws.From(met, _key, Process.ResidentCharacter, AdmissionCharacter.CharacterBlock))
            {
                Meet(met++, luck.UniformC);
            }
        }
    }

    /// <summary>A child came, or got a plan.</summary>
    public void Meet(int number)
    {
        if (_rates is not null)
        {
            Meet(number, AdmissionCharacter.Of(new Draws(_key, residents[number].Id)).UniformC);
        }
    }

    /// <summary>A child came whose character has been drawn.</summary>
    public void Meet(int number, in RandomBlock character)
    {
        if (_rates is not null)
        {
            Meet(number, character.UniformC);
        }
    }

    /// <summary>Something changed about a child.</summary>
    public void Touch(int number)
    {
        if (residents[number].Known > 0)
        {
            _touched.Add(number);
        }
    }

    /// <summary>Schools opened, closed or were inspected.</summary>
    public void TouchSchools() => _schoolsChanged = true;

    /// <summary>Notes what changed on a day.</summary>
    public void EndDay(int day, SchoolCounty county)
    {
        if (_rates is null)
        {
            return;
        }

        foreach (int number in CollectionsMarshal.AsSpan(_touched))
        {
            ref readonly ResidentState child = ref residents[number];
            _into!.Known.Note(child.Known - 1, StateOf(child, day));
        }

        _touched.Clear();
        if (_schoolsChanged)
        {
            _into!.Standings.Note(day, county);
            _schoolsChanged = false;
        }
    }

    private void Meet(int number, double lot)
    {
        ref ResidentState child = ref residents[number];
        bool known = lot < _rates!.KnownShare || (lot < _rates.KnownWithPlanShare && child.Is(ResidentFacts.HasPlan));
        if (known && child.Known == 0)
        {
            child.Known = 1 + _into!.Known.Add(new KnownResident(child.Id, number, child.Cohort, lot));
            _touched.Add(number);
        }
    }

    private KnownState StateOf(in ResidentState child, int day)
    {
        PlanningArea area = estate.Areas[child.Area];
        return new KnownState
        {
            Day = day,
            School = child.School,
            East = (short)child.EastIn(area),
            North = (short)child.NorthIn(area),
            District = (byte)area.District,
            Setting = child.Setting,
            Need = child.Need,
            IsPresent = child.Is(ResidentFacts.Present),
            HasPlan = child.Is(ResidentFacts.HasPlan),
        };
    }
}
