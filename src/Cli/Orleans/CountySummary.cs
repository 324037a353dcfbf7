using KentSufficiency.Silo.LivingCounty;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Cli.Orleans;

/// <summary>A county in a few numbers.</summary>
/// <param name="LookedAfter">Children looked after.</param>
/// <param name="Unaccompanied">Of them, unaccompanied asylum-seeking children.</param>
/// <param name="Tonight">Requests for a home tonight.</param>
/// <param name="Planned">Requests for a planned move.</param>
/// <param name="Homes">In-house foster homes.</param>
internal sealed record CountySummary(int LookedAfter, int Unaccompanied, int Tonight, int Planned, HomeCount Homes)
{
    /// <summary>All of it in a sentence.</summary>
    public string InALine =>
        $"{LookedAfter:#,0} children looked after, {Unaccompanied:#,0} of them unaccompanied; {(Tonight + Planned == 1 ? "1 request waits" : $"{Tonight + Planned:#,0} requests wait")} for a home, "
        + $"{Tonight:#,0} for tonight; {Homes.Vacant:#,0} of {Homes.Places:#,0} in-house places are vacant.";

    /// <summary>Counts all of a county.</summary>
    /// <param name="view">Everybody whom the placement service has to do with.</param>
    public static CountySummary Of(CountyView view)
    {
        int tonight = view.Desk.Queue.Count(entry => entry.Priority == 0);
        return new CountySummary(
            view.Desk.Stocks[(int)Phase.LookedAfter],
            view.Desk.UnaccompaniedLookedAfter,
            tonight,
            view.Desk.Queue.Length - tonight,
            HomeCount.Of(view.Households.Where(file => file.Home is not null).Select(file => file.Home!.Value)));
    }
}

/// <summary>In-house foster homes, connected persons left out, as the measures of a run count them.</summary>
/// <param name="Households">Approved households.</param>
/// <param name="Places">Places they are approved for.</param>
/// <param name="Filled">Places filled, beds lent during other carers' leave included.</param>
/// <param name="Vacant">Places a child could take today.</param>
internal readonly record struct HomeCount(int Households, int Places, int Filled, int Vacant)
{
    /// <summary>Places that are neither filled nor vacant.</summary>
    public int Unavailable => Places - Filled - Vacant;

    /// <summary>Counts homes.</summary>
    public static HomeCount Of(IEnumerable<HomeRecord> homes)
    {
        HomeRecord[] open = [.. homes.Where(home => home.Kind == HomeKind.InHouseFoster && home.Status != HomeStatus.Closed)];
        return new HomeCount(open.Length, open.Sum(home => home.Approved), open.Sum(home => home.Filled + home.Respite), open.Sum(home => home.Free));
    }
}
