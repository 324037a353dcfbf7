using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>The groups into which the Department for Education's releases put the codes of the return.</summary>
internal static class CareWords
{
    private static readonly int[] s_bandFrom = [0, 1, 5, 10, 16];

    /// <summary>The band of an age, as in the ids of measures.</summary>
    public static string Band(int age) => CareBreakdowns.Bands[Array.FindLastIndex(s_bandFrom, from => from <= Math.Max(0, age))];

    /// <summary>The group of a placement. A temporary one of which nothing tells what it interrupts is told as other.</summary>
    public static string PlacementGroup(string place) => place switch
    {
        ['U', ..] => "foster",
        ['A', ..] => "adoption",
        "P1" => "parents",
        "P2" or "P3" => "community",
        "H5" or "K1" or "K2" or "K3" => "homes-semi-secure",
        ['R', ..] => "other-residential",
        "S1" => "residential-school",
        _ => "other",
    };

    /// <summary>The group of a legal status on a day.</summary>
    public static string LegalGroup(string status) => status switch
    {
        "C1" => "interim-care-order",
        "C2" => "full-care-order",
        "D1" => "freeing-order",
        "E1" => "placement-order",
        "V2" => "section-20",
        ['L', ..] => "child-protection-grounds",
        _ => "youth-justice",
    };

    /// <summary>The group of a legal status at the start of care.</summary>
    public static string StartLegalGroup(string status) => status switch
    {
        "L1" => "police-protection",
        "L2" => "emergency-protection",
        "L3" => "child-assessment-order",
        "J1" => "remand",
        "J2" => "police-and-criminal-evidence",
        "J3" => "supervision-with-residence",
        _ => LegalGroup(status),
    };

    /// <summary>The group of an ethnic origin.</summary>
    public static string EthnicGroup(string code) => code switch
    {
        "OOTH" or "CHNE" => "other",
        ['W', ..] => "white",
        ['M', ..] => "mixed",
        ['A', ..] => "asian",
        ['B', ..] => "black",
        _ => "not-known",
    };
}
