using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Building;

/// <summary>
/// Children of whom the same is said. Every method returns the group itself, so that sentences can be strung together; <see cref="Add"/> goes on to the next group and
/// <see cref="Build"/> ends. Days are counted from the day of coming into care.
/// </summary>
public sealed class ChildGroup
{
    private readonly CohortBuilder _builder;
    private readonly KentDistricts _districts;
    private readonly int _count;
    private readonly List<CareStep> _steps = [];
    private (DateOnly From, DateOnly To)? _entered;
    private (int Youngest, int Oldest)? _ages;
    private int? _district;
    private bool? _female;
    private bool _unaccompanied;
    private bool _disabled;
    private int _siblings = 1;
    private NeedCode? _need;
    private LegalStatus _legal = LegalStatus.V2;
    private HomeKind _home = HomeKind.InHouseFoster;

    internal ChildGroup(CohortBuilder builder, KentDistricts districts, int count)
    {
        _builder = builder;
        _districts = districts;
        _count = count;
    }

    /// <summary>Unaccompanied asylum-seeking children, by default of 14 to 17 years.</summary>
    public ChildGroup Unaccompanied()
    {
        _unaccompanied = true;
        return this;
    }

    /// <summary>The home district, or the one to which an unaccompanied child was allocated.</summary>
    /// <param name="district">Name or id of one of the twelve.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public ChildGroup In(string district)
    {
        int found = _districts.All.ToList().FindIndex(one => string.Equals(one.Name, district, StringComparison.OrdinalIgnoreCase) || one.Id == district);
        _district = found >= 0 ? found : throw new ArgumentException($"'{district}' is none of the districts of Kent.", nameof(district));
        return this;
    }

    /// <summary>Completed years on coming into care.</summary>
    public ChildGroup Aged(int youngest, int oldest)
    {
        _ages = youngest >= 0 && oldest < Age.Years(Age.Days18) && youngest <= oldest
            ? (youngest, oldest)
            : throw new ArgumentOutOfRangeException(nameof(youngest), "Ages are from 0 to 17, the younger first.");
        return this;
    }

    /// <summary>Completed years on coming into care.</summary>
    public ChildGroup Aged(int years) => Aged(years, years);

    /// <summary>Girls only.</summary>
    public ChildGroup Girls()
    {
        _female = true;
        return this;
    }

    /// <summary>Boys only.</summary>
    public ChildGroup Boys()
    {
        _female = false;
        return this;
    }

    /// <summary>Disabled children.</summary>
    public ChildGroup Disabled()
    {
        _disabled = true;
        return this;
    }

    /// <summary>The first so many of the group are brothers and sisters who came into care together.</summary>
    public ChildGroup Siblings(int size)
    {
        _siblings = size >= 1 && size <= Math.Min(_count, MostSiblings)
            ? size
            : throw new ArgumentOutOfRangeException(nameof(size), $"A family of the group has 1 to {Math.Min(_count, MostSiblings)} children.");
        return this;
    }

    /// <summary>Came into care on a day of a month.</summary>
    public ChildGroup EnteredCare(int year, int month) => EnteredCare(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>Came into care on a day.</summary>
    public ChildGroup EnteredCare(DateOnly day) => EnteredCare(day, day);

    /// <summary>Came into care on a day of a span, both ends included; by default of the whole history.</summary>
    public ChildGroup EnteredCare(DateOnly from, DateOnly to)
    {
        _entered = from <= to ? (from, to) : throw new ArgumentException("The first day comes first.", nameof(to));
        return this;
    }

    /// <summary>Category of need; by default N1, and N8 of unaccompanied children.</summary>
    public ChildGroup InNeed(NeedCode need)
    {
        _need = need;
        return this;
    }

    /// <summary>Legal status on coming into care; by default V2.</summary>
    public ChildGroup Under(LegalStatus legal)
    {
        _legal = legal;
        return this;
    }

    /// <summary>Legal status from some days later on.</summary>
    public ChildGroup ThenUnder(LegalStatus legal, int after) => Then(new CareStep(after, Legal: legal));

    /// <summary>The first home; by default in-house foster carers.</summary>
    public ChildGroup PlacedIn(HomeKind home)
    {
        _home = home;
        return this;
    }

    /// <summary>Another home, with other carers, from some days later on.</summary>
    public ChildGroup ThenIn(HomeKind home, int after, MoveReason reason = MoveReason.CarePlan) => Then(new CareStep(after, Home: home, Moves: reason));

    /// <summary>Another kind of placement with the same carers, from some days later on.</summary>
    public ChildGroup ThenAs(HomeKind home, int after) => Then(new CareStep(after, Home: home));

    /// <summary>Left care some days later; by default a child stays until the end of the history, or until 18.</summary>
    public ChildGroup LeftCare(EndReason reason, int after) => Then(new CareStep(after, Leaves: reason));

    /// <summary>Goes on to another group.</summary>
    public ChildGroup Add(int count = 1) => _builder.Add(count);

    /// <summary>Makes the children of all groups.</summary>
    /// <exception cref="CohortException">What was said cannot be.</exception>
    public Cohort Build() => _builder.Build();

    /// <summary>The most children of a family: what an address has room for.</summary>
    internal const int MostSiblings = 16;

    private const int OldestOfFamilies = 15;
    private const int YoungestAlone = 14;
    private const int OldestAlone = 17;

    private ChildGroup Then(CareStep step)
    {
        _steps.Add(step.After >= 1 ? step : throw new ArgumentOutOfRangeException(nameof(step), "What comes later comes a day later at least."));
        return this;
    }

    internal void Make(List<CareHistory> into, DrawKey key, DateOnly start, DateOnly last)
    {
        (DateOnly from, DateOnly to) = _entered ?? (start, last);
        if (from < start || to > last)
        {
            throw new CohortException($"Coming into care from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} is outside the history, which is from {start:yyyy-MM-dd} to {last:yyyy-MM-dd}.");
        }

        ulong lead = 0;
        for (int i = 0; i < _count; i++)
        {
            bool sibling = i > 0 && i < _siblings;
            EntityKind kind = _unaccompanied ? EntityKind.UnaccompaniedChild : EntityKind.ReferredChild;
            ulong id = sibling ? EntityId.Sibling(lead, i) : EntityId.Of(kind, _district ?? 0, 0, into.Count);
            lead = sibling ? lead : id;
            into.Add(MakeChild(id, into.Count, new Draws(key, lead), new Draws(key, id), (from.DayNumber - start.DayNumber, to.DayNumber - start.DayNumber), last.DayNumber - start.DayNumber));
        }
    }

    private CareHistory MakeChild(ulong id, int number, in Draws family, in Draws own, (int From, int To) entered, int last)
    {
        RandomBlock shared = family.Cohort(CohortDraws.BuilderBlock);
        RandomBlock luck = own.Cohort(CohortDraws.BuilderBlock);
        int began = entered.From + (int)(shared.UniformA * (entered.To - entered.From + 1));
        (int youngest, int oldest) = _ages ?? (_unaccompanied ? (YoungestAlone, OldestAlone) : (0, OldestOfFamilies));
        int age = youngest + (int)(luck.UniformB * (oldest - youngest + 1));

        // A month away from birthdays, so that the age holds whether a year has 365 days or 366.
        int birthDay = began - (int)((age + 0.1 + (0.8 * luck.UniformC)) * Age.Year);
        int district = _district ?? (int)(shared.UniformD * KentMap.Districts);
        var child = new CareHistory
        {
            Child = id,
            Number = number,
            BirthDay = birthDay,
            District = district,
            Female = _female ?? luck.UniformD < 0.5,
            Unaccompanied = _unaccompanied,
            Disabled = _disabled,
        };
        NeedCode need = _need ?? (_unaccompanied ? NeedCode.N8 : NeedCode.N1);
        new CareCourseMaker(child, need, began, last).Live(_legal, _home, _steps);
        return child;
    }
}

/// <summary>Something that happens some days after a child came into care: exactly one of the others is said, but a move also says why.</summary>
/// <param name="After">Days.</param>
/// <param name="Legal">The new legal status.</param>
/// <param name="Home">The new kind of home.</param>
/// <param name="Moves">Why other carers take over; null where the carers stay.</param>
/// <param name="Leaves">Why care ends.</param>
internal sealed record CareStep(int After, LegalStatus? Legal = null, HomeKind? Home = null, MoveReason? Moves = null, EndReason? Leaves = null);
