using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Cli;

/// <summary>Writes what is known of one thing: a heading, then a fact a line.</summary>
internal sealed class Facts(TextWriter output)
{
    private const int LabelWidth = 14;
    private const int MostObserved = 3;

    private bool _first = true;

    /// <summary>Where a lever stands, in words.</summary>
    public static string ValueOf(Lever lever) => lever.Unit == Lever.Relative ? "1 (times now)" : $"{Number(lever.Default)} {lever.Unit}";

    /// <summary>Writes rows in columns; the last is not padded.</summary>
    public static void WriteColumns(TextWriter output, IReadOnlyList<(string Name, string Title, string Last)> rows)
    {
        int name = rows.Max(row => row.Name.Length);
        int title = rows.Max(row => row.Title.Length);
        foreach ((string Name, string Title, string Last) row in rows)
        {
            output.WriteLine($"{row.Name.PadRight(name)}  {row.Title.PadRight(title)}  {row.Last}");
        }
    }

    /// <summary>Writes a scenario.</summary>
    public void Write(Scenario scenario, LeverCatalogue levers)
    {
        string kind = scenario.IsValidation ? "validation scenario" : scenario.Baseline == scenario ? "baseline" : "strategy";
        Head(scenario.Name, kind, scenario.Title);
        Fact("source", scenario.Source);
        Fact("starts", $"{scenario.Start:d MMMM yyyy}");
        Fact("files", string.Join(", ", scenario.Files.Select(file => file.File)));
        foreach (string item in scenario.SchoolItems)
        {
            Fact("schools", item);
        }

        foreach (LeverSetting setting in scenario.Levers)
        {
            Lever lever = levers[setting.Lever];
            string to = setting.To is DateOnly last ? $" to {last:d MMMM yyyy}" : "";
            string ramp = setting.RampMonths > 0 ? $", in {setting.RampMonths} monthly steps" : "";
            Fact("lever", $"{lever.Id}: {Change(setting, lever)} from {setting.From:d MMMM yyyy}{to}{ramp}");
            Fact("", lever.Title);
        }

        foreach (ScenarioCost cost in scenario.Costs)
        {
            string to = cost.To is DateOnly last ? $" to {last:d MMMM yyyy}" : "";
            string when = cost.EveryYear ? $"a year from {cost.From:d MMMM yyyy}{to}" : $"once on {cost.From:d MMMM yyyy}";
            Fact("cost", $"{(cost.Pounds < 0 ? "-" : "")}£{Number(Math.Abs(cost.Pounds))} {when}: {cost.What}");
            Fact("", Cited(cost.Source, cost.Page, levers.Assumptions.Sources));
        }

        foreach (string remark in scenario.Remarks)
        {
            Fact("remark", remark);
        }
    }

    /// <summary>Writes a lever or an assumption.</summary>
    public void Write(Lever lever, LeverCatalogue levers, IEnumerable<MeasureDefinition> measures)
    {
        Head(lever.Id, lever.IsNamed ? "lever" : "assumption", lever.Title);
        FactUnless(lever.IsNamed ? "meaning" : "", lever.Meaning, !lever.IsNamed);
        Fact("default", ValueOf(lever));
        string range = lever.Range is (double low, double high) ? $"{Number(low)} to {Number(high)} {lever.Unit}" : "none: exact";
        Fact("range", lever.IsNamed ? $"{range} (what is plausible)" : lever.Range is null ? range : $"{range} (90% interval)");
        FactUnless("kind", lever.Kind?.ToString().ToLowerInvariant() ?? "", lever.Kind is null);
        Fact("source", Cited(lever.Source, lever.Page, levers.Assumptions.Sources));
        FactUnless("set by", lever.SetBy ?? "", lever.SetBy is null);
        if (lever.Measure is string id)
        {
            string title = measures.FirstOrDefault(measure => measure.Id == id)?.Title ?? "";
            Fact("moves", $"{id} {(lever.Raises ? "up" : "down")} ({title})");
        }

        if (lever.IsNamed)
        {
            WriteMoves(lever);
        }
        else
        {
            WriteAssumption(levers.Assumptions[lever.Id], levers);
        }
    }

    /// <summary>Writes a measure.</summary>
    public void Write(MeasureDefinition measure, LeverCatalogue levers, EvidenceLibrary evidence)
    {
        Head(measure.Id, "measure", measure.Title);
        Fact("unit", measure.Unit);
        Fact("kind", measure.Kind switch
        {
            MeasureKind.Percentage => "a percentage: numerator over denominator",
            MeasureKind.Mean => "a mean",
            MeasureKind.Money => "an amount of money",
            MeasureKind.RatePer10000 => "a rate for each 10,000 residents aged 0 to 17",
            _ => "a count",
        });
        foreach (ObservedValue value in evidence.Series(measure.Id, "Kent").Where(value => !value.Suppressed).TakeLast(MostObserved))
        {
            Fact("observed", $"{value.Date:d MMMM yyyy}: {Number(value.Value!.Value)} {value.Unit} ({Cited(value.Source, value.Page, evidence.Sources)})");
        }

        foreach (Lever lever in levers.Named.Where(lever => lever.Measure == measure.Id))
        {
            Fact("lever", $"{lever.Id}, {(lever.Raises ? "which raises it" : "which lowers it")}");
        }
    }

    private void WriteAssumption(Assumption assumption, LeverCatalogue levers)
    {
        Fact("period", assumption.Period);
        Fact("known from", $"{assumption.KnownFrom:d MMMM yyyy}");
        Fact("distribution", assumption.Distribution switch
        {
            RangeDistribution.LogitNormal => "logit-normal",
            RangeDistribution.LogNormal => "log-normal",
            _ => "none",
        });
        foreach (Lever lever in levers.Named.Where(lever => lever.Moves.Any(move => move.Assumption == assumption.Id)))
        {
            Fact("lever", $"{lever.Id}: {lever.Title}");
        }
    }

    private void WriteMoves(Lever lever)
    {
        foreach (LeverMove move in lever.Moves)
        {
            Fact("assumption", $"{move.Assumption} ({Number(move.Central)}), {(move.Inverse ? "inversely" : "in proportion")}");
        }
    }

    private static string Change(LeverSetting setting, Lever lever) => setting.Operation switch
    {
        LeverOperation.Set => $"set to {Number(setting.Value)} {lever.Unit}",
        LeverOperation.Scale => $"times {Number(setting.Value)}",
        LeverOperation.Odds => $"odds times {Number(setting.Value)}",
        _ => $"{(setting.Value < 0 ? "less" : "plus")} {Number(Math.Abs(setting.Value))} {lever.Unit}",
    };

    private static string Cited(string source, string page, SourceList sources)
    {
        string title = sources.TryGet(source, out Source? found) ? found.Title : source;
        return page == "-" ? title : $"{title}; {(char.IsAsciiDigit(page[0]) ? "p. " : "")}{page}";
    }

    private static string Number(double value) => value.ToString("#,0.#####");

    private void Head(string name, string kind, string title)
    {
        if (!_first)
        {
            output.WriteLine();
        }

        _first = false;
        output.WriteLine($"{name} ({kind})");
        output.WriteLine($"  {title}");
    }

    private void FactUnless(string label, string text, bool absent)
    {
        if (!absent)
        {
            Fact(label, text);
        }
    }

    private void Fact(string label, string text) => output.WriteLine($"  {label.PadRight(LabelWidth)}{text}");
}
