using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Simulation.Money;

/// <summary>What was spent in the 12 months to a date, by category, at the prices of the time and at those of the budget year of the start.</summary>
internal static class CostMeasures
{
    private static readonly CostCategory[] s_categories = Enum.GetValues<CostCategory>();

    private static readonly CostCategory[] s_byTheWeek =
    [
        CostCategory.InHouseFostering, CostCategory.ConnectedPerson, CostCategory.AgencyFostering,
        CostCategory.Residential, CostCategory.SemiIndependent, CostCategory.Lodgings,
    ];

    private static readonly MeasureDefinition[] s_nominal = Define("cost", "in 12 months");
    private static readonly MeasureDefinition[] s_real = Define("cost-real", "in 12 months, at the start's prices");
    private static readonly MeasureDefinition[] s_weeks = [.. s_byTheWeek.Select(category => new MeasureDefinition(
        $"cost-per-week/{CostCategories.Name(category)}", "Kent", MeasureKind.Mean, "£ a week",
        $"Cost of a child's week over 12 months, at the start's prices: {CostCategories.Title(category)}"))];

    /// <summary>Writes the measures.</summary>
    public static void Put(MeasureSink sink, in FlowWindow year)
    {
        Put(sink, s_nominal, year, Flow.Cost);
        Put(sink, s_real, year, Flow.CostReal);
        for (int i = 0; i < s_weeks.Length; i++)
        {
            int category = (int)s_byTheWeek[i];
            sink.Put(s_weeks[i], 7 * year[Flow.CostReal, category], 100 * year[Flow.Nights, category]);
        }
    }

    private static void Put(MeasureSink sink, MeasureDefinition[] measures, in FlowWindow year, Flow cost)
    {
        long total = 0;
        foreach (CostCategory category in s_categories)
        {
            total += year[cost, (int)category];
        }

        sink.Put(measures[0], total);
        foreach (CostCategory category in s_categories)
        {
            sink.Put(measures[1 + (int)category], year[cost, (int)category]);
        }
    }

    private static MeasureDefinition[] Define(string id, string when) =>
    [
        Money($"{id}/total", $"Net cost {when}"),
        .. s_categories.Select(category => Money($"{id}/{CostCategories.Name(category)}", $"Cost {when}: {CostCategories.Title(category)}")),
    ];

    private static MeasureDefinition Money(string id, string title) => new(id, "Kent", MeasureKind.Money, "£", title);
}
