namespace KentSufficiency.Simulation.Placements;

/// <summary>
/// The terms on which a home takes children as one number, and what a child or a group asks for as another: six fields of seven bits, each with
/// a bit in front that stays set where as much is offered as is asked, so that one subtraction answers all six. The type of the home is a bit
/// above them.
/// </summary>
internal static class Terms
{
    private const int Most = 127;
    private const int TypeShift = 48;
    private const ulong Enough = 0x8080_8080_8080;

    /// <summary>What a home offers.</summary>
    public static ulong Of(in Vacancy home) =>
        Enough
        | Fields(
            home.Free,
            home.Free + (home.SiblingExemption ? 1 : 0),
            home.AgeHigh,
            Most - 1 - home.AgeLow,
            home.Skill + 1,
            home.IsEmpty ? 1 : 0)
        | (1UL << (TypeShift + (int)home.Type));

    /// <summary>What a child alone, or a group, asks for; the exemption is for groups only.</summary>
    public static ulong AskedBy(in Seeker seeker) => Fields(
        seeker.Together > 1 ? 0 : seeker.Together,
        seeker.Together > 1 ? seeker.Together : 0,
        seeker.Oldest,
        Most - 1 - seeker.Youngest,
        seeker.NeedLevel,
        seeker.Single ? 1 : 0);

    /// <summary>The bits of the difference that decide: enough of each, and none of the types that do not take such children.</summary>
    /// <param name="taking">The types that do, a bit each.</param>
    public static ulong Deciding(uint taking) => Enough | ((ulong)(ushort)~taking << TypeShift);

    /// <summary>Whether a home may take the child or the group.</summary>
    public static bool Fit(ulong offered, ulong asked, ulong deciding) => ((offered - asked) & deciding) == Enough;

    /// <summary>The deciding bits of a home that may take the child or the group.</summary>
    public static ulong Fitting => Enough;

    private static ulong Fields(int free, int freeForGroup, int oldest, int youngest, int skill, int empty) =>
        Field(free, 0) | Field(freeForGroup, 1) | Field(oldest, 2) | Field(youngest, 3) | Field(skill, 4) | Field(empty, 5);

    private static ulong Field(int value, int field) => (ulong)Math.Clamp(value, 0, Most) << (8 * field);
}
