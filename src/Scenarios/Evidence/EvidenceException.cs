namespace KentSufficiency.Scenarios.Evidence;

/// <summary>
/// The data files break their rules. Carries every breach found, not only the first, so that a file is mended in one go.
/// </summary>
public sealed class EvidenceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errors">All breaches found, at least one.</param>
    public EvidenceException(IReadOnlyList<EvidenceError> errors)
        : base(Describe(errors)) => Errors = errors;

    /// <summary>All breaches, in the order of the files and lines.</summary>
    public IReadOnlyList<EvidenceError> Errors { get; }

    internal static void ThrowIfAny(List<EvidenceError> errors)
    {
        if (errors.Count > 0)
        {
            throw new EvidenceException(errors.ToArray());
        }
    }

    private static string Describe(IReadOnlyList<EvidenceError> errors)
    {
        string head = errors.Count == 1 ? "The data break a rule:" : $"The data break {errors.Count} rules:";
        return string.Join('\n', errors.Select(error => error.ToString()).Prepend(head));
    }
}
