using System.Runtime.CompilerServices;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Checks the conservation laws at the end of a day: children in = children out + children present; every looked-after child has exactly
/// one home; the places of a home are used by those who live there and never beyond its limit.
/// </summary>
internal static class Auditor
{
    /// <summary>Checks one day.</summary>
    /// <exception cref="AuditException">A law is broken.</exception>
    public static void Check(CountyKernel kernel, int day)
    {
        DateOnly date = kernel.Parameters.Start.AddDays(day);
        CheckChildren(kernel, date, day);
        CheckHomes(kernel.State, date);
    }

    /// <summary>Checks one day of a county whose children keep themselves: where those live who have to do with homes.</summary>
    /// <exception cref="AuditException">A law is broken.</exception>
    public static void CheckPlaces(CountyState county, DateOnly date)
    {
        long present = county.Effects.Flows[(int)Flow.ChildrenIn] - county.Effects.Flows[(int)Flow.ChildrenOut];
        long counted = county.Effects.Stocks.AsSpan((int)Phase.Gone + 1).ToArray().Sum(stock => (long)stock);
        Require(present == counted, date, $"{present} children should be present, {counted} are counted.");
        foreach (int slot in county.LookedAfter.Members)
        {
            CheckPlacement(county.Children[slot], date);
        }

        Require(county.LookedAfter.Count == county.Effects.Stocks[(int)Phase.LookedAfter], date,
            $"{county.LookedAfter.Count} children are looked after, {county.Effects.Stocks[(int)Phase.LookedAfter]} are counted.");
        CheckHomes(county, date);
    }

    private static void CheckChildren(CountyKernel kernel, DateOnly date, int day)
    {
        Effects effects = kernel.Effects;
        long present = effects.Flows[(int)Flow.ChildrenIn] - effects.Flows[(int)Flow.ChildrenOut];
        Require(present == kernel.Children.Present, date, $"{present} children should be present, {kernel.Children.Present} are.");
        int lookedAfter = 0;
        for (int slot = 0; slot < kernel.Children.Top; slot++)
        {
            ref ChildState child = ref kernel.Children[slot];
            if (child.Id == 0)
            {
                continue;
            }

            lookedAfter += child.Phase == Phase.LookedAfter ? 1 : 0;
            Require(child.Phase != Phase.Gone, date, $"child {child.Id:x} is gone and still present.");
            Require(child.NextDay > day || child.Phase == Phase.OtherAuthority, date, $"child {child.Id:x} missed its day.");
            if (child.Phase == Phase.LookedAfter)
            {
                CheckPlacement(child, date);
            }
        }

        Require(lookedAfter == kernel.LookedAfter.Count && lookedAfter == effects.Stocks[(int)Phase.LookedAfter], date,
            $"{lookedAfter} children are looked after, {effects.Stocks[(int)Phase.LookedAfter]} are counted.");
    }

    private static void CheckPlacement(in ChildState child, DateOnly date)
    {
        Require(child.Place != HomeKind.None, date, $"child {child.Id:x} is looked after and has no home.");
        bool needsNone = child.Place is HomeKind.Adoption or HomeKind.WithParents;
        Require(needsNone == (child.Home == ChildState.NoHome), date, $"child {child.Id:x} placed as {child.Place} has home {child.Home}.");
    }

    private static void CheckHomes(CountyState county, DateOnly date)
    {
        HomeRegister register = county.Service.Register;
        Span<int> living = register.Count <= 16_384 ? stackalloc int[register.Count] : new int[register.Count];
        living.Clear();
        for (int slot = 0; slot < county.Children.Top; slot++)
        {
            ref ChildState child = ref county.Children[slot];
            if (child.Id != 0 && child.Home != ChildState.NoHome && !child.Is(ChildFacts.StayingPut))
            {
                living[child.Home]++;
            }
        }

        for (int home = 0; home < register.Count; home++)
        {
            ref Home at = ref register[home];
            Require(at.Filled == living[home], date, $"home {at.Id:x} counts {at.Filled} children, {living[home]} live there.");
            int limit = at.Approved + (at.SiblingExemption ? 1 : 0) + at.RunDown;
            int used = at.Filled + at.Respite + at.StayingPut;
            Require(used <= limit, date, $"home {at.Id:x} uses {used} beds of {limit}.");
            Require(at.Status != HomeStatus.Closed || at.Filled == 0, date, $"home {at.Id:x} is closed and holds children.");
        }
    }

    private static void Require(bool holds, DateOnly date, [InterpolatedStringHandlerArgument(nameof(holds))] ref BrokenLaw law)
    {
        if (!holds)
        {
            throw new AuditException(date, law.ToStringAndClear());
        }
    }

    /// <summary>Composes the message only where the law is broken: the audit asks millions of questions a run.</summary>
    [InterpolatedStringHandler]
    internal ref struct BrokenLaw
    {
        private DefaultInterpolatedStringHandler _text;

        public BrokenLaw(int literalLength, int formattedCount, bool holds, out bool broken)
        {
            broken = !holds;
            _text = broken ? new DefaultInterpolatedStringHandler(literalLength, formattedCount) : default;
        }

        public void AppendLiteral(string text) => _text.AppendLiteral(text);

        public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

        public void AppendFormatted<T>(T value, string format) => _text.AppendFormatted(value, format);

        public string ToStringAndClear() => _text.ToStringAndClear();
    }
}
