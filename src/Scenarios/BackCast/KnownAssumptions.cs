using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>The assumptions as somebody could have held them on an earlier day.</summary>
public static class KnownAssumptions
{
    private static readonly string[] s_prices = ["cost/", "inflation/"];

    /// <summary>
    /// The assumptions that were known on a day, and in the place of each that was not the prior of the same name. What has neither (the schools of a later
    /// year) is left out, so a model that asks for it fails. Prices stay: they decide on nothing that happens, and a back-cast tells no costs.
    /// </summary>
    /// <param name="catalogue">The assumptions of today.</param>
    /// <param name="priors">What stands for them before they were known: wider, and of England rather than of Kent.</param>
    /// <param name="on">The day.</param>
    public static AssumptionCatalogue On(AssumptionCatalogue catalogue, AssumptionCatalogue priors, DateOnly on) =>
        catalogue.Of(catalogue.All.Select(row => Of(row, priors, on)).OfType<Assumption>().Concat(Own(catalogue, priors, on)));

    private static Assumption? Of(Assumption row, AssumptionCatalogue priors, DateOnly on) =>
        row.KnownFrom <= on || s_prices.Any(price => row.Id.StartsWith(price, StringComparison.Ordinal)) ? row
        : priors.TryGet(row.Id, out Assumption? prior) && prior.KnownFrom <= on ? prior
        : null;

    /// <summary>Priors that stand for no assumption: what the state of an earlier day is derived from.</summary>
    private static IEnumerable<Assumption> Own(AssumptionCatalogue catalogue, AssumptionCatalogue priors, DateOnly on) =>
        priors.All.Where(prior => prior.KnownFrom <= on && !catalogue.TryGet(prior.Id, out _));
}
