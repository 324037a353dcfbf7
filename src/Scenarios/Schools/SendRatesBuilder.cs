using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Rates of education, health and care plans from the assumptions.</summary>
internal static class SendRatesBuilder
{
    private const int MonthsOfYear = 12;
    private const int DaysOfWeek = 7;
    private const double WorkingDaysOfYear = Age.Year * 5 / DaysOfWeek;
    private const int PenceOfPound = 100;
    private const int Adult = 18;
    private const int Last = 24;

    private static readonly string[] s_needs = ["autism", "behaviour", "speech", "learning"];
    private static readonly (string Name, int From, int To)[] s_bands = [("0-3", 0, 3), ("4-10", 4, 10), ("11-15", 11, 15), ("16-17", 16, 17)];

    private static readonly (string Name, Setting Setting)[] s_settings =
    [
        ("mainstream", Setting.Mainstream), ("resource", Setting.ResourceProvision), ("special", Setting.Special),
        ("external", Setting.ExternalSpecial), ("further", Setting.Further),
    ];

    /// <summary>Builds the rates.</summary>
    /// <param name="assumed">Values in force.</param>
    /// <param name="districts">The 12 districts.</param>
    /// <param name="of2014">Whether the run starts in 2014: requests, staff and the start are scaled to that year.</param>
    /// <param name="residents">Children by district on the start, where they are known one by one; else the district's share of Kent's.</param>
    public static SendRates Build(Assumed assumed, IReadOnlyList<District> districts, bool of2014 = false, double[]? residents = null)
    {
        var year = new Ratios(assumed, of2014);
        double[] weights = Weights(assumed, districts);
        double aYear = MonthsOfYear * assumed["send/requests-a-month"] * assumed["send/request-growth"] * year.Requests;
        return new SendRates
        {
            RequestsAYear = Requests(assumed, districts, residents, weights, aYear),
            TeamOf = [.. districts.Select(district => (byte)district.Area)],
            AssessShare = assumed["send/assess-share"],
            PlanShare = assumed["send/plan-after-assessment"],
            DecisionDays = (assumed.Whole("send/decision-days/least"), assumed.Whole("send/decision-days/most")),
            Advice = assumed.LogNormal("send/advice-days", "send/advice-days-spread"),
            Consultation = assumed.LogNormal("send/consultation-days", "send/consultation-days-spread"),
            LimitDays = DaysOfWeek * assumed.Whole("send/limit-weeks"),
            Teams = [.. Teams().Select(team => Team(assumed, team, year))],
            ReviewHours = assumed["send/review-hours"],
            PlanHours = assumed["send/plan-hours"],
            FollowPlans = assumed["send/caseworkers-follow-plans"],
            Needs = assumed.Table("send/need", s_needs),
            Mainstream = Mainstream(assumed),
            FirstMainstream = Math.Max(1, assumed["send/first-mainstream"]),
            ResourceShare = assumed["send/resource-share"],
            ExternalNeed = assumed["send/external-need"],
            ReturnAtReview = assumed["send/return-at-review"],
            ReturnAtTransfer = assumed["send/return-at-transfer"],
            CeaseAtReview = Ceasing(assumed),
            CeaseAtSchoolEnd = assumed["send/cease-at-school-end"],
            SpecialPlaces = assumed["send/special-places"],
            SpecialTolerance = Math.Max(1, assumed["send/special-tolerance"]),
            ResourcePlaces = assumed["send/resource-places"],
            Prices = new SendPrices(Pence(assumed, "place"), Pence(assumed, "transport")),
            Start = Start(assumed, districts, weights, year),
        };
    }

    private static IEnumerable<string> Teams() => Enum.GetValues<KentArea>().Select(area => area.ToString().ToLowerInvariant());

    private static TeamRates Team(Assumed assumed, string team, in Ratios year) => new(
        assumed[$"send/psychologists/{team}"] * year.Psychologists * assumed["send/assessments-a-month"] * MonthsOfYear / WorkingDaysOfYear,
        assumed[$"send/caseworkers/{team}"] * year.Caseworkers * assumed["send/casework-hours-a-day"]);

    /// <summary>The districts' shares of all plans: their residents, weighted by the share of pupils with a plan.</summary>
    private static double[] Weights(Assumed assumed, IReadOnlyList<District> districts)
    {
        double[] weights = [.. districts.Select(district => district.PopulationShare * assumed[$"send/plan-share/{district.Id}"])];
        double total = weights.Sum();
        return [.. weights.Select(weight => weight / total)];
    }

    // The requests of a district and band, over its children of that band who have no plan: a year of age holds an 18th of the residents.
    private static double[] Requests(Assumed assumed, IReadOnlyList<District> districts, double[]? residents, double[] weights, double aYear)
    {
        double[] shares = assumed.Parts("send/request-age", [.. s_bands.Select(band => band.Name)]);
        double total = shares.Sum();
        double all = assumed["front-door/under-18s"];
        var rates = new double[districts.Count * SendRates.Ages];
        for (int district = 0; district < districts.Count; district++)
        {
            double living = residents is null ? all * districts[district].PopulationShare : residents[district];
            double children = living / SendRates.Ages * (1 - assumed[$"send/plan-share/{districts[district].Id}"]);
            for (int band = 0; band < s_bands.Length; band++)
            {
                (string _, int from, int to) = s_bands[band];
                double rate = aYear * weights[district] * shares[band] / total / (children * (to - from + 1));
                Array.Fill(rates, Math.Min(1, rate), (district * SendRates.Ages) + from, to - from + 1);
            }
        }

        return rates;
    }

    private static double[] Mainstream(Assumed assumed)
    {
        double[] needs = assumed.Parts("send/need", s_needs);
        double[] weights = assumed.Parts("send/mainstream-weight", s_needs);
        double mean = needs.Zip(weights, (need, weight) => need * weight).Sum() / needs.Sum();
        double share = assumed["send/mainstream-share"];
        double most = 1 - assumed["send/external-need"];
        return [share, .. weights.Select(weight => Math.Min(most, share * weight / mean))];
    }

    private static double[] Ceasing(Assumed assumed)
    {
        var rates = new double[Last + 1];
        Array.Fill(rates, assumed["send/cease-at-review/0-15"], 0, 16);
        Array.Fill(rates, assumed["send/cease-at-review/16-18"], 16, 3);
        Array.Fill(rates, assumed["send/cease-at-review/19-24"], 19, Last + 1 - 19);
        return rates;
    }

    private static long[] Pence(Assumed assumed, string what)
    {
        var pence = new long[Enum.GetValues<Setting>().Length];
        foreach ((string name, Setting setting) in s_settings)
        {
            pence[(int)setting] = PenceOfPound * (long)Math.Round(assumed[$"send/cost/{what}/{name}"]);
        }

        return pence;
    }

    private static SendStart Start(Assumed assumed, IReadOnlyList<District> districts, double[] weights, Ratios year)
    {
        double issued = MonthsOfYear * assumed["send/requests-a-month"] * year.Requests * assumed["send/assess-share"] * assumed["send/plan-after-assessment"];
        int[] plans = [.. weights.Select(weight => (int)Math.Round(weight * issued))];
        string[] ages = [.. Enumerable.Range(Adult, Last + 1 - Adult).Select(age => $"{age}")];
        return new SendStart
        {
            Adults = [.. weights.Select(weight => (int)Math.Round(weight * assumed["send/adults/number"] * year.Adults))],
            AdultAges = assumed.Table("send/adults/age", ages),
            FurtherShare = assumed["send/further-share"],
            PsychologistDays = [.. Teams().Select(team => year.Backlog * assumed[$"send/backlog-days/psychologists/{team}"])],
            CaseworkerDays = [.. Teams().Select(team => year.Backlog * assumed[$"send/backlog-days/caseworkers/{team}"])],
            Issued = plans,
            InTime = [.. districts.Zip(plans, (district, n) => (int)Math.Round(n * InTimeOf(assumed, district, year)))],
        };
    }

    private static double InTimeOf(Assumed assumed, District district, in Ratios year)
    {
        double observed = assumed[$"send/in-time/{district.Id}"];
        return year.InTime ?? observed;
    }

    /// <summary>What the year of the start makes of numbers that are those of 2019. All are read in any case, so that none is idle.</summary>
    private readonly struct Ratios(Assumed assumed, bool of2014)
    {
        public double Requests { get; } = Of("requests", assumed, of2014);

        public double Psychologists { get; } = Of("psychologists", assumed, of2014);

        public double Caseworkers { get; } = Of("caseworkers", assumed, of2014);

        public double Backlog { get; } = Of("backlog", assumed, of2014);

        public double Adults { get; } = Of("adults", assumed, of2014);

        public double? InTime { get; } = InTimeOf(assumed["send/2014/in-time"], of2014);

        private static double? InTimeOf(double share, bool of2014) => of2014 ? share : null;

        private static double Of(string name, Assumed assumed, bool of2014)
        {
            double ratio = assumed[$"send/2014/{name}"];
            return of2014 ? ratio : 1;
        }
    }
}
