using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Ssda903;

namespace KentSufficiency.ScenariosTests.Evidence;

/// <summary>The data that ship with the program keep their own rules and say what the sources print.</summary>
public class RealDataTests
{
    private const string Dfe = "dfe-";

    private static readonly string Folder = DataFolder.Locate();
    private static readonly EvidenceLibrary Library = EvidenceLibrary.Load(Folder);
    private static readonly KentDistricts Kent = KentDistricts.Load(Folder);

    public static TheoryData<int> DfeYears => [2015, 2016, 2017];

    [Fact]
    public void Every_assumption_keeps_the_rules() => AssumptionCatalogue.Load(Folder);

    [Fact]
    public void Every_source_is_cited_or_reserved()
    {
        IEnumerable<string> cited = Library.All.Select(value => value.Source)
            .Concat(AssumptionCatalogue.Load(Folder).All.Select(assumption => assumption.Source))
            .Concat(AssumptionCatalogue.LoadPriors(Folder).All.Select(prior => prior.Source))
            .Concat(CodeSets.Load(Folder).Sources)
            .Append(Source.Judgement).Append(Source.Statute);

        Assert.Empty(SourceList.Load(Folder).All.Select(source => source.Id).Except(cited));
    }

    [Fact]
    public void No_file_of_the_data_is_left_unread()
    {
        string[] known =
        [
            "README.md", "sources.csv", "levers.yaml", "limits.csv", "geography/districts.csv", "geography/outside.csv", "geography/tiles.csv",
            "observed-measures.csv", "posterior.csv", "ssda903/code-sets.csv",
            "cohorts/shares.csv", "cohorts/postcodes.csv", "cohorts/fidelity.csv",
        ];
        IEnumerable<string> files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'));

        Assert.All(files.Except(known), file => Assert.True(IsTable(file), file));
        static bool IsTable(string file) => file.EndsWith(".csv", StringComparison.Ordinal)
            && Path.GetDirectoryName(file)!.Replace('\\', '/') is "evidence" or "assumptions" or "priors" or "schools" or "calibration" or "validation";
    }

    /// <summary>What stands for an assumption before it was known must have been knowable then, and leave more open.</summary>
    [Fact]
    public void Every_assumption_of_the_care_side_has_a_prior_from_before_the_first_origin_that_is_at_least_as_wide()
    {
        var first = new DateOnly(2014, 3, 31);
        AssumptionCatalogue catalogue = AssumptionCatalogue.Load(Folder);
        AssumptionCatalogue priors = AssumptionCatalogue.LoadPriors(Folder);
        string[] concepts = ["care/", "care-leavers/", "fostering/", "front-door/", "homes/", "initial/", "placement/", "uasc/"];
        Assumption[] late = [.. catalogue.All.Where(row => row.KnownFrom > first && concepts.Any(concept => row.Id.StartsWith(concept, StringComparison.Ordinal)))];
        Assert.True(late.Length > 400);
        Assert.All(late, row =>
        {
            Assumption prior = priors[row.Id];
            Assert.True(prior.KnownFrom <= first, row.Id);
            Assert.Equal(row.Unit, prior.Unit);
            Assert.True(Width(prior) >= 0.99 * Width(row), $"{row.Id}: the prior is narrower than the assumption");
        });
    }

    /// <summary>On the scale on which the range is symmetrical: log-odds of a share, else logarithms; an exact number has none.</summary>
    private static double Width(Assumption row) => row switch
    {
        { Low: not double } => 0,
        { Unit: "share" } => Math.Log(row.High!.Value / (1 - row.High.Value)) - Math.Log(row.Low!.Value / (1 - row.Low.Value)),
        _ => Math.Log(row.High!.Value / row.Low!.Value),
    };

    [Theory]
    [InlineData("cla", 1706)]
    [InlineData("care-leavers", 1693)]
    [InlineData("cpp", 1360)]
    [InlineData("open-cases", 10684)]
    [InlineData("early-help-open", 5247)]
    [InlineData("scs19", 81.4)]
    [InlineData("scs18", 73.2)]
    [InlineData("scs29", 360.5)]
    [InlineData("referral-rate", 571.9)]
    [InlineData("re-referral-pct", 26.7)]
    [InlineData("cpp-repeat-pct", 19.8)]
    [InlineData("early-help-notification-rate", 532.8)]
    [InlineData("front-door-contacts", 7773)]
    [InlineData("front-door-without-printed-outcome", 676)]
    public void The_scorecard_of_July_2019(string measure, double printed) =>
        Printed(measure, new DateOnly(2019, 7, 31), "kcc-2019-10", printed);

    [Theory]
    [InlineData("approved-foster-carers", 680)]
    [InlineData("children-fostered-in-house-mainstream", 910)]
    [InlineData("children-fostered-connected-person", 47)]
    [InlineData("enquiries", 590)]
    [InlineData("households-approved", 78)]
    [InlineData("approval-time-months", 5.72)]
    [InlineData("panel-cases", 445)]
    [InlineData("sense-of-belonging-referrals", 99)]
    public void The_fostering_report_of_March_2019(string measure, double printed) =>
        Printed(measure, new DateOnly(2019, 3, 31), "kcc-2019-10", printed);

    [Theory]
    [InlineData("households", 725)]
    [InlineData("places", 1505)]
    [InlineData("places-filled", 995)]
    [InlineData("places-vacant", 200)]
    [InlineData("places-unavailable", 315)]
    [InlineData("households-deregistered", 170)]
    [InlineData("unplanned-endings", 200)]
    public void The_fostering_data_set_of_March_2018(string measure, double printed) =>
        Printed(measure, new DateOnly(2018, 3, 31), "ofsted-fostering-2018", printed);

    [Theory]
    [InlineData("cla", 2017, 1898)]
    [InlineData("cla-uasc", 2016, 867)]
    [InlineData("cla-started", 2016, 1496)]
    [InlineData("cla-ceased", 2017, 1310)]
    [InlineData("other-la-children-in-kent", 2017, 1129)]
    [InlineData("placed-out-of-county-count", 2015, 231)]
    [InlineData("placement-changes-by-reason/CARPL", 2017, 491)]
    [InlineData("cla-ceased-by-reason/E5", 2017, 414)]
    public void The_national_releases(string measure, int year, double printed) => Assert.Equal(printed, Dfes(measure, year));

    [Theory]
    [InlineData("re-referral-pct", 26.6)]
    [InlineData("step-ups", 600)]
    [InlineData("step-downs", 1145)]
    public void The_early_help_plan_of_2014(string measure, double printed) =>
        Printed(measure, new DateOnly(2014, 3, 31), "kcc-2014-07", printed);

    [Theory]
    [InlineData(2019, 3, 27, 252, 906, 43)]
    [InlineData(2019, 5, 29, 267, 895, 84)]
    public void Unaccompanied_children_in_2019(int year, int month, int day, double children, double leavers, double arrivals)
    {
        DateOnly date = new(year, month, day);
        Printed("cla-uasc", date, "kcc-2019-10", children);
        Printed("care-leavers-uasc", date, "kcc-2019-10", leavers);
        Printed("uasc-arrivals-since-1-january", date, "kcc-2019-10", arrivals);
        Printed("uasc-all-ages", date, "kcc-2019-10", children + leavers);
    }

    [Theory]
    [MemberData(nameof(DfeYears))]
    public void Age_bands_sum_to_their_totals(int year)
    {
        string[] bands = ["under-1", "1-4", "5-9", "10-15", "16-over"];
        foreach (string measure in (string[])["cla", "cla-started", "cla-ceased"])
        {
            Assert.Equal(Dfes(measure, year), bands.Sum(band => Dfes($"{measure}-by-age/{band}", year)));
        }
    }

    [Theory]
    [MemberData(nameof(DfeYears))]
    public void Providers_and_county_borders_sum_to_the_stock(int year)
    {
        string[] providers = ["PR0", "PR1", "PR2", "PR3", "PR4", "PR5", "not-reported"];
        Assert.Equal(Dfes("cla", year), providers.Sum(provider => Dfes($"cla-by-provider/{provider}", year)));
        Assert.Equal(Dfes("cla", year), Dfes("placed-in-county-count", year) + Dfes("placed-out-of-county-count", year));
    }

    [Theory]
    [MemberData(nameof(DfeYears))]
    public void What_is_suppressed_accounts_for_what_the_parts_lack(int year)
    {
        string[] breakdowns =
            ["cla-by-group/", "cla-by-legal-status/", "cla-started-by-need/", "cla-started-by-legal-status/", "cla-ceased-by-reason/"];
        foreach (string prefix in breakdowns)
        {
            ObservedValue[] parts = Library.All.Where(value => value.Measure.StartsWith(prefix, StringComparison.Ordinal)
                && value.Date == new DateOnly(year, 3, 31) && value.Source.StartsWith(Dfe, StringComparison.Ordinal)).ToArray();
            double lacking = Dfes(prefix[..prefix.IndexOf("-by-", StringComparison.Ordinal)], year) - parts.Sum(part => part.Value ?? 0);

            Assert.True(lacking >= 0, $"{prefix} of {year} exceeds its total by {-lacking}");
            Assert.Equal(lacking > 0, parts.Any(part => part.Suppressed));
        }
    }

    [Fact]
    public void Households_by_approval_sum_to_the_households() =>
        Assert.Equal(725, ((string[])["1", "2", "3", "4-over"]).Sum(number => Ofsted($"households-by-approval/{number}")));

    [Fact]
    public void Places_sum_within_the_rounding() =>
        Assert.InRange(Ofsted("places-filled") + Ofsted("places-vacant") + Ofsted("places-unavailable") - Ofsted("places"), -10, 10);

    [Fact]
    public void The_months_of_registrations_sum_to_the_year() =>
        Assert.Equal(78, Library.Series("households-approved-in-month", "Kent").Sum(value => value.Value));

    [Fact]
    public void The_scorecard_has_seven_months_of_the_stocks_that_it_follows()
    {
        foreach (string measure in (string[])["scs18", "scs19", "scs29", "referral-rate", "re-referral-pct", "cpp-repeat-pct"])
        {
            Assert.Equal(7, Library.Series(measure, "Kent").Count(value => value.Source == "kcc-2019-10"));
        }
    }

    [Fact]
    public void Twelve_districts_share_the_population_of_Kent()
    {
        Assert.Equal(12, Kent.All.Count);
        Assert.Equal(1, Kent.All.Sum(district => district.PopulationShare), 9);
        Assert.Equal(335_600, Kent.All.Sum(district => district.PopulationUnder18));
        Assert.Equal(219_814, Kent.All.Sum(district => district.Population8To19));
        Assert.All(Enum.GetValues<KentArea>(), area => Assert.Equal(3, Kent.All.Count(district => district.Area == area)));
        Assert.Equal(Kent.All.Select(district => district.Name).Order(StringComparer.Ordinal), Kent.All.Select(district => district.Name));
    }

    [Fact]
    public void The_map_has_Kent_the_right_way_round()
    {
        Disc thanet = Ground("thanet");
        Disc sevenoaks = Ground("sevenoaks");
        Assert.True(thanet.EastMiles - sevenoaks.EastMiles is > 45 and < 60);
        Assert.True(Ground("gravesham").NorthMiles > Ground("tunbridge-wells").NorthMiles);
        Assert.Contains(Kent.Outside, place => place.Id == "medway");
    }

    private static Disc Ground(string id) => Kent.All.Single(district => district.Id == id).Ground;

    private static double Dfes(string measure, int year) => Assert.Single(
        Library.At(measure, "Kent", new DateOnly(year, 3, 31)),
        value => value.Source.StartsWith(Dfe, StringComparison.Ordinal)).Value!.Value;

    private static double Ofsted(string measure) => Assert.Single(
        Library.At(measure, "Kent", new DateOnly(2018, 3, 31)), value => value.Source == "ofsted-fostering-2018").Value!.Value;

    private static void Printed(string measure, DateOnly date, string source, double value) =>
        Assert.Equal(value, Assert.Single(Library.At(measure, "Kent", date), found => found.Source == source).Value);
}
