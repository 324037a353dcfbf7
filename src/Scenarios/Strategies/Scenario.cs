using KentSufficiency.Scenarios.Levers;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>A file that a result rests on, and what it held.</summary>
/// <param name="File">The file as the reader knows it.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record InputFile(string File, string Sha256);

/// <summary>A scenario file and its text: what a machine without the file needs to read it.</summary>
/// <param name="Input">The file's name and hash.</param>
/// <param name="Text">All that is written in it.</param>
public sealed record ScenarioSource(InputFile Input, string Text);

/// <summary>
/// A future to simulate: a baseline, or a strategy with all that it extends folded in. Immutable, so that any number of threads may
/// read it.
/// </summary>
public sealed class Scenario
{
    private static readonly string[] s_schoolConcepts = ["residents/", "schools/", "admissions/", "supply/", "send/"];

    private readonly LeverCatalogue _catalogue;

    internal Scenario(ScenarioFile file, Scenario? extended, DateOnly start, IReadOnlyList<LeverSetting> ownLevers, IReadOnlyList<ScenarioCost> ownCosts, LeverCatalogue catalogue)
    {
        _catalogue = catalogue;
        Name = file.Name;
        Title = file.Title;
        Source = file.Source;
        Start = start;
        Run = file.Run ?? extended?.Run ?? RunSettings.Usual;
        IsAligned = file.AlignedTo is not null;
        Baseline = IsAligned ? this : extended?.Baseline ?? this;
        Levers = extended is null ? ownLevers : [.. extended.Levers, .. ownLevers];
        Costs = extended is null ? ownCosts : [.. extended.Costs, .. ownCosts];
        Schools = extended is null ? file.Schools : [.. extended.Schools, .. file.Schools];
        SchoolSources = [.. extended?.SchoolSources ?? [], .. file.Schools.Count > 0 ? (IEnumerable<InputFile>)[file.Input] : []];
        Covers = file.Covers ?? extended?.Covers ?? ScenarioCoverage.Both;
        Sources = extended is null ? [file.Written] : [.. extended.Sources, file.Written];
        ChangeDates = DatesOfChange(start, Levers);
    }

    /// <summary>The scenario's name, which is that of its file.</summary>
    public string Name { get; }

    /// <summary>What it is about, in a phrase.</summary>
    public string Title { get; }

    /// <summary>Where the strategy comes from.</summary>
    public string Source { get; }

    /// <summary>The first simulated day.</summary>
    public DateOnly Start { get; }

    /// <summary>How it wants to be run.</summary>
    public RunSettings Run { get; }

    /// <summary>Whether it is a baseline that was made to meet totals given from outside.</summary>
    public bool IsAligned { get; }

    /// <summary>The scenario at the root of what this one extends, or the aligned one on the way there; itself for a baseline.</summary>
    public Scenario Baseline { get; }

    /// <summary>Every turn of a lever, in the order in which they apply: those of the scenario extended, then its own.</summary>
    public IReadOnlyList<LeverSetting> Levers { get; }

    /// <summary>What it costs by itself: what the scenario extended costs, then its own.</summary>
    public IReadOnlyList<ScenarioCost> Costs { get; }

    /// <summary>Which half of the county it is about.</summary>
    public ScenarioCoverage Covers { get; }

    /// <summary>
    /// What it turns or plans itself: care, schools, or both. A baseline is of both. What it does to one side may still be felt a little on the
    /// other, where children in care are pupils.
    /// </summary>
    public ScenarioCoverage IsAbout
    {
        get
        {
            string[] moved = [.. MovedBy(Baseline.IsAligned ? Levers.Skip(Baseline.Levers.Count) : Levers).Select(move => move.Assumption)];
            bool schools = Schools.Count > Baseline.Schools.Count || moved.Any(IsOfSchools);
            bool care = Costs.Count > 0 || moved.Any(assumption => !IsOfSchools(assumption));
            return schools == care ? ScenarioCoverage.Both : schools ? ScenarioCoverage.Schools : ScenarioCoverage.Care;
        }
    }

    /// <summary>What it does to schools, a phrase for each item.</summary>
    public IReadOnlyList<string> SchoolItems => [.. Schools.Select(entry => entry.Words)];

    /// <summary>What it does to schools: the items of the scenario extended, then its own.</summary>
    internal IReadOnlyList<SchoolEntry> Schools { get; }

    /// <summary>Those of its files that do anything to schools.</summary>
    internal IReadOnlyList<InputFile> SchoolSources { get; }

    /// <summary>The files it was read from, the baseline's first.</summary>
    public IReadOnlyList<InputFile> Files => [.. Sources.Select(source => source.Input)];

    /// <summary>The same files with their texts; <see cref="ScenarioLibrary.Load(IReadOnlyList{ScenarioSource})"/> makes this scenario of them again.</summary>
    public IReadOnlyList<ScenarioSource> Sources { get; }

    /// <summary>
    /// The dates after the start on which a lever begins or ceases to hold, ascending and each once. Between two of them every
    /// assumption is constant.
    /// </summary>
    public IReadOnlyList<DateOnly> ChangeDates { get; }

    /// <summary>
    /// What its author should know and may well have meant, a sentence each: a lever turned beyond its stated range. Of its own levers only.
    /// </summary>
    public IReadOnlyList<string> Remarks { get; private set; } = [];

    /// <summary>Whether the scenario fixes its own length: it checks the model, and is not compared with others.</summary>
    public bool IsValidation => Run.Years is not null;

    /// <summary>
    /// The assumptions on one date: the baseline values, changed by the levers that hold on it, in their order. A value that a lever would
    /// take beyond what it can be (a share above 1, by way of a high draw) stops at its limit.
    /// </summary>
    /// <param name="baseline">The value of an assumption, by id, before any lever.</param>
    /// <param name="on">The date.</param>
    public AssumptionValues Resolve(Func<string, double> baseline, DateOnly on)
    {
        var overrides = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (LeverTurn turn in TurnsOn(baseline, on))
        {
            overrides[turn.Move.Assumption] = Math.Clamp(turn.Value, 0, turn.Move.Highest);
        }

        return new AssumptionValues(baseline, overrides);
    }

    /// <summary>The assumptions that its levers move, on whatever date, each with the lever.</summary>
    internal IEnumerable<(string Lever, string Assumption)> Moved => MovedBy(Levers);

    /// <summary>Every move of an assumption on a date, in order; the values are not yet held to their limits.</summary>
    internal IEnumerable<LeverTurn> TurnsOn(Func<string, double> baseline, DateOnly on)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        double Now(string id) => values.TryGetValue(id, out double changed) ? changed : baseline(id);
        foreach ((int index, LeverSetting setting) in Levers.Index().Where(item => item.Item.HoldsOn(on)))
        {
            Lever lever = _catalogue[setting.Lever];
            double value = setting.Apply(lever.ValueIn(Now), on);
            foreach ((LeverMove move, double moved) in lever.TurnTo(value, Now).ToArray())
            {
                values[move.Assumption] = Math.Clamp(moved, 0, move.Highest);
                yield return new LeverTurn(index, lever, value, move, moved);
            }
        }
    }

    /// <summary>Adds remarks, once, before anybody else sees the scenario.</summary>
    internal Scenario With(IReadOnlyList<string> remarks)
    {
        Remarks = remarks;
        return this;
    }

    private IEnumerable<(string Lever, string Assumption)> MovedBy(IEnumerable<LeverSetting> levers) =>
        levers.SelectMany(setting => _catalogue[setting.Lever].Moves.Select(move => (setting.Lever, move.Assumption)));

    private static bool IsOfSchools(string assumption) =>
        s_schoolConcepts.Any(concept => assumption.StartsWith(concept, StringComparison.Ordinal));

    private static DateOnly[] DatesOfChange(DateOnly start, IReadOnlyList<LeverSetting> levers) =>
        [.. levers.SelectMany(setting => setting.ChangeDates).Where(date => date > start).Distinct().Order()];
}

/// <summary>One assumption, moved by one lever on one date.</summary>
/// <param name="Setting">Which of the scenario's levers, from 0.</param>
/// <param name="Lever">The lever.</param>
/// <param name="LeverValue">Where it stands.</param>
/// <param name="Move">The assumption that it moves.</param>
/// <param name="Value">The value it would give to it.</param>
internal readonly record struct LeverTurn(int Setting, Lever Lever, double LeverValue, LeverMove Move, double Value);
