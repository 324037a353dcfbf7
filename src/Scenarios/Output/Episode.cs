namespace KentSufficiency.Scenarios.Output;

/// <summary>One episode of care in the terms of the SSDA903 return: a child under one legal status in one placement.</summary>
/// <param name="Child">CHILD: the child's address.</param>
/// <param name="Began">DECOM.</param>
/// <param name="NewReason">RNE: S started to be looked after, P placement and carers, T placement only, L legal status, B P and L, U T and L.</param>
/// <param name="Legal">LS.</param>
/// <param name="Need">CIN.</param>
/// <param name="Place">PLACE.</param>
/// <param name="Provider">PLACE_PROVIDER.</param>
internal sealed record Episode(ulong Child, DateOnly Began, char NewReason, string Legal, string Need, string Place, string Provider)
{
    /// <summary>DEC, or null for an open episode.</summary>
    public DateOnly? Ended { get; init; }

    /// <summary>REC: X1 where another episode follows at once, else why care ended; empty for an open episode.</summary>
    public string EndReason { get; init; } = "";

    /// <summary>REASON_PLACE_CHANGE, told where the placement that follows is another.</summary>
    public string MoveReason { get; init; } = "";
}
