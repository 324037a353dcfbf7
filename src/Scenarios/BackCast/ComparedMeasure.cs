using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// A measure for which what a run writes and what was observed mean the same: usually one id on both sides, sometimes a sum on either.
/// </summary>
/// <param name="Id">The id under which it is scored.</param>
/// <param name="Geography">"Kent", or a part that the model writes the measure for.</param>
/// <param name="Kind">How its values are read; a sum is always of counts.</param>
/// <param name="ModelParts">Ids of the measures of a run that are added, at least one.</param>
/// <param name="EvidenceParts">Measures of the evidence that are added, at least one.</param>
/// <param name="Recorded">On which record date it is compared.</param>
/// <param name="Caveat">What a reader must know of the comparison; possibly empty.</param>
public sealed record ComparedMeasure(
    string Id,
    string Geography,
    MeasureKind Kind,
    IReadOnlyList<string> ModelParts,
    IReadOnlyList<EvidencePart> EvidenceParts,
    RecordRule Recorded,
    string Caveat)
{
    /// <summary>The family: the part of the id before the first slash.</summary>
    public string Family => FamilyOf(Id);

    /// <summary>The family of a measure: the part of its id before the first slash.</summary>
    public static string FamilyOf(string measure) => measure.Split('/', 2)[0];

    /// <summary>The compared values of a run: its parts added, replication by replication.</summary>
    /// <param name="valuesOf">The values of a measure of the run by its id, one for each replication; NaN where there is nothing to measure.</param>
    public double[] Sum(Func<string, IReadOnlyList<double>> valuesOf)
    {
        double[] sum = [.. valuesOf(ModelParts[0])];
        foreach (IReadOnlyList<double> part in ModelParts.Skip(1).Select(valuesOf))
        {
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += part[i];
            }
        }

        return sum;
    }
}
