using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Sensitivity;
using KentSufficiency.Simulation.Measures;
using Spectre.Console;

namespace KentSufficiency.Cli;

/// <summary>The short answer of a screening: a sentence, and a line for each assumption that moved anything.</summary>
internal sealed class SensitivityTable(ScreeningSubject subject, ScreeningPlan plan, ScreeningResult result)
{
    private const int Named = 3;
    private const int MostNamed = 8;

    private readonly Func<double, bool, string> _number = TableText.NumberOf(subject.Measure.Kind);
    private readonly string _unit = subject.Measure.Kind == MeasureKind.Percentage ? "points" : TableText.UnitOf(subject.Measure);

    /// <summary>Writes it.</summary>
    public void Write(IAnsiConsole console)
    {
        TextWriter output = console.Profile.Out.Writer;
        ScreenedAssumption[] moving = [.. result.Assumptions.Where(row => row.Effect.MuStar > 0)];
        output.WriteLine(Sentence(moving));
        if (moving.Length > 0)
        {
            TableText.Print(console, Lines(moving, console.Profile.Out.IsTerminal));
            output.WriteLine(Note());
        }

        string[] idle = [.. result.Assumptions.Where(row => !(row.Effect.MuStar > 0)).Select(row => row.Assumption.Id)];
        if (idle.Length > 0 && moving.Length > 0)
        {
            string more = idle.Length > MostNamed ? $" and {idle.Length - MostNamed} more" : "";
            output.WriteLine($"Nothing at all came of {string.Join(", ", idle.Take(MostNamed))}{more}.");
        }
    }

    private string Sentence(ScreenedAssumption[] moving)
    {
        string kent = subject.Measure.Geography == "Kent" ? "" : $" in {subject.Measure.Geography}";
        string what = subject.ComparedWith is null
            ? $"{subject.Measure.Id}{kent} on {subject.Horizon:d MMMM yyyy}"
            : $"What {subject.Scenario} changes of {subject.Measure.Id}{kent} by {subject.Horizon:d MMMM yyyy}";
        if (moving.Length == 0)
        {
            return $"{what} depends on none of the {result.Assumptions.Count:#,0} assumptions that were screened.";
        }

        IEnumerable<string> others = moving.Skip(1).Take(Named - 1).Select(row => row.Assumption.Id);
        string then = moving.Length > 1 ? $"; then on {string.Join(" and ", others)}" : "";
        ScreenedAssumption first = moving[0];
        return $"{what} depends most on {first.Assumption.Id} ({Range(first.Assumption)}: {Amount(first.Effect.MuStar)}){then}.";
    }

    private Table Lines(ScreenedAssumption[] rows, bool terminal)
    {
        string gap = terminal ? "\n" : " ";
        var table = new Table { Border = terminal ? TableBorder.Rounded : TableBorder.None };
        table.AddColumn(new TableColumn(new Text("Assumption")));
        table.AddColumn(new TableColumn(new Text("low to high")));
        table.AddColumn(new TableColumn(new Text($"mu*{gap}({_unit})")).RightAligned());
        table.AddColumn(new TableColumn(new Text("direction")));
        table.AddColumn(new TableColumn(new Text("sigma")).RightAligned());
        table.AddColumn(new TableColumn(new Text("dice")).RightAligned());
        table.AddColumn(new TableColumn(new Text("Meaning")));
        foreach (ScreenedAssumption row in rows)
        {
            InputEffect effect = row.Effect;
            table.AddRow(
                new Text(row.Assumption.Id),
                new Text(Range(row.Assumption)),
                new Text($"{_number(effect.MuStar, false)}{gap}({_number(effect.MuStarLow, false)} to {_number(effect.MuStarHigh, false)})"),
                new Text(effect.Direction switch { > 0 => "raises", < 0 => "lowers", _ => "either way" }),
                new Text(_number(effect.Sigma, false)),
                new Text(_number(effect.Dice, false)),
                new Text(row.Assumption.Meaning));
        }

        return table;
    }

    private string Note()
    {
        string chosen = plan.IsSifted
            ? $" Screened were {result.Assumptions.Count:#,0} of {plan.Candidates.Count:#,0} assumptions, chosen by a first look at {plan.SiftPoints:#,0} points."
            : "";
        string dice = plan.Replications > 1 ? " Dice: the mu* of an assumption that only stirs the dice; what is below twice that cannot be told from chance." : "";
        return $"mu*: the mean size of the change as an assumption goes from its low to its high, over {plan.Trajectories:#,0} trajectories; in brackets its "
            + $"95% interval. Sigma: how much that differs with the other assumptions.{dice}{chosen}";
    }

    private string Amount(double value) => $"{_number(value, false)} {_unit}";

    private static string Range(Assumption assumption) => $"{Short(assumption.Low!.Value)} to {Short(assumption.High!.Value)}";

    private static string Short(double value) => value.ToString(Math.Abs(value) >= 100 ? "#,0" : "0.###");
}
