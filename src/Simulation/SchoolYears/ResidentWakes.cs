using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// The wake phase of the school side: who comes, and whose candidate event is due. Giving a place up adds one to what is free, in any order;
/// who wants a place is put on the list of the day.
/// </summary>
internal sealed class ResidentWakes(SchoolCounty county, ResidentReference reference, InYearDesk inYear, PlanDesk plans)
{
    private const int Abreast = 512;

    private readonly ResidentStreams _streams = new(reference);
    private readonly StockDraws _stock = new(county.Residents);
    private readonly QuietCandidates _quiet = new(KentMap.Districts);
    private readonly ulong[] _ids = new ulong[Abreast];
    private readonly ulong[] _ordinals = new ulong[Abreast];
    private readonly RandomBlock[] _luck = new RandomBlock[Abreast];
    private readonly int[] _awake = new int[Abreast];
    private readonly int[] _gaps = new int[Abreast];
    private readonly RandomBlock[] _sector = new RandomBlock[Abreast];
    private readonly RandomBlock[] _admission = new RandomBlock[Abreast];
    private int[] _due = new int[1024];

    /// <summary>Children who woke or came since the replication began.</summary>
    public long Wakes { get; private set; }

    /// <summary>Draws when each child of the start has its first candidate event.</summary>
    public void Begin(DrawKey key, int horizon)
    {
        Wakes = 0;
        _streams.Reset();
        int number = 0;
        while (number < county.Residents.StockCount)
        {
            ReadOnlySpan<RandomBlock> luck = _stock.From(number, key, Process.Residence, 0);
            ResidentRules.Gaps(luck, _gaps);
            for (int i = 0; i < luck.Length; i++)
            {
                ref ResidentState child = ref county.Residents[number];
                child.Uses = 1;
                Schedule(number++, child, _gaps[i], horizon);
            }
        }
    }

    /// <summary>Lives through the wakes of a day.</summary>
    public void Run(DrawKey key, in SchoolToday today, int horizon)
    {
        ReadOnlySpan<ulong> coming = _streams.On(key, today.Day, today.Date, today.Rates.Residents);
        for (int first = 0; first < coming.Length; first += Abreast)
        {
            Arrive(coming[first..Math.Min(coming.Length, first + Abreast)], key, today, horizon);
        }

        _quiet.Look(today.Rates);
        int due = county.Wheel.Drain(today.Day, ref _due);
        for (int first = 0; first < due; first += Abreast)
        {
            Wake(_due.AsSpan(first, Math.Min(Abreast, due - first)), key, today, horizon);
        }

        Wakes += due;
    }

    private void Wake(ReadOnlySpan<int> numbers, DrawKey key, in SchoolToday today, int horizon)
    {
        int count = 0;
        foreach (int number in numbers)
        {
            ref readonly ResidentState child = ref county.Residents[number];
            if (child.Is(ResidentFacts.Present))
            {
                (_ids[count], _ordinals[count]) = (child.Id, child.Uses);
                _awake[count++] = number;
            }
        }

        Philox4x32.Fill(key, _ids.AsSpan(0, count), (ushort)Process.Residence, _ordinals.AsSpan(0, count), _luck.AsSpan(0, count));
        ResidentRules.Gaps(_luck.AsSpan(0, count), _gaps);
        for (int i = 0; i < count; i++)
        {
            ref ResidentState child = ref county.Residents[_awake[i]];
            child.Uses++;
            int district = county.DistrictOf(child);
            if (!_quiet.Includes(child, _luck[i].UniformA, today.Day, district))
            {
                Wake(_awake[i], district, _luck[i], today);
            }

            Schedule(_awake[i], child, today.Day + _gaps[i], horizon);
        }
    }

    private void Wake(int number, int district, in RandomBlock luck, in SchoolToday today)
    {
        ref ResidentState child = ref county.Residents[number];
        int age = ResidentRules.AgeOn(child.BirthDay, today.Day);
        double asks = age < Send.SendRates.Ages ? today.Rates.Send.RequestShare(district, age) : 0;
        switch (ResidentRules.Wake(ref child, luck, today.Day, district, today.Rates.Residents, asks))
        {
            case Happening.LeavesKent:
                county.CountIn(SchoolFlow.MovedOut, district);
                plans.Leaves(number);
                county.Go(number, "moved");
                break;
            case Happening.MovesHome:
                county.CountIn(SchoolFlow.MovedWithin, district);
                MoveHome(number, today);
                break;
            case Happening.ChangesIndependent:
                ChangeSector(number, Setting.Independent, today);
                break;
            case Happening.ChangesHome:
                ChangeSector(number, Setting.HomeEducated, today);
                break;
            case Happening.AsksForPlan:
                plans.Ask(number);
                break;
            default:
                break;
        }
    }

    private void Arrive(ReadOnlySpan<ulong> ids, DrawKey key, in SchoolToday today, int horizon)
    {
        Draw(key, ids, Process.ResidentCharacter, 0, _luck);
        Draw(key, ids, Process.Residence, 0, _sector);
        ResidentRules.Gaps(_sector.AsSpan(0, ids.Length), _gaps);
        Draw(key, ids, Process.ResidentCharacter, SectorRules.SectorBlock, _sector);
        Draw(key, ids, Process.ResidentCharacter, AdmissionCharacter.CharacterBlock, _admission);
        for (int i = 0; i < ids.Length; i++)
        {
            Arrive(ids[i], i, today, horizon);
        }
    }

    private void Draw(DrawKey key, ReadOnlySpan<ulong> ids, Process process, ulong ordinal, RandomBlock[] into)
    {
        Span<ulong> ordinals = _ordinals.AsSpan(0, ids.Length);
        ordinals.Fill(ordinal);
        Philox4x32.Fill(key, ids, (ushort)process, ordinals, into.AsSpan(0, ids.Length));
    }

    private void Arrive(ulong id, int drawn, in SchoolToday today, int horizon)
    {
        Wakes++;
        (int district, int area) = _streams.PlaceOf(id, county.Estate);
        ResidentState child = ResidentRules.Arrive(
            id, district, area, _luck[drawn], today.Day, today.Rates.Residents, county.Calendar);
        bool born = EntityId.Kind(id) == EntityKind.BornResident;
        int number = county.Residents.Add(child);
        county.Count(SchoolFlow.Came);
        county.CountIn(born ? SchoolFlow.Births : SchoolFlow.MovedIn, district);
        county.Care.Meet(number, _admission[drawn]);
        county.Events.Tell(id, born ? EventKind.BornInKent : EventKind.MovedIntoKent, county.Estate.Areas[child.Area].Name);
        Schedule(number, child, today.Day + _gaps[drawn], horizon);
        if (today.Year - child.Cohort >= 0)
        {
            FindSector(number, EntityId.Kind(id) == EntityKind.RefugeeChild, _sector[drawn], today);
        }
    }

    /// <summary>Someone of school age has come: who would have gone to an independent school goes there, others ask for a place.</summary>
    private void FindSector(int number, bool stateOnly, in RandomBlock luck, in SchoolToday today)
    {
        ref ResidentState child = ref county.Residents[number];
        int year = today.Year - child.Cohort;
        if (year > YearGroups.LastSecondary)
        {
            child.Setting = Setting.Further;
        }
        else if (!stateOnly && SectorRules.ComesToIndependent(year, county.DistrictOf(child), luck, today.Rates.Residents))
        {
            child.Setting = Setting.Independent;
        }
        else
        {
            inYear.Ask(number);
        }
    }

    /// <summary>Keeps the school, and an offered one, where it is near enough to the new home.</summary>
    private void MoveHome(int number, in SchoolToday today)
    {
        ref ResidentState child = ref county.Residents[number];
        plans.Moves(number);
        county.Care.Touch(number);
        county.Events.Tell(child.Id, EventKind.MovedHome, county.Estate.Areas[child.Area].Name);
        ResidentRates rates = today.Rates.Residents;
        if (child.Offer != ResidentState.NoSchool && IsTooFar(child, child.Offer, rates))
        {
            county.WithdrawOffer(number);
        }

        if (child.Setting == Setting.Mainstream && today.Year - child.Cohort <= YearGroups.LastSecondary && IsTooFar(child, child.School, rates))
        {
            county.Leave(number, Setting.Waiting, "moved");
            inYear.Ask(number);
        }
    }

    private bool IsTooFar(in ResidentState child, int school, ResidentRates rates)
    {
        PlanningArea area = county.Estate.Areas[child.Area];
        School there = county.Estate.Schools[school];
        double miles = KentMap.Miles(child.EastIn(area), child.NorthIn(area), there.East, there.North);
        return miles > (there.FirstYear == 7 ? rates.KeepsSecondaryMiles : rates.KeepsPrimaryMiles);
    }

    private void ChangeSector(int number, Setting sector, in SchoolToday today)
    {
        ref ResidentState child = ref county.Residents[number];
        int year = today.Year - child.Cohort;
        if (year is < 0 or > YearGroups.LastSecondary)
        {
            return;
        }

        if (child.Setting == sector)
        {
            county.WithdrawOffer(number);
            inYear.Ask(number);
        }
        else if (child.Setting is Setting.Mainstream or Setting.Waiting && !child.Is(ResidentFacts.HasPlan))
        {
            county.WithdrawOffer(number);
            county.Leave(number, sector, sector == Setting.Independent ? "independent" : "home-educated");
        }
    }

    private void Schedule(int number, in ResidentState child, int day, int horizon)
    {
        if (child.Is(ResidentFacts.Present) && day <= horizon)
        {
            county.Wheel.Schedule(number, day);
        }
    }
}
