using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>Whatever is wrong with a school item is told with its place and its rule.</summary>
public sealed class SchoolActionsRefusalTests : IDisposable
{
    private const string Thamesview = "  - school: thamesview\n";
    private const string From = "    from: 2021-09-01\n";
    private const string New = "  - new: { id: a-school, district: Swale, phase: primary }\n";

    private readonly SchoolBench _bench = new();

    public void Dispose() => _bench.Dispose();

    /// <summary>Items from line 6 on; line, column, key, part of the message.</summary>
    public static TheoryData<string, int, int, string, string> Cases => new()
    {
        { "  - 5\n", 6, 5, "schools[0]", "must be a group of keys" },
        { "  - enlarge: 30\n", 6, 5, "schools[0].school", "must be the only one of school, new and programme; found none" },
        { Thamesview + "    programme: \"2019\"\n", 7, 16, "schools[0].programme", "found school and programme" },
        { "  - programme: \"2029\"\n", 6, 16, "schools[0].programme", "must be none or 2014 or 2014-as-planned or 2014-as-delivered or 2019; found '2029'. Did you mean '2019'?" },
        { "  - programme: \"2019\"\n    enlarge: 30\n", 7, 14, "schools[0].enlarge", "does not go with a programme" },
        { Thamesview, 6, 13, "schools[0].school", "must have exactly one of enlarge, open" },
        { Thamesview + "    enlarge: 30\n    bulge: 30\n" + From, 8, 12, "schools[0].bulge", "found enlarge and bulge" },
        { Thamesview + "    enlagre: 30\n" + From, 7, 5, "schools[0].enlagre", "Did you mean 'enlarge'?" },
        { Thamesview + "    enlarge: -30\n" + From, 7, 14, "schools[0].enlarge", "must be a whole number from 1 to 600; found '-30'" },
        { Thamesview + "    open: 30\n" + From, 7, 11, "schools[0].open", "belongs to a new school" },
        { New + "    enlarge: 30\n" + From, 7, 14, "schools[0].enlarge", "must be 'open' for a new school" },
        { Thamesview + "    enlarge: 30\n", 6, 5, "schools[0].from", "is missing" },
        { Thamesview + "    enlarge: 30\n    from: 2021-10-01\n", 8, 11, "schools[0].from", "must be a first of September; found 2021-10-01" },
        { Thamesview + "    enlarge: 30\n" + From + "    decided: 2021-09-02\n", 8, 11, "schools[0].from", "must not be before it is decided (2021-09-02)" },
        { Thamesview + "    enlarge: 30\n    from: 2018-09-01\n", 8, 11, "schools[0].from", "before the start of the scenario (2019-07-31)" },
        { Thamesview + "    enlarge: 30\n" + From + "    stage: planing\n", 9, 12, "schools[0].stage", "Did you mean 'planning'?" },
        { Thamesview + "    close: yes please\n" + From, 7, 12, "schools[0].close", "must be true" },
        { Thamesview + "    delay: { years: 0 }\n", 7, 21, "schools[0].delay.years", "must be a whole number from 1 to 10; found '0'" },
        { Thamesview + "    cancel: true\n" + From, 8, 11, "schools[0].from", "does not go with cancel" },
        { "  - new: { id: A School, district: Swale, phase: primary }\n    open: 30\n" + From, 6, 16, "schools[0].new.id", "lower-case words" },
        { "  - new: { id: a, district: Swale, phase: primry }\n    open: 30\n" + From, 6, 43, "schools[0].new.phase", "Did you mean 'primary'?" },

        // Found when the items meet the schools of the county.
        { "  - school: thamesveiw\n    enlarge: 30\n" + From, 6, 13, "schools[0].school", "there is no 'thamesveiw'. Did you mean 'thamesview'?" },
        { "  - new: { id: a, district: Swail, phase: primary }\n    open: 30\n" + From, 6, 29, "schools[0].new.district", "Did you mean 'Swale'?" },
        { "  - new: { id: a, district: Swale, area: Area 7, phase: primary }\n    open: 30\n" + From, 6, 42, "schools[0].new.area", "Did you mean 'Area 8'?" },
        { "  - new: { id: trinity, district: Swale, phase: primary }\n    open: 30\n" + From, 6, 16, "schools[0].new.id", "is the id of a school that there is already" },
        { "  - school: rose-street\n    remove: 90\n" + From, 7, 13, "schools[0].remove", "would take the admission number of rose-street from 60 to -30" },
        { "  - school: rose-street\n    special-places: 5\n" + From, 7, 21, "schools[0].special-places", "write 'resource-places'" },
        { "  - school: oakley\n    enlarge: 30\n" + From, 7, 14, "schools[0].enlarge", "write 'special-places'" },
        { "  - school: rose-street\n    all-age: 30\n" + From, 7, 14, "schools[0].all-age", "is for a secondary school; rose-street is none" },
        { "  - school: trinity\n    close: true\n" + From, 7, 12, "schools[0].close", "would leave Sevenoaks without a school of the phase of trinity" },
        { Thamesview + "    delay: { years: 1 }\n", 6, 13, "schools[0].school", "has no scheme to delay" },
        { "  - programme: \"2014-as-planned\"\n" + Thamesview + "    certain: true\n", 7, 13, "schools[1].school", "has no scheme to make certain" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Bad_input_is_told_with_its_place(string items, int line, int column, string key, string part)
    {
        var problem = Assert.Throws<ScenarioException>(() => _bench.Compile(items));
        Assert.Contains(part, problem.Message);
        Assert.Equal(new ScenarioLocation("scenarios/tried.yaml", line, column), problem.Location);
        Assert.Equal(key, problem.Key);
    }

    [Fact]
    public void Several_removals_together_are_held_to_the_admission_number() =>
        Assert.Contains("from 60 to -30", Assert.Throws<ScenarioException>(() => _bench.Compile(
            "  - school: rose-street\n    remove: 45\n    from: 2021-09-01\n  - school: rose-street\n    remove: 45\n    from: 2022-09-01\n")).Message);
}
