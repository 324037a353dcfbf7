using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Care;

/// <summary>
/// What a child is. Drawn when care first needs to know it, not before: addressed draws give the same child whenever they are
/// asked, so the many who never enter care cost nothing.
/// </summary>
public static class ChildCharacter
{
    /// <summary>Draws needs, flags, sibling group and home point.</summary>
    public static void Draw(ref ChildState child, in Draws draws, in Today today)
    {
        DrawNeeds(ref child, draws, today.Rates.Care, child.AgeOn(today.Day));
        RandomBlock who = draws.For(Process.Character, 0);
        child.GroupSize = (byte)(1 + today.Rates.Care.GroupSize.Sample(who.D));
        DrawPoint(ref child, draws, today.Rates.Placements.Map);
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
    internal static void DrawNeeds(ref ChildState child, in Draws draws, CareRates rates, int ageDays)
    {
        RandomBlock who = draws.For(Process.Character, 0);
        RandomBlock more = draws.For(Process.Character, 1);
        child.Need = (NeedCode)rates.Needs.Sample(who.A);
        child.NeedLevel = (byte)rates.NeedLevels[(int)Age.Band(ageDays)].Sample(who.B);
        child.Set(ChildFacts.Female, who.UniformC < rates.Girls);
        child.Set(ChildFacts.Disabled, child.Need == NeedCode.N2 || more.UniformA < rates.Disabled);
        child.Set(ChildFacts.SinglePlacement, more.UniformB < rates.SinglePlacement[child.NeedLevel]);
    }

    private static void DrawPoint(ref ChildState child, in Draws draws, KentMap map)
    {
        RandomBlock where = draws.For(Process.Character, 3);
        (child.East, child.North) = map.PointIn(child.District, where.UniformA, where.UniformB);
    }
}
