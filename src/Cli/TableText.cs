using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Simulation.Measures;
using Spectre.Console;

namespace KentSufficiency.Cli;

/// <summary>How tables write numbers, and how they are printed: as they are on a terminal, in plain columns that never wrap elsewhere.</summary>
internal static class TableText
{
    private const int NeverWrap = 10_000;

    /// <summary>A number with one decimal, or none where it is large.</summary>
    public static string Number(double value, bool signed)
    {
        string pattern = Math.Abs(value) >= 100 ? "#,0" : "0.0";
        return double.IsNaN(value) ? "-" : value.ToString(signed ? $"+{pattern};-{pattern};{pattern}" : pattern);
    }

    /// <summary>An amount of money in millions: one decimal, two where it is a difference, since strategies move little of the whole.</summary>
    public static string Millions(double value, bool signed)
    {
        double millions = value / 1e6;
        return double.IsNaN(value) ? "-" : millions.ToString(signed ? "+#,0.00;-#,0.00;0.00" : "#,0.0");
    }

    /// <summary>A mean with its 95% uncertainty interval; on a terminal on two lines.</summary>
    public static string Interval(Summary summary, bool signed, bool terminal, Func<double, bool, string> number) =>
        $"{number(summary.Mean, signed)}{(terminal ? "\n" : " ")}({number(summary.Low, signed)} to {number(summary.High, signed)})";

    /// <summary>How amounts of a kind are written.</summary>
    public static Func<double, bool, string> NumberOf(MeasureKind kind) => kind == MeasureKind.Money ? Millions : Number;

    /// <summary>The unit in which amounts of a measure are written.</summary>
    public static string UnitOf(MeasureDefinition measure) => measure.Kind == MeasureKind.Money ? "£m" : measure.Unit;

    /// <summary>Prints a table.</summary>
    public static void Print(IAnsiConsole console, Table table)
    {
        if (console.Profile.Out.IsTerminal)
        {
            console.Write(table);
            return;
        }

        using var text = new StringWriter();
        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        plain.Profile.Width = NeverWrap;
        plain.Write(table);
        foreach (string line in text.ToString().Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                console.Profile.Out.Writer.WriteLine(line.TrimEnd());
            }
        }
    }
}
