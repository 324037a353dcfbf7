namespace KentSufficiency.Simulation.Supply;

/// <summary>What the rules of supply want, in the order in which a day resolves it.</summary>
public enum SupplyEffectKind : byte
{
    /// <summary>A new school opens. School.</summary>
    OpenSchool,

    /// <summary>Places are added to cohorts, or taken away where negative. School, first and last cohort, places.</summary>
    AddPlaces,

    /// <summary>A resource provision grows. School, places.</summary>
    AddResourcePlaces,

    /// <summary>A special school's commissioned places grow. School, places.</summary>
    AddSpecialPlaces,

    /// <summary>A school admits nobody of the first cohort or a later one. School, first cohort.</summary>
    StopAdmitting,

    /// <summary>The pupils of cohorts must leave a school that closes and are placed elsewhere. School, first and last cohort.</summary>
    Displace,

    /// <summary>A school is closed: whoever is still on its roll leaves. School.</summary>
    CloseSchool,

    /// <summary>A school becomes an academy. School.</summary>
    Academise,

    /// <summary>A school was inspected. School; detail is the grade.</summary>
    Graded,

    /// <summary>The decision to go ahead was taken. School, places.</summary>
    Decided,

    /// <summary>Permanent places are open in this September. School, places; detail is 1 where they open in temporary rooms.</summary>
    Opened,

    /// <summary>A scheme is not ready for the September it was to open in; told once for each scheme. School, places.</summary>
    Late,

    /// <summary>A scheme is given up. School, places; detail is the <see cref="SchemeFailure"/>.</summary>
    Failed,

    /// <summary>A bulge class was commissioned, planned or as a stand-in. School, first cohort, places; detail is 1 for a stand-in.</summary>
    Bulge,

    /// <summary>Money is spent, or received where negative. School, pence; detail is the <see cref="SupplyMoney"/>.</summary>
    Pay,
}

/// <summary>What money of the supply side is for.</summary>
public enum SupplyMoney : byte
{
    /// <summary>Building at mainstream schools, and equipment paid from capital.</summary>
    Capital,

    /// <summary>The same for special schools and resource provisions.</summary>
    SpecialCapital,

    /// <summary>Setting up classrooms, and growth funding.</summary>
    Revenue,

    /// <summary>What developers pay; negative.</summary>
    DeveloperContribution,
}

/// <summary>One wish or happening. Fields without a meaning for its kind are 0.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="School">The school, by index.</param>
/// <param name="FirstCohort">First cohort concerned.</param>
/// <param name="LastCohort">Last cohort concerned; <see cref="AllLater"/> for all from the first on.</param>
/// <param name="Places">Places a year group, or all together.</param>
/// <param name="Pence">Money.</param>
/// <param name="Detail">A number whose meaning belongs to the kind.</param>
/// <param name="Scheme">The number of the scheme in the engine's list; -1 where there is none.</param>
public readonly record struct SupplyEffect(
    SupplyEffectKind Kind, int School, int FirstCohort, int LastCohort, int Places, long Pence, int Detail, int Scheme) : IComparable<SupplyEffect>
{
    /// <summary>As the last cohort: all from the first on.</summary>
    public const int AllLater = int.MaxValue;

    /// <summary>The order of a day: kind, then school, then scheme. What is left equal adds up in any order.</summary>
    public int CompareTo(SupplyEffect other)
    {
        int byKind = (int)Kind - (int)other.Kind; // To compare enumerations themselves would box them.
        int bySchool = byKind != 0 ? byKind : School.CompareTo(other.School);
        return bySchool != 0 ? bySchool : Scheme.CompareTo(other.Scheme);
    }
}

/// <summary>Collects what the rules of supply want on a day. Belongs to one engine and one thread; cleared every day, never freed.</summary>
public sealed class SupplyEffects
{
    private SupplyEffect[] _wanted = new SupplyEffect[64];

    /// <summary>The scheme whose rule is running, by number; -1 for none.</summary>
    public int Scheme { get; set; } = -1;

    /// <summary>Number of effects collected.</summary>
    public int Count { get; private set; }

    /// <summary>The effects in the order in which they were wanted.</summary>
    public Span<SupplyEffect> Wanted => _wanted.AsSpan(0, Count);

    /// <summary>The effects in the order in which a day resolves them.</summary>
    public Span<SupplyEffect> InOrder()
    {
        Wanted.Sort();
        return Wanted;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Count = 0;

    /// <summary>Wants something of a school.</summary>
    public void Want(SupplyEffectKind kind, int school, int places = 0, int first = 0, int last = 0, int detail = 0, long pence = 0)
    {
        if (Count == _wanted.Length)
        {
            Array.Resize(ref _wanted, 2 * _wanted.Length);
        }

        _wanted[Count++] = new SupplyEffect(kind, school, first, last, places, pence, detail, Scheme);
    }

    /// <summary>Spends money; nothing is told of an amount of 0.</summary>
    public void Pay(SupplyMoney what, int school, long pence)
    {
        if (pence != 0)
        {
            Want(SupplyEffectKind.Pay, school, detail: (int)what, pence: pence);
        }
    }
}
