namespace KentSufficiency.Scenarios.Strategies;

/// <summary>A file that a result rests on, and what it held.</summary>
/// <param name="File">The file as the reader knows it.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record InputFile(string File, string Sha256);

/// <summary>
/// A future to simulate: a baseline, or a strategy with all that it extends folded in. Immutable, so that any number of threads may
/// read it.
/// </summary>
public sealed class Scenario
{
    internal Scenario(ScenarioFile file, Scenario? extended, DateOnly start, IReadOnlyList<LeverSetting> ownLevers)
    {
        Name = file.Name;
        Title = file.Title;
        Source = file.Source;
        Start = start;
        Run = file.Run ?? extended?.Run ?? RunSettings.Usual;
        Baseline = extended?.Baseline ?? this;
        Levers = extended is null ? ownLevers : [.. extended.Levers, .. ownLevers];
        Files = extended is null ? [file.Input] : [.. extended.Files, file.Input];
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

    /// <summary>The scenario at the root of what this one extends; itself for a baseline.</summary>
    public Scenario Baseline { get; }

    /// <summary>Every change of an assumption, in the order in which they apply: those of the scenario extended, then its own.</summary>
    public IReadOnlyList<LeverSetting> Levers { get; }

    /// <summary>The files it was read from, the baseline's first.</summary>
    public IReadOnlyList<InputFile> Files { get; }

    /// <summary>
    /// The dates after the start on which a lever begins or ceases to hold, ascending and each once. Between two of them every
    /// assumption is constant.
    /// </summary>
    public IReadOnlyList<DateOnly> ChangeDates { get; }

    /// <summary>Whether the scenario fixes its own length: it checks the model, and is not compared with others.</summary>
    public bool IsValidation => Run.Years is not null;

    /// <summary>The assumptions on one date: the baseline values, changed by the levers that hold on it, in their order.</summary>
    /// <param name="baseline">The value of an assumption, by id, before any lever.</param>
    /// <param name="on">The date.</param>
    public AssumptionValues Resolve(Func<string, double> baseline, DateOnly on)
    {
        var overrides = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (LeverSetting setting in Levers.Where(setting => setting.HoldsOn(on)))
        {
            double value = overrides.TryGetValue(setting.Lever, out double changed) ? changed : baseline(setting.Lever);
            overrides[setting.Lever] = setting.Apply(value);
        }

        return new AssumptionValues(baseline, overrides);
    }

    private static DateOnly[] DatesOfChange(DateOnly start, IReadOnlyList<LeverSetting> levers)
    {
        var dates = new SortedSet<DateOnly>();
        foreach (LeverSetting setting in levers)
        {
            dates.Add(setting.From);
            if (setting.To is DateOnly last && last < DateOnly.MaxValue)
            {
                dates.Add(last.AddDays(1));
            }
        }

        return [.. dates.Where(date => date > start)];
    }
}
