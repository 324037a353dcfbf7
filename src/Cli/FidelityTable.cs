using KentSufficiency.Scenarios.Fidelity;

namespace KentSufficiency.Cli;

/// <summary>How near a cohort is to what it was compared with, for a terminal.</summary>
internal sealed class FidelityTable(TextWriter output)
{
    /// <summary>Tells it.</summary>
    public void Tell(FidelityResult result)
    {
        output.WriteLine($"{result.Cohort}: {result.Kind}, {result.Children:#,0} children, {result.LookedAfter:#,0} looked after on {result.Last:d MMMM yyyy}");
        output.WriteLine($"compared with {result.Against}");
        output.WriteLine(Unaccompanied(result));
        output.WriteLine();
        output.WriteLine($"{"comparison",-33}{"evidence of",-14}{"as it is",10}{"weighted",10}{"by chance",11}{"limit",8}  verdict");
        foreach (FidelityComparison one in result.Comparisons)
        {
            output.WriteLine(
                $"{one.Title,-33}{one.Date,-14:yyyy-MM-dd}{one.AsItIs,10:0.000}{one.Distance,10:0.000}{one.Chance,11:0.000}{one.Stated.Limit,8:0.00}  {(one.IsWithin ? "within" : "OUTSIDE")}");
        }

        output.WriteLine();
        foreach (NotCompared other in result.NotCompared)
        {
            output.WriteLine($"{other.Id} is not compared: {other.Reason}");
        }

        output.WriteLine($"{result.Comparisons.Count(one => one.IsWithin)} of {result.Comparisons.Count} comparisons lie within the stated distances, give or take chance.");
    }

    private static string Unaccompanied(FidelityResult result) => result switch
    {
        { WantedShare: null } => "The share of unaccompanied children there is not known: nothing is weighted.",
        { IsWeighted: false } => "Nothing is weighted: the cohort has either no unaccompanied child or no other.",
        _ => $"{result.Unaccompanied:#,0} are unaccompanied ({(double)result.Unaccompanied / result.LookedAfter:0.0%}); weighted to {result.WantedShare:0.0%}, and judged by that",
    };
}
