using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Compiles what moves residents from the assumptions of <c>residents.csv</c>.</summary>
/// <param name="districts">The districts in their order.</param>
/// <param name="estate">Planning areas.</param>
/// <param name="young">Children below and in the first years of school by planning area: where those who come are at home.</param>
/// <param name="sites">Named sites of dwellings.</param>
internal sealed class ResidentRatesBuilder(IReadOnlyList<District> districts, Estate estate, double[] young, IReadOnlyList<DwellingSite> sites)
{
    private const double DaysAYear = 365.25;
    private const int Ages = 18;
    private const int Ways = 4;
    private const int BalancingRounds = 40;
    private static readonly string[] s_bands = ["0-3", "4-10", "11-15", "16-17"];

    /// <summary>
    /// Refuses rates that the bound on candidates cuts. What is drawn far from the middle is cut and not refused: it does as much as it can, in a few
    /// of ten thousand replications. So is the return of a child educated at home, who goes back to school soon anyway.
    /// </summary>
    /// <param name="rates">Rates of the values of the data, as a scenario changes them.</param>
    /// <param name="districts">The districts in their order.</param>
    /// <exception cref="ArgumentException">Residents of a district would leave, move and change between sectors too often.</exception>
    public static void RefuseCut(ResidentRates rates, IReadOnlyList<District> districts)
    {
        int perDistrict = rates.Shares.Length / districts.Count;
        for (int before = Ways - 2; before < rates.Shares.Length; before += Ways)
        {
            if (rates.Shares[before] >= 1)
            {
                throw new ArgumentException(
                    $"residents of {districts[before / perDistrict].Name} would leave and move more often than {ResidentRates.CandidatesAYear} times a year each, "
                    + "which the model does not allow");
            }
        }
    }

    /// <summary>Compiles the rates.</summary>
    public ResidentRates Build(Assumed assumed)
    {
        double pupils = assumed["residents/pupil-yield/pre-school"] + assumed["residents/pupil-yield/primary"] + assumed["residents/pupil-yield/secondary"];
        double unseen = 1 + assumed["residents/small-sites-share"];
        double stays = assumed["residents/independent-stays"];
        double[] primary = ByDistrict(assumed, "residents/independent-share/primary");
        double[] secondary = ByDistrict(assumed, "residents/independent-share/secondary");
        return new ResidentRates
        {
            Shares = Shares(assumed),
            BirthsPerDay = PerDay(assumed, "residents/births-a-year"),
            LondonPerDay = PerDay(assumed, "residents/migrants-a-year/london"),
            HomePerDay = PerDay(assumed, "residents/migrants-a-year/home"),
            AbroadPerDay = PerDay(assumed, "residents/migrants-a-year/abroad"),
            RefugeesPerDay = PerDay(assumed, "residents/refugee-children-a-year"),
            DwellingsPerDay = [.. ByDistrict(assumed, "residents/dwellings-a-year").Select(dwellings => dwellings * unseen * pupils / DaysAYear)],
            SitesPerDay = [.. sites.Select(site => assumed["residents/named-sites-pace"] * site.DwellingsPerDay * pupils)],
            SiteAreas = [.. sites.Select(site => site.Area)],
            Season = assumed.ByMonth("residents/season"),
            ArrivalAge = [Ages4(assumed, "london"), Ages4(assumed, "home"), Ages4(assumed, "abroad"), Ages4(assumed, "refugees"), DwellingAges(assumed)],
            AreaOf = [.. Enumerable.Range(0, districts.Count).Select(district => new AliasTable([.. AreasOf(district).Select(area => young[area.Index])]))],
            FirstArea = [.. Enumerable.Range(0, districts.Count).Select(district => AreasOf(district).First().Index)],
            MoveTo = MoveTo(assumed["residents/moving-miles"], ByDistrict(assumed, "residents/moving")),
            KeepsPrimaryMiles = assumed["residents/keeps-school-miles/primary"],
            KeepsSecondaryMiles = assumed["residents/keeps-school-miles/secondary"],
            IndependentInPrimary = primary,
            IndependentInSecondary = secondary,
            IndependentAtEleven = [.. primary.Zip(secondary, (before, after) => Math.Max(0, (after - (stays * before)) / (1 - before)))],
            IndependentStays = stays,
            HomeEducatedAtReception = assumed["residents/home-educated/primary"],
        };
    }

    private double[] ByDistrict(Assumed assumed, string prefix) => [.. districts.Select(district => assumed[$"{prefix}/{district.Id}"])];

    private double[] PerDay(Assumed assumed, string prefix) => [.. ByDistrict(assumed, prefix).Select(yearly => yearly / DaysAYear)];

    private double ShareOf(PlanningArea area) => young[area.Index] / AreasOf(area.District).Sum(other => young[other.Index]);

    private IEnumerable<PlanningArea> AreasOf(int district) => estate.Areas.Where(area => area.District == district);

    /// <summary>Cumulative shares of candidates, by district, band and sector.</summary>
    private double[] Shares(Assumed assumed)
    {
        double[] leaving = ByDistrict(assumed, "residents/leaving");
        double[] moving = ByDistrict(assumed, "residents/moving");
        double toIndependent = assumed["residents/to-independent-a-year"];
        double fromIndependent = assumed["residents/from-independent-a-year"];
        double fromHome = assumed["residents/from-home-education-a-year"];
        var shares = new List<double>();
        for (int district = 0; district < districts.Count; district++)
        {
            for (int band = 0; band < ResidentRates.Bands; band++)
            {
                double toHome = assumed[band < 2 ? "residents/to-home-education-a-year/primary" : "residents/to-home-education-a-year/secondary"];
                foreach ((double independent, double home) in ((double, double)[])[(toIndependent, toHome), (fromIndependent, toHome), (0, fromHome)])
                {
                    shares.AddRange(Cumulative(leaving[district], moving[district], independent, home));
                }
            }
        }

        return [.. shares];
    }

    private static IEnumerable<double> Cumulative(params double[] yearly)
    {
        double sum = 0;
        foreach (double rate in yearly)
        {
            sum += rate / ResidentRates.CandidatesAYear;
            yield return Math.Min(1, sum);
        }
    }

    private static AliasTable Ages4(Assumed assumed, string kind) => Table(assumed.Parts($"residents/migrant-age/{kind}", s_bands));

    private static AliasTable DwellingAges(Assumed assumed) => Table(
    [
        assumed["residents/pupil-yield/pre-school"], assumed["residents/pupil-yield/primary"], assumed["residents/pupil-yield/secondary"], 0,
    ]);

    /// <summary>Ages in completed years from shares of the bands, evenly within each.</summary>
    private static AliasTable Table(double[] byBand)
    {
        int[] inBand = new int[byBand.Length];
        for (int age = 0; age < Ages; age++)
        {
            inBand[ResidentRates.BandOf(age)]++;
        }

        return new AliasTable([.. Enumerable.Range(0, Ages).Select(age => byBand[ResidentRates.BandOf(age)] / inBand[ResidentRates.BandOf(age)])]);
    }

    /// <summary>
    /// Where those who move within Kent go: to larger districts more often, and to near ones, so balanced that as many come to each district as
    /// leave it; within a district as its young children are spread over its areas.
    /// </summary>
    private AliasTable[] MoveTo(double miles, double[] moving)
    {
        double[] leaving = [.. districts.Select((district, d) => district.PopulationShare * moving[d])];
        double[][] weights = [.. districts.Select(from => districts.Select(to => to.PopulationShare * Elementary.Exp(-MilesBetween(from, to) / miles)).ToArray())];
        double[] drawn = Balanced(leaving, weights);
        return
        [
            .. Enumerable.Range(0, districts.Count).Select(from =>
                new AliasTable([.. estate.Areas.Select(area => weights[from][area.District] * drawn[area.District] * ShareOf(area))])),
        ];
    }

    /// <summary>How much each district must draw for as many to come as leave it: found by proportional fitting.</summary>
    private static double[] Balanced(double[] leaving, double[][] weights)
    {
        double[] drawn = [.. leaving.Select(_ => 1.0)];
        for (int round = 0; round < BalancingRounds; round++)
        {
            double[] coming = new double[leaving.Length];
            for (int from = 0; from < leaving.Length; from++)
            {
                double all = Enumerable.Range(0, leaving.Length).Sum(to => weights[from][to] * drawn[to]);
                for (int to = 0; to < leaving.Length; to++)
                {
                    coming[to] += leaving[from] * weights[from][to] * drawn[to] / all;
                }
            }

            drawn = [.. drawn.Select((draw, d) => draw * leaving[d] / coming[d])];
        }

        return drawn;
    }

    private static double MilesBetween(District from, District to) => from == to ? from.Ground.RadiusMiles / 2
        : KentMap.Miles(
            (int)(100 * from.Ground.EastMiles), (int)(100 * from.Ground.NorthMiles), (int)(100 * to.Ground.EastMiles), (int)(100 * to.Ground.NorthMiles));
}
