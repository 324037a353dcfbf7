using KentSufficiency.Scenarios.Alignment;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Alignment;

/// <summary>Totals become levers of an aligned baseline: with a pilot that is a formula, and once with the kernel itself.</summary>
public sealed class AlignerTests : IDisposable
{
    private const string ToCare = "front-door/assessment-to-care/10-15";
    private const string Arrivals = "uasc/arrivals-a-year";
    private const int Replications = 24;

    private readonly TemporaryFolder _folder = new();
    private readonly ScenarioLibrary _library;

    public AlignerTests()
    {
        _library = new ScenarioLibrary(RealLevers.Catalogue, _folder.Path);
        _folder.Write("care-only.yaml", "name: care-only\ntitle: Care\nsource: s\nstart: 2019-07-31\ncovers: care\n");
        _folder.Write("zero.yaml", $"name: zero\ntitle: Care\nsource: s\nstart: 2019-07-31\nlevers:\n  - lever: {ToCare}\n    set: 0\n");
        _folder.Write("more.yaml", $"name: more\ntitle: More\nsource: s\nextends: care-only\nlevers:\n  - lever: {ToCare}\n    scale: 2\n    from: 2020-01-01\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_total_that_is_met_already_moves_nothing()
    {
        AlignedBaseline aligned = Align("care-only", $"cla-started,2020-07-31,{Formula("care-only", "cla-started", "2020-07-31"):0.######}");
        Assert.Equal(1, Assert.Single(aligned.Factors).Factor, 0.001);
    }

    /// <summary>Each period has its own factor, from the day after the total before; the last goes on for good.</summary>
    [Fact]
    public void Totals_of_several_dates_and_kinds_are_all_met()
    {
        AlignedBaseline aligned = Align("care-only", "cla-started,2021-07-31,1500\ncla-uasc,2021-07-31,400\ncla-started,2020-07-31,1000");
        Assert.Equal(["cla-started", "cla-uasc", "cla-started"], aligned.Factors.Select(item => item.Target.Measure.Id));
        Scenario baseline = aligned.Root(_library.Load("care-only"), _library);
        Assert.All(aligned.Factors, item => Assert.Equal(1, FormulaOf(baseline, item.Target.Measure.Id, item.Target.Date) / item.Target.Value, 0.001));
        double first = ChanceOn(baseline, "2019-08-01");
        double second = ChanceOn(baseline, "2020-08-01");
        Assert.Equal(first, ChanceOn(baseline, "2020-07-31"));
        Assert.Equal(second, ChanceOn(baseline, "2030-01-01"));
        Assert.True(second > first);
        Assert.Equal(RealLevers.Catalogue.Assumptions[ToCare].Value, ChanceOn(baseline, "2019-07-31"));
    }

    [Fact]
    public void A_strategy_acts_on_what_the_alignment_has_made()
    {
        AlignedBaseline aligned = Align("care-only", "cla-started,2020-07-31,1000");
        Scenario more = aligned.Root(_library.Load("more"), _library);
        Scenario baseline = aligned.Root(_library.Load("care-only"), _library);
        Assert.Equal("more", more.Name);
        Assert.Equal("care-only-aligned", more.Baseline.Name);
        Assert.Equal("care-only-aligned", baseline.Name);
        Assert.Equal(2 * ChanceOn(baseline, "2020-02-01"), ChanceOn(more, "2020-02-01"), 12);
        Assert.Equal(ChanceOn(baseline, "2019-12-31"), ChanceOn(more, "2019-12-31"));
    }

    [Fact]
    public void A_chance_of_nothing_stays_nothing() =>
        Assert.Equal(0, ChanceOn(Align("zero", "cla-started,2020-07-31,1000").Root(_library.Load("zero"), _library), "2020-02-01"));

    [Fact]
    public void The_same_file_gives_the_same_text() =>
        Assert.Equal(Align("care-only", "cla,2020-07-31,1000").Source, Align("care-only", "cla,2020-07-31,1000").Source);

    [Theory]
    [InlineData("cla,2020-07-31,-5", "totals.csv line 2, value: a total must be above 0; found -5")]
    [InlineData("cla,2020-07-31,0", "a total must be above 0")]
    [InlineData("cla,2020-07-31,many", "'many' is not a finite number")]
    [InlineData("cla,31/07/2020,5", "'31/07/2020' is not a date like 2019-07-31")]
    [InlineData("ehcp,2020-07-31,5", "'ehcp' cannot be aligned; what can is cla-uasc (unaccompanied children looked after), cla (")]
    [InlineData("cla,2020-07-31,5\ncla,2020-07-31,6", "line 3, date: cla has two totals on 2020-07-31")]
    [InlineData("cla,2020-07-31,5\ncla-started,2021-07-31,6", "cla-started and cla are both met by the odds of entering care")]
    [InlineData("cla,2020-07-31", "2 fields where the header has 3")]
    [InlineData("", "a file of totals has from 1 to 60 rows below its header; this has 0")]
    [InlineData("cla,2019-07-31,1000", "it is not after the start of care-only (2019-07-31)")]
    [InlineData("cla,2018-07-31,1000", "it is not after the start")]
    [InlineData("cla,2029-07-31,1000", "it is beyond the horizon of the run (2022-07-31); --years moves that")]
    [InlineData("cla,2020-08-12,1000", "it is no month end of the run; the nearest is 2020-07-31")]
    [InlineData("cla-uasc,2020-07-31,100000", "line 2: cla-uasc cannot be 100,000 on 2020-07-31: with the arrivals of unaccompanied children 20 times what they are it is 4,600 ")]
    [InlineData("cla-uasc,2020-07-31,1", "a 20th of what they are")]
    public void What_cannot_be_is_refused_with_the_reason(string rows, string part) =>
        Assert.Contains(part, Assert.Throws<AlignmentException>(() => Align("care-only", rows)).Message);

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        string path = _folder.In("nowhere.csv");
        Assert.Equal("mine.csv: does not exist.", Assert.Throws<AlignmentException>(() => AlignmentFile.Read(path, "mine.csv")).Message);
    }

    /// <summary>
    /// Ten per cent more who start to be looked after than the kernel gives, found with 24 replications: those meet the total to the search's tolerance, and
    /// 24 others, of another seed, to their sampling error. They and the first are independent, so 4.9 standard errors of the difference are passed
    /// for one pair of seeds in a million.
    /// </summary>
    [Fact]
    public void The_kernel_meets_ten_per_cent_more_entries_into_care()
    {
        DateOnly date = new(2020, 7, 31);
        Scenario baseline = _library.Load("care-only");
        double target = Math.Round(1.1 * Measured(baseline, seed: 1).Mean);
        AlignedBaseline aligned = Align("care-only", $"cla-started,2020-07-31,{target}", (scenario, _, _, _, _) => Measured(scenario, seed: 1).Mean);
        Scenario shifted = aligned.Root(baseline, _library);
        Summary met = Measured(shifted, seed: 1);
        Summary others = Measured(shifted, seed: 2);
        Assert.Equal(1, met.Mean / target, ShiftSearch.Tolerance);
        Assert.InRange(aligned.Factors[0].Factor, 1.05, 1.3);
        Assert.True(Math.Abs(others.Mean - target) < 4.9 * others.Sd * Math.Sqrt(2.0 / Replications), $"{others.Mean} for {target}");

        Summary Measured(Scenario scenario, uint seed)
        {
            var planned = new PlannedScenario(scenario.Name, EngineCompiler.OfProgram.Create(scenario, 1, ParameterMode.Fixed));
            var plan = new ExperimentPlan([planned], Replications, seed, Environment.ProcessorCount, Audit: false, _folder.Path);
            using ExperimentResults results = Experiment.Run(plan, null, default);
            return MetTotal.Of(results.Scenarios[0], "cla-started", date);
        }
    }

    private AlignedBaseline Align(string name, string rows, PilotMean? pilot = null)
    {
        string path = _folder.Write("totals.csv", $"measure,date,value\n{rows}{(rows.Length > 0 ? "\n" : "")}");
        var aligner = new Aligner(_library, RealLevers.Catalogue.Assumptions, pilot ?? ((scenario, _, _, measure, date) => FormulaOf(scenario, measure, date)), _ => { });
        return aligner.Align(_library.Load(name), AlignmentFile.Read(path, "totals.csv"), years: 3, Replications);
    }

    private double Formula(string name, string measure, string date) => FormulaOf(_library.Load(name), measure, DateOnly.Parse(date));

    /// <summary>No model: arrivals are those of the date, and whoever else starts does so by the chance of one band.</summary>
    private static double FormulaOf(Scenario scenario, string measure, DateOnly date)
    {
        AssumptionValues values = scenario.Resolve(id => RealLevers.Catalogue.Assumptions[id].Value, date);
        return measure == "cla-uasc" ? values[Arrivals] : (50_000 * values["front-door/need-to-care/10-15"]) + (50_000 * values[ToCare]);
    }

    private static double ChanceOn(Scenario scenario, string date) =>
        scenario.Resolve(id => RealLevers.Catalogue.Assumptions[id].Value, DateOnly.Parse(date))[ToCare];
}
