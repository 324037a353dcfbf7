using System.Text;

namespace KentSufficiency.Peers.Runner;

/// <summary>The page of results, as Markdown. Where a peer does not agree with the engine there is no ratio.</summary>
internal sealed class PeersPage
{
    private readonly StringBuilder _text = new();

    public PeersPage(string machine, bool oneCore, int rounds, string load)
    {
        _text.AppendLine("# Peers on the same work: what was measured\n");
        _text.AppendLine("Made by `dotnet run -c Release --project benchmarks/peers`; [docs/peers.md](../../docs/peers.md) says what is compared and how.\n");
        _text.AppendLine($"{machine}. {(oneCore ? "All on one core" : "Not kept to one core")}, load {load} at the start and below at each workload;");
        _text.AppendLine($"median of {rounds} rounds, contestants by turns. Milliseconds of processor time a replication, without start and compilation.");
    }

    /// <summary>Whether all peers so far gave the engine's answers.</summary>
    public bool AllAgree { get; private set; } = true;

    public override string ToString() => _text.ToString();

    public void Add(Workload workload, Performance[] performances, string folder, string load)
    {
        Performance engine = performances[0];
        _text.AppendLine($"\n## {workload.Id}: {workload.Title}\n\nLoad {load} at the end.\n");
        _text.AppendLine("| contestant | ms | ms on the wall | replications | times the engine (least to most) | target | met | lines of code |");
        _text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: |");
        foreach (Performance one in performances)
        {
            Agreement agreement = Agreement.Of(engine.Trials, one.Trials, workload.WidestShare);
            AllAgree &= agreement.Holds;
            string target = one.Of.Target is double least ? $"{least}" : "";
            (string ratio, string met) = Verdict(one, engine, agreement.Holds);
            int lines = CodeLines.In(one.Of.Files.Select(file => Path.Combine(folder, file)));
            int replications = one.Trials.Count * one.Of.Replications;
            _text.AppendLine($"| {one.Of.Name} | {one.Processor:#,0.00} | {one.Wall:#,0.00} | {replications} | {ratio} | {target} | {met} | {lines} |");
        }

        foreach (string missing in workload.Missing)
        {
            _text.AppendLine($"\n{missing}");
        }

        AddAnswers(workload, performances);
    }

    private static (string Ratio, string Met) Verdict(Performance one, Performance engine, bool agrees)
    {
        if (ReferenceEquals(one, engine))
        {
            return ("", "");
        }

        if (!agrees)
        {
            return ("none: no agreement", "");
        }

        (double ratio, double low, double high) = one.Against(engine);
        string met = one.Of.Target is double least ? ratio >= least ? "yes" : "**no**" : "";
        return ($"{ratio:0.00} ({low:0.00}-{high:0.00})", met);
    }

    private void AddAnswers(Workload workload, Performance[] performances)
    {
        Performance engine = performances[0];
        _text.AppendLine("\nMean and half of the 95% interval; a peer agrees where its intervals overlap the engine's.\n");
        _text.AppendLine($"| output | {string.Join(" | ", performances.Select(static one => one.Of.Name))} |");
        _text.AppendLine($"| --- |{string.Concat(performances.Select(static _ => " ---: |"))}");
        Agreement[] all = [.. performances.Select(one => Agreement.Of(engine.Trials, one.Trials, workload.WidestShare))];
        for (int i = 0; i < all[0].Outputs.Length; i++)
        {
            _text.AppendLine($"| {all[0].Outputs[i].Name} | {string.Join(" | ", all.Select(one => Answer(one.Outputs[i])))} |");
        }
    }

    private static string Answer(ComparedOutput output)
    {
        string digits = output.Engine.Mean >= 1000 ? "#,0" : output.Engine.Mean >= 1 ? "0.000" : "0.00000";
        string mark = !output.Overlap ? " **apart**" : !output.Narrow ? " **too wide**" : "";
        return $"{output.Peer.Mean.ToString(digits)} ± {output.Peer.SimulationError.ToString(digits)}{mark}";
    }
}
