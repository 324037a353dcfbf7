using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Care;

/// <summary>The luck by which a child is who it is; always the same for the same child.</summary>
/// <param name="Who">Needs, sex and sibling group.</param>
/// <param name="More">Disability and whether the child must be the only one placed.</param>
/// <param name="Where">The home point.</param>
internal readonly record struct CharacterLuck(RandomBlock Who, RandomBlock More, RandomBlock Where)
{
    /// <summary>Draws it.</summary>
    public static CharacterLuck Of(in Draws draws) =>
        new(draws.For(Process.Character, 0), draws.For(Process.Character, 1), draws.For(Process.Character, 3));
}

/// <summary>
/// What a child is. Drawn when care first needs to know it, not before: addressed draws give the same child whenever they are
/// asked, so the many who never enter care cost nothing.
/// </summary>
public static class ChildCharacter
{
    /// <summary>Draws needs, flags, sibling group and home point.</summary>
    public static void Draw(ref ChildState child, in Draws draws, in Today today) => Draw(ref child, CharacterLuck.Of(draws), today);

    /// <summary>The same from luck that was drawn already.</summary>
    internal static void Draw(ref ChildState child, in CharacterLuck luck, in Today today)
    {
        DrawNeeds(ref child, luck.Who, luck.More, today.Rates.Care, child.AgeOn(today.Day));
        child.GroupSize = (byte)(1 + today.Rates.Care.GroupSize.Sample(luck.Who.D));
        (child.East, child.North) = today.Rates.Placements.Map.PointIn(child.District, luck.Where.UniformA, luck.Where.UniformB);
    }

    /// <summary>Draws a brother or sister: the lead's home and needs, an age of its own.</summary>
    public static void DrawAsSibling(ref ChildState child, in ChildState lead, in Draws draws, in Today today)
    {
        RandomBlock age = draws.For(Process.Character, 2);
        int apart = (int)((1 + (4.5 * age.UniformA)) * Age.Year);
        int leadAge = lead.AgeOn(today.Day);
        bool older = age.UniformB < 0.5;
        bool fits = older ? leadAge + apart < Age.Days18 - 90 : leadAge - apart >= 0;
        bool otherFits = older ? leadAge - apart >= 0 : leadAge + apart < Age.Days18 - 90;
        int mine = fits || otherFits ? (older == fits ? leadAge + apart : leadAge - apart) : leadAge;
        child.BirthDay = today.Day - mine;
        child.District = lead.District;
        child.Need = lead.Need;
        child.East = lead.East;
        child.North = lead.North;
        child.GroupSize = lead.GroupSize;
        child.LastReferralDay = today.Day;
        DrawNeeds(ref child, draws, today.Rates.Care, today.Day - child.BirthDay);
        child.Need = lead.Need;
    }

    /// <summary>Draws needs and flags.</summary>
    internal static void DrawNeeds(ref ChildState child, in Draws draws, CareRates rates, int ageDays) =>
        DrawNeeds(ref child, draws.For(Process.Character, 0), draws.For(Process.Character, 1), rates, ageDays);

    private static void DrawNeeds(ref ChildState child, in RandomBlock who, in RandomBlock more, CareRates rates, int ageDays)
    {
        child.Need = (NeedCode)rates.Needs.Sample(who.A);
        child.NeedLevel = (byte)rates.NeedLevels[(int)Age.Band(ageDays)].Sample(who.B);
        child.Set(ChildFacts.Female, who.UniformC < rates.Girls);
        child.Set(ChildFacts.Disabled, child.Need == NeedCode.N2 || more.UniformA < rates.Disabled);
        child.Set(ChildFacts.SinglePlacement, more.UniformB < rates.SinglePlacement[child.NeedLevel]);
    }
}
