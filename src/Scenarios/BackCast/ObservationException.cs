using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>A file of observations cannot be used as it is. Carries every breach found, so that it is mended in one go.</summary>
/// <param name="errors">All breaches found, at least one.</param>
public sealed class ObservationException(IReadOnlyList<EvidenceError> errors) : Exception(Describe(errors))
{
    /// <summary>All breaches, in the order of the lines. The file is named as it was given.</summary>
    public IReadOnlyList<EvidenceError> Errors { get; } = errors;

    private static string Describe(IReadOnlyList<EvidenceError> errors)
    {
        string head = errors.Count == 1 ? "A row of the observations is refused:" : $"{errors.Count} things in the observations are refused:";
        return string.Join('\n', errors.Select(error => error.ToString()).Prepend(head));
    }
}
