using System.Runtime.InteropServices;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>
/// The schooling of the children in care of one county: which resident each is, and where care has brought it to school. It lies over the school
/// years, which were lived through without it. Off, and without effect, until it is begun.
/// </summary>
internal sealed partial class CareSchoolBook : IPupilsInCare
{
    private readonly Dictionary<SchoolParameters, SchoolsInView> _views = [];
    private readonly ResidentLinks _links = new();
    private readonly List<(ulong Id, int Slot)> _entering = new(64);
    private readonly Dictionary<ulong, PupilInCare> _apart = [];
    private PupilInCare[] _pupils = new PupilInCare[1024];
    private SchoolsInView? _schools;
    private CareSchoolRates? _rates;
    private DrawKey _key;
    private int _academicYear;
    private int _nextYearDay;

    /// <summary>Whether children in care are residents.</summary>
    public bool IsOn => _rates is not null;

    /// <summary>The day on which it was begun; <see cref="ChildState.Never"/> while it is off.</summary>
    public int FirstDay { get; private set; } = ChildState.Never;

    /// <summary>What was counted.</summary>
    public CareSchoolCounts Counts { get; private set; }

    /// <summary>Who is whom.</summary>
    public ResidentLinks Links => _links;

    /// <summary>What is kept of a child; fresh where nothing is.</summary>
    public ref PupilInCare this[int slot, ulong id]
    {
        get
        {
            if (slot >= _pupils.Length)
            {
                Array.Resize(ref _pupils, Math.Max(slot + 1, 2 * _pupils.Length));
            }

            ref PupilInCare pupil = ref _pupils[slot];
            if (pupil.Id != id && !_apart.Remove(id, out pupil))
            {
                pupil = new PupilInCare { Id = id, Known = KnownResidents.None, School = PupilInCare.Own };
            }

            return ref pupil;
        }
    }

    /// <summary>Off.</summary>
    public void Reset()
    {
        _rates = null;
        FirstDay = ChildState.Never;
        _apart.Clear();
    }

    /// <summary>Begins where there are schools: whoever is looked after becomes a resident, and is at school where it would be by now.</summary>
    public void Begin(CountyState county, CountyParameters parameters, SchoolHistory? history, DrawKey key, in Today today)
    {
        if (Open(parameters, history, key, today))
        {
            FirstDay = today.Day;
            _links.Begin(history!.Known);
            LinkStock(county, today);
        }
    }

    private bool Open(CountyParameters parameters, SchoolHistory? history, DrawKey key, in Today today)
    {
        Reset();
        if (history is null || parameters.Schools is not SchoolParameters schools || today.Rates.Schools?.CareSchools is not { KnownShare: > 0 } rates)
        {
            return false;
        }

        if (!_views.TryGetValue(schools, out _schools))
        {
            _views.Add(schools, _schools = new SchoolsInView(schools.Estate, schools.Calendar.Schools));
        }

        (_rates, _key) = (rates, key);
        Counts = default;
        _schools.Begin(history.Standings);
        Array.Clear(_pupils);
        GoTo(today);
        return true;
    }

    /// <summary>Begins a day.</summary>
    public void BeginDay(in Today today)
    {
        if (IsOn)
        {
            GoTo(today);
        }
    }

    /// <summary>Links those who enter care today, by address: whoever wakes first has no advantage.</summary>
    public void Enter(CountyState county, in Today today)
    {
        if (!IsOn)
        {
            return;
        }

        _entering.Clear();
        foreach (ref readonly Effect wanted in county.Effects.Wanted)
        {
            if (wanted.Class == EffectClass.PlacementRequest && wanted.Detail == (int)MoveReason.Entry)
            {
                _entering.Add((wanted.Entity, wanted.Slot));
            }
        }

        _entering.Sort();
        foreach ((_, int slot) in CollectionsMarshal.AsSpan(_entering))
        {
            ref ChildState child = ref county.Children[slot];
            Link(slot, ref child, today);
        }
    }

    /// <summary>On 1 September: a school that a child has outgrown, or that a round has given it, is looked at again from where the child lives.</summary>
    public void EndDay(CountyState county, in Today today)
    {
        if (!IsOn || today.Day != _nextYearDay)
        {
            return;
        }

        foreach (int slot in county.LookedAfter.Members)
        {
            ref readonly ChildState child = ref county.Children[slot];
            if (!child.Is(ChildFacts.StopGap))
            {
                Review(ref this[slot, child.Id], child, today);
            }
        }
    }

    /// <summary>A child leaves care: it goes to school where the resident goes.</summary>
    public void Leave(int slot, in ChildState child)
    {
        if (IsOn)
        {
            ref PupilInCare pupil = ref this[slot, child.Id];
            pupil.School = PupilInCare.Own;
            pupil.HasPoint = false;
        }
    }

    /// <summary>Where a child is at school at the end of a day, and where it would be without care.</summary>
    public Schooling SchoolingOf(int slot, in ChildState child, int day) => SchoolingOf(this[slot, child.Id], child, day);

    /// <summary>What the school side says of the resident who a child is; nothing where it is none.</summary>
    public ref readonly KnownState OwnOf(in PupilInCare pupil, int day) => ref _links.Known.On(pupil.Known, day);

    /// <inheritdoc/>
    public Seeker Describe(in Seeker seeker, int slot, in ChildState child, in Today today)
    {
        if (!IsOn)
        {
            return seeker;
        }

        ref readonly PupilInCare pupil = ref this[slot, child.Id];
        Schooling at = SchoolingOf(pupil, child, today.Day);
        bool known = at.IsOfSchoolAge && at.Now >= 0;
        School? school = known ? _schools!.Estate.Schools[at.Now] : null;
        return seeker with
        {
            SchoolKnown = known,
            SchoolEast = school?.East ?? 0,
            SchoolNorth = school?.North ?? 0,
            Plan = pupil.Known == KnownResidents.None ? PlanAsks.Unknown : CareSchoolRules.PlanAsksFor(OwnOf(pupil, today.Day)),
            BoardingShare = _rates!.PlanShare[child.NeedLevel] * _rates.ResidentialPlanShare,
        };
    }

    /// <inheritdoc/>
    public void MovesIn(int slot, in ChildState child, in Found found, in Today today, Effects effects)
    {
        if (IsOn)
        {
            ref PupilInCare pupil = ref this[slot, child.Id];
            (pupil.East, pupil.North, pupil.HasPoint) = (found.East, found.North, found.IsHome);
            Settle(ref pupil, child, today, effects);
        }
    }

    /// <inheritdoc/>
    public void Stays(int slot, in ChildState child, in Today today, Effects effects)
    {
        if (IsOn)
        {
            Settle(ref this[slot, child.Id], child, today, effects);
        }
    }

    private void GoTo(in Today today)
    {
        _rates = today.Rates.Schools!.CareSchools!;
        _schools!.GoTo(today.Day);
        _academicYear = _schools.Calendar.YearOf(today.Day);
        int first = _schools.Calendar.FirstDayOf(_academicYear);
        _nextYearDay = first >= today.Day ? first : _schools.Calendar.FirstDayOf(_academicYear + 1);
    }

    private void LinkStock(CountyState county, in Today today)
    {
        _entering.Clear();
        foreach (int slot in county.LookedAfter.Members)
        {
            _entering.Add((county.Children[slot].Id, slot));
        }

        _entering.Sort();
        foreach ((ulong id, int slot) in CollectionsMarshal.AsSpan(_entering))
        {
            ref ChildState child = ref county.Children[slot];
            Link(slot, ref child, today);
            ref PupilInCare pupil = ref this[slot, id];
            PlacementPoint.Note(ref pupil, child, county.Service.Register, today.Rates.Placements.Map, _key);
            Review(ref pupil, child, today);
        }
    }

    /// <summary>A child of Kent's own becomes a resident of its district; one who was so before stays the same while that one lives in Kent.</summary>
    private void Link(int slot, ref ChildState child, in Today today)
    {
        if (child.Phase != Phase.LookedAfter || child.Is(ChildFacts.Unaccompanied))
        {
            return;
        }

        ref PupilInCare pupil = ref this[slot, child.Id];
        if (pupil.Known == KnownResidents.None || !OwnOf(pupil, today.Day).IsPresent)
        {
            pupil.Known = _links.Link(ResidentQuest.Of(child, _schools!.Calendar, _academicYear, _key, _rates!), today.Day);
        }

        if (pupil.Known != KnownResidents.None)
        {
            ref readonly KnownState own = ref OwnOf(pupil, today.Day);
            (child.East, child.North) = (own.East, own.North);
        }
    }

    /// <summary>In a stop-gap nobody changes school; when a placement begins it is asked whether the school can be kept.</summary>
    private void Settle(ref PupilInCare pupil, in ChildState child, in Today today, Effects effects)
    {
        if (child.Is(ChildFacts.StopGap) || child.Phase != Phase.LookedAfter)
        {
            return;
        }

        ushort before = pupil.School;
        int was = SchoolingOf(pupil, child, today.Day).Now;
        Review(ref pupil, child, today);
        Schooling at = SchoolingOf(pupil, child, today.Day);
        if (!at.IsOfSchoolAge)
        {
            return;
        }

        Counts = Counts.With(known: was >= 0, moved: at.Now != was && (was >= 0 || before == PupilInCare.Elsewhere));
        if (at.Now != was && at.Now >= 0)
        {
            School school = _schools!.Estate.Schools[at.Now];
            effects.Tell(child.Id, EventKind.StartedSchool, "care", EntityId.Of(EntityKind.School, school.District, 0, school.Index));
        }
    }

    private void Review(ref PupilInCare pupil, in ChildState child, in Today today)
    {
        Schooling at = SchoolingOf(pupil, child, today.Day);
        bool nobody = pupil.Known == KnownResidents.None && !child.Is(ChildFacts.Unaccompanied);
        if (nobody || !at.IsOfSchoolAge || CareSchoolRules.IsApart(OwnOf(pupil, today.Day)) || child.Place == HomeKind.WithParents)
        {
            pupil.School = PupilInCare.Own;
        }
        else if (CareSchoolRules.IsElsewhere(child))
        {
            pupil.School = PupilInCare.Elsewhere;
        }
        else if (child.Home == ChildState.NoHome || !pupil.HasPoint)
        {
            pupil.School = at.Now == at.Own || at.Now < 0 ? PupilInCare.Own : (ushort)at.Now;
        }
        else
        {
            int school = CareSchoolRules.SchoolFor(pupil, at, _academicYear, _schools!, _rates!);
            pupil.School = school == at.Own ? PupilInCare.Own : (ushort)school;
        }
    }

    private Schooling SchoolingOf(in PupilInCare pupil, in ChildState child, int day)
    {
        int known = pupil.Known;
        ref readonly KnownState own = ref _links.Known.On(known, day);
        int year = _academicYear - (known == KnownResidents.None ? _schools!.Calendar.CohortOf(child.BirthDay) : _links.Known[known].Cohort);
        int ownSchool = own is { IsPresent: true, Setting: Setting.Mainstream } ? own.School : -1;
        int now = pupil.School switch
        {
            < PupilInCare.Elsewhere when CareSchoolRules.IsApart(own) => -1,
            PupilInCare.Own => ownSchool,
            PupilInCare.Elsewhere => -1,
            _ => _schools!.Teaches(pupil.School, _academicYear, year) ? pupil.School : ownSchool,
        };
        return new Schooling(year, ownSchool, now);
    }
}
