using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>What gives an applicant priority at an oversubscribed school.</summary>
public enum Criterion : byte
{
    /// <summary>Looked after, or looked after before: by law the first of all.</summary>
    CareHistory,

    /// <summary>At the infant school whose nearest junior school this is.</summary>
    LinkedSchool,

    /// <summary>An older brother or sister is there.</summary>
    Sibling,

    /// <summary>The family practises the school's faith.</summary>
    Faith,

    /// <summary>The home lies in the school's own planning area.</summary>
    OwnArea,
}

/// <summary>Whose admission arrangements a school has.</summary>
public enum AuthorityRule : byte
{
    /// <summary>The council's: community and voluntary controlled schools.</summary>
    Council,

    /// <summary>A governing body's or trust's with faith among its criteria.</summary>
    Faith,

    /// <summary>A trust's or governing body's without.</summary>
    Academy,

    /// <summary>A grammar school's: only those who passed the test are considered at all.</summary>
    Selective,
}

/// <summary>
/// The order of criteria by admission authority. An applicant's class is the place of the first criterion that it meets; within a class
/// the nearer home goes first, and at the same distance the lot decides.
/// </summary>
public static class AdmissionCriteria
{
    /// <summary>Kinds of criterion.</summary>
    public const int Count = 5;

    private const int Masks = 1 << Count;

    /// <summary>The usual order, by <see cref="AuthorityRule"/>.</summary>
    public static Criterion[][] Standard { get; } =
    [
        [Criterion.CareHistory, Criterion.LinkedSchool, Criterion.Sibling, Criterion.OwnArea],
        [Criterion.CareHistory, Criterion.Faith, Criterion.LinkedSchool, Criterion.Sibling],
        [Criterion.CareHistory, Criterion.LinkedSchool, Criterion.Sibling],
        [Criterion.CareHistory, Criterion.Sibling],
    ];

    /// <summary>Whose arrangements a school has.</summary>
    public static AuthorityRule RuleOf(School school) =>
        school.Selective ? AuthorityRule.Selective
        : school.Faith ? AuthorityRule.Faith
        : school.Authority == SchoolAuthority.Council ? AuthorityRule.Council
        : AuthorityRule.Academy;

    /// <summary>The bit of a criterion in the set of those that an applicant meets.</summary>
    public static int Bit(Criterion criterion, bool met) => (met ? 1 : 0) << (int)criterion; // A shift, so that no branch is needed.

    /// <summary>The class, from 0, of an applicant who meets a set of criteria.</summary>
    public static int ClassOf(ReadOnlySpan<Criterion> order, int met)
    {
        for (int n = 0; n < order.Length; n++)
        {
            if ((met & (1 << (int)order[n])) != 0)
            {
                return n;
            }
        }

        return order.Length;
    }

    /// <summary>All classes in a table: index rule x 2^<see cref="Count"/> + the set of criteria met.</summary>
    internal static void Tabulate(Criterion[][] criteria, Span<byte> table)
    {
        for (int n = 0; n < table.Length; n++)
        {
            table[n] = (byte)ClassOf(criteria[n / Masks], n % Masks);
        }
    }

    /// <summary>Length of such a table.</summary>
    internal static int TableLength => Standard.Length * Masks;
}
