using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Report;

/// <summary>What an answer depends on, where a screening of assumptions was added to the run.</summary>
internal static class DependenceSection
{
    private const int Told = 3;
    private const int MostRows = 20;
    private const double Chance = 2;

    /// <summary>Composes the section, or nothing where there was no screening.</summary>
    public static ReportSection? Of(SavedRun run, ReportData data)
    {
        if (run.Screening is not SavedScreening screening)
        {
            return null;
        }

        var words = MeasureWords.Of(screening.Measure);
        AssumptionCatalogue catalogue = data.Levers.Assumptions;
        string Name(SavedEffect effect) => catalogue.TryGet(effect.Assumption, out Assumption? known) ? Short(known.Meaning) : effect.Assumption;
        SavedEffect[] moving = [.. screening.Assumptions.Where(effect => effect.MuStar.Mean > 0)];
        string subject = Subject(run, screening, words);
        if (moving.Length == 0)
        {
            string none = $"{Capital(subject)} depends on none of the {screening.Assumptions.Count:#,0} assumptions that were screened.";
            return new ReportSection("dependence", "What the answer depends on", [new Paragraph(none)]);
        }

        List<ReportBlock> blocks = [new Paragraph(Sentence(subject, moving, words, Name))];
        SavedEffect[] bars = [.. moving.Where(effect => !double.IsNaN(effect.AtLow) && !double.IsNaN(effect.AtHigh))];
        if (bars.Length > 0)
        {
            blocks.Add(Bars(subject, screening, bars, words, Name));
        }

        TableBlock table = Table(subject, screening, moving, words, Name);
        blocks.Add(moving.Length <= MostRows ? table : new Folded($"The {moving.Length} assumptions that changed anything", [table]));
        return new ReportSection("dependence", "What the answer depends on", blocks);
    }

    private static string Subject(SavedRun run, SavedScreening screening, MeasureWords words)
    {
        string place = screening.Geography == SavedRun.Kent ? "" : $" in {screening.Geography}";
        string title = run.Manifest.Scenarios.FirstOrDefault(scenario => scenario.Name == screening.Scenario)?.Title ?? screening.Scenario;
        return screening.ComparedWith.Length == 0
            ? $"{words.Subject}{place} {words.When(screening.Date)}"
            : $"what the strategy \u2018{title}\u2019 changes of {words.Subject}{place} {words.When(screening.Date)}";
    }

    private static string Sentence(string subject, SavedEffect[] moving, MeasureWords words, Func<SavedEffect, string> name)
    {
        SavedEffect first = moving[0];
        string most = $"{Capital(subject)} depends most on this assumption: {name(first)}. From its low of {Number(first.Low)} to its high of {Number(first.High)} "
            + $"it moves the answer by {NumberWords.Size(first.MuStar.Mean, first.MuStar, words.Unit)}.";
        string[] others = [.. moving.Skip(1).Take(Told - 1).Select(effect => $"{name(effect)} ({NumberWords.Size(effect.MuStar.Mean, effect.MuStar, words.Unit)})")];
        return others.Length == 0 ? most : $"{most} Next come: {string.Join("; ", others)}.";
    }

    private static Chart Bars(string subject, SavedScreening screening, SavedEffect[] bars, MeasureWords words, Func<SavedEffect, string> name)
    {
        double scale = words.Unit == MeasureUnit.Pounds ? 1e-6 : 1;
        string unit = words.Unit == MeasureUnit.Percent ? "points" : words.UnitTitle;
        string title = $"What each assumption alone changes of {subject}";
        return new Chart(
            "dependence-chart",
            title,
            $"{title}, when it is at its low and at its high and all others are as in the data; the largest first. The table has the numbers.",
            ChartSpecs.Tornado([.. bars.Select(bar => (name(bar), bar.AtLow * scale, bar.AtHigh * scale))], unit.Length == 0 ? "difference" : $"difference ({unit})", 3),
            [],
            $"Differences from the answer with the values of the data, {NumberWords.Value(screening.Answer, words.Unit)}; means over {screening.Trajectories:#,0} futures.");
    }

    private static TableBlock Table(string subject, SavedScreening screening, SavedEffect[] moving, MeasureWords words, Func<SavedEffect, string> name)
    {
        string unit = words.Unit == MeasureUnit.Percent ? "points" : words.UnitTitle;
        string Heading(string text) => unit.Length == 0 ? text : $"{text} ({unit})";
        string dice = screening.Replications > 1
            ? $" Dice: what an assumption would move that only stirs the dice; less than {Chance:0} times that cannot be told from chance."
            : "";
        return new TableBlock(
            "table-dependence",
            $"The assumptions by how much {subject} depends on them",
            [
                new TableColumn("Assumption", IsNumber: false), new("Low to high"), new(Heading("Moves the answer by")), new("Direction", IsNumber: false),
                new(Heading("Spread")), new(Heading("Dice")), new(Heading("Alone, at its low")), new(Heading("Alone, at its high")),
            ],
            [.. moving.Select(effect => (IReadOnlyList<TableCell>)
                [
                    $"{name(effect)} [{effect.Assumption}]",
                    $"{Number(effect.Low)} to {Number(effect.High)}",
                    NumberWords.WithInterval(effect.MuStar, words.Unit),
                    Math.Abs(effect.Mu) < effect.MuStar.Mean / 2 ? "either way" : effect.Mu > 0 ? "raises" : "lowers",
                    NumberWords.Plain(effect.Sigma, words.Unit),
                    NumberWords.Plain(effect.Dice, words.Unit),
                    Signed(effect.AtLow, words.Unit),
                    Signed(effect.AtHigh, words.Unit),
                ])],
            $"Morris screening, {screening.Trajectories:#,0} trajectories: the mean size of the change as an assumption goes from its low to its high, with its 95% "
            + $"interval; the others stand anywhere in their ranges. Spread: how much the change differs with them.{dice}");
    }

    private static string Signed(double value, MeasureUnit unit) => NumberWords.Signed(value, new Estimate(value, value, value), unit);

    /// <summary>A meaning says after a colon how its number was found.</summary>
    private static string Short(string meaning)
    {
        int colon = meaning.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? meaning : meaning[..colon];
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "#,0" : "0.###");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
