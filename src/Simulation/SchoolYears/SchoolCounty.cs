using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;
using KentSufficiency.Simulation.Supply;
using KentSufficiency.Simulation.Time;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// Everything of the school side that a day changes and the next one needs: residents, rolls, schools, plans, schemes, counts. What moves a
/// pupil passes through here, so that a child has one school at most and a roll is the number of its children.
/// </summary>
internal sealed class SchoolCounty
{
    private readonly byte[] _districtOf;

    // The children of the start are the same in every replication: their rolls are counted once.
    private SchoolRolls? _startingRolls;
    private int[] _startingByPlan = [];

    public SchoolCounty(SchoolParameters parameters, SchoolMemory memory, int horizon)
    {
        Estate = parameters.Estate;
        _districtOf = [.. Estate.Areas.Select(area => (byte)area.District)];
        SchoolCalendar calendar = Calendar = parameters.Calendar.Schools;
        Send = new SendService(calendar);
        Residents = memory.Residents;
        Wheel = memory.Wheel;
        Care = new CareWatch(Residents, Estate);
        Rolls = new SchoolRolls(Estate.Schools.Length, calendar.YearOf(horizon) + 2);
        Statuses = new SchoolStatus[Estate.Schools.Length];
        Liking = new double[Estate.Schools.Length];
        Grades = new Grade[Estate.Schools.Length];
        Appeal = new SchoolAppeal(Estate);
        ByPlan = new int[Estate.Schools.Length];
        DesignatedPlaces = new int[Estate.Schools.Length];
        ResourcePlaces = new int[Estate.Schools.Length];
        SpecialSchools = [.. Estate.Schools.Where(school => school.Kind == SchoolKind.Special).Select(school => school.Index)];
        Ids = [.. Estate.Schools.Select(school => EntityId.Of(EntityKind.School, school.District, 0, school.Index))];
    }

    public Estate Estate { get; }

    public SchoolCalendar Calendar { get; }

    public ResidentTable Residents { get; }

    public SchoolRolls Rolls { get; }

    /// <summary>What changes about each school.</summary>
    public SchoolStatus[] Statuses { get; }

    /// <summary>How well each school is liked now at equal distance.</summary>
    public double[] Liking { get; }

    /// <summary>The latest grade of each school.</summary>
    public Grade[] Grades { get; }

    /// <summary>What families see of the schools now.</summary>
    public SchoolAppeal Appeal { get; }

    /// <summary>Pupils in special schools and resource provisions, by school, places named for next September included.</summary>
    public int[] ByPlan { get; }

    /// <summary>Commissioned places of special schools.</summary>
    public int[] DesignatedPlaces { get; }

    /// <summary>Places of resource provisions.</summary>
    public int[] ResourcePlaces { get; }

    /// <summary>Special schools by index.</summary>
    public int[] SpecialSchools { get; }

    /// <summary>Schools that have a resource provision, by index.</summary>
    public List<int> ResourceSchools { get; } = [];

    /// <summary>Schemes and where they stand: those of the parameters in their order, then those that were commissioned.</summary>
    public List<SchemeCase> Schemes { get; } = new(256);

    public SendService Send { get; }

    public DayWheel Wheel { get; }

    /// <summary>Counts since the start, by <see cref="SchoolFlow"/>.</summary>
    public long[] Flows { get; } = new long[(int)SchoolFlow.Count];

    /// <summary>Children of school age without a place who asked in vain; asked again at month ends. May hold some who have found one.</summary>
    public List<int> InVain { get; } = new(1024);

    public SchoolEvents Events { get; } = new();

    /// <summary>Watches the children who may enter care.</summary>
    public CareWatch Care { get; }

    /// <summary>Addresses of the schools.</summary>
    public ulong[] Ids { get; }

    /// <summary>The district of a child's home.</summary>
    public int DistrictOf(in ResidentState child) => _districtOf[child.Area];

    /// <summary>Places in Year 12 of a school.</summary>
    public int SixthFormPlaces(int school) => Estate.Capacity[(school * Estate.Years) + YearGroups.SixthForm];

    /// <summary>Whether a mainstream school has its first year group in a year: there its round is.</summary>
    public bool Begins(int school, int year) => Estate.Begins(school, year);

    /// <summary>Counts a happening.</summary>
    public void Count(SchoolFlow flow, long amount = 1) => Flows[(int)flow] += amount;

    /// <summary>Counts a happening of a district.</summary>
    public void CountIn(SchoolFlow flow, int district, long amount = 1) => Flows[(int)flow + district] += amount;

    /// <summary>A resource provision opens, or grows.</summary>
    public void AddResourcePlaces(int school, int places)
    {
        ResourcePlaces[school] += places;
        ListResourceSchools();
    }

    /// <summary>Puts a child on the roll of a school.</summary>
    /// <param name="number">The child.</param>
    /// <param name="school">The school.</param>
    /// <param name="setting">The setting there.</param>
    /// <param name="how">How it came about, for the log.</param>
    /// <param name="named">Whether a plan names the school, so that the child may be above its number.</param>
    public void Enrol(int number, int school, Setting setting, string how, bool named = false)
    {
        ref ResidentState child = ref Residents[number];
        child.Set(ResidentFacts.Named, named);
        child.School = (ushort)school;
        child.Setting = setting;
        Rolls.Roll(school, child.Cohort)++;
        ByPlan[school] += IsByPlan(setting);
        Events.Tell(child.Id, EventKind.StartedSchool, how, Ids[school]);
        Care.Touch(number);
    }

    /// <summary>Takes a child off the roll of its school, if it is on one.</summary>
    public void Leave(int number, Setting next, string why)
    {
        ref ResidentState child = ref Residents[number];
        if (child.School != ResidentState.NoSchool)
        {
            Rolls.Roll(child.School, child.Cohort)--;
            ByPlan[child.School] -= IsByPlan(child.Setting);
            Events.Tell(child.Id, EventKind.LeftSchool, why, Ids[child.School]);
            child.School = ResidentState.NoSchool;
        }

        child.Set(ResidentFacts.Named, false);
        child.Setting = next;
        Care.Touch(number);
    }

    /// <summary>Settles where a child is educated from next September, and reserves the place; a former offer is given back.</summary>
    /// <param name="number">The child.</param>
    /// <param name="school">The school, or -1 for none of Kent's.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="named">Whether a plan names the school.</param>
    public void NameNext(int number, int school, Setting setting, bool named = false)
    {
        WithdrawOffer(number);
        ref ResidentState child = ref Residents[number];
        child.Set(ResidentFacts.NamedNext, named);
        child.NextSetting = setting;
        if (school >= 0)
        {
            child.Offer = (ushort)school;
            Rolls.Offered(school, child.Cohort)++;
            ByPlan[school] += IsByPlan(setting);
        }
    }

    /// <summary>Gives an offered place back, if there is one.</summary>
    public void WithdrawOffer(int number)
    {
        ref ResidentState child = ref Residents[number];
        if (child.Offer != ResidentState.NoSchool)
        {
            Rolls.Offered(child.Offer, child.Cohort)--;
            ByPlan[child.Offer] -= IsByPlan(child.NextSetting);
            child.Offer = ResidentState.NoSchool;
        }

        child.NextSetting = Setting.None;
    }

    /// <summary>A child starts where it was to be from this September on.</summary>
    public void TakeUp(int number)
    {
        ref ResidentState child = ref Residents[number];
        Leave(number, child.NextSetting, "moved-on");
        child.Set(ResidentFacts.Named, child.Is(ResidentFacts.NamedNext));
        if (child.Offer != ResidentState.NoSchool)
        {
            child.School = child.Offer;
            Rolls.Offered(child.School, child.Cohort)--;
            Rolls.Roll(child.School, child.Cohort)++;
            Events.Tell(child.Id, EventKind.StartedSchool, "round", Ids[child.School]);
        }

        child.Offer = ResidentState.NoSchool;
        child.NextSetting = Setting.None;
    }

    /// <summary>A child goes out of the county, or out of the age of school.</summary>
    public void Go(int number, string why)
    {
        WithdrawOffer(number);
        Leave(number, Setting.None, why);
        ref ResidentState child = ref Residents[number];
        child.Facts &= ~ResidentFacts.Present;
        Count(SchoolFlow.Went);
        Events.Tell(child.Id, EventKind.LeftKent, why);
    }

    /// <summary>Sets the county to the start.</summary>
    public void Reset()
    {
        Residents.Reset();
        Array.Clear(Flows);
        InVain.Clear();
        Events.ClearDay();
        Wheel.Reset(1);
        ResetPlaces();
    }

    private static int IsByPlan(Setting setting) => setting is Setting.Special or Setting.ResourceProvision ? 1 : 0;

    /// <summary>Places as on the start: for cohorts at school those of the estate, for all to come the admission number.</summary>
    private void ResetPlaces()
    {
        Rolls.Clear();
        Array.Clear(ByPlan);
        foreach (School school in Estate.Schools)
        {
            DesignatedPlaces[school.Index] = school.DesignatedPlaces;
            ResourcePlaces[school.Index] = school.ResourcePlaces;
            for (int cohort = -Estate.Years; cohort < Rolls.Cohorts - SchoolRolls.Before; cohort++)
            {
                int year = -cohort;
                Rolls.Capacity(school.Index, cohort) = year >= school.FirstYear && year < Estate.Years
                    ? Estate.Capacity[(school.Index * Estate.Years) + year]
                    : school.Pan;
            }
        }

        ListResourceSchools();
        if (_startingRolls is null)
        {
            CountPupils();
            _startingRolls = new SchoolRolls(Estate.Schools.Length, Rolls.Cohorts - SchoolRolls.Before - 2);
            _startingRolls.CopyFrom(Rolls);
            _startingByPlan = [.. ByPlan];
        }

        Rolls.CopyFrom(_startingRolls);
        _startingByPlan.CopyTo(ByPlan, 0);
    }

    private void ListResourceSchools()
    {
        ResourceSchools.Clear();
        foreach (School school in Estate.Schools)
        {
            if (school.Kind != SchoolKind.Special && ResourcePlaces[school.Index] > 0)
            {
                ResourceSchools.Add(school.Index);
            }
        }
    }

    private void CountPupils()
    {
        for (int number = 0; number < Residents.StockCount; number++)
        {
            ref ResidentState child = ref Residents[number];
            if (child.School != ResidentState.NoSchool)
            {
                Rolls.Roll(child.School, child.Cohort)++;
                ByPlan[child.School] += IsByPlan(child.Setting);
            }
        }
    }
}
