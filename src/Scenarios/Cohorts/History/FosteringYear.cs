using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>
/// Kent's own fostering in a year to 31 March: what there was on the last day, and what happened in the year. Connected persons stand apart; households are all others.
/// </summary>
/// <param name="End">31 March.</param>
/// <param name="IsWhole">Whether the county lived through the whole year, so that its flows are those of a year.</param>
internal sealed record FosteringYear(DateOnly End, bool IsWhole)
{
    /// <summary>Sizes of households that are told apart: 1, 2, 3 places, 4 or more.</summary>
    public const int Sizes = 4;

    /// <summary>Households by the places they are approved for.</summary>
    public int[] BySize { get; } = new int[Sizes];

    /// <summary>Households by what they are approved to do.</summary>
    public int[] ByType { get; } = new int[Enum.GetValues<FosterType>().Length];

    /// <summary>Households.</summary>
    public int Households { get; set; }

    /// <summary>Approved connected persons.</summary>
    public int Connected { get; set; }

    /// <summary>Children placed.</summary>
    public int Filled { get; set; }

    /// <summary>Places that a child could take.</summary>
    public int Vacant { get; set; }

    /// <summary>Places that are neither.</summary>
    public int Unavailable { get; set; }

    /// <summary>Of the children placed, those above the number for which their carers are approved.</summary>
    public int AboveApproval { get; set; }

    /// <summary>Households that have applied and are not approved yet.</summary>
    public int InProgress { get; set; }

    /// <summary>Enquiries in the year.</summary>
    public int Enquiries { get; set; }

    /// <summary>Applications in the year.</summary>
    public int Applications { get; set; }

    /// <summary>Applications withdrawn in the year.</summary>
    public int Withdrawn { get; set; }

    /// <summary>Households approved in the year.</summary>
    public int Approved { get; set; }

    /// <summary>Connected persons approved in the year.</summary>
    public int ConnectedApproved { get; set; }

    /// <summary>Households that resigned in the year.</summary>
    public int Resigned { get; set; }

    /// <summary>Households de-registered in the year.</summary>
    public int Deregistered { get; set; }

    /// <summary>Places: filled, vacant and unavailable ones.</summary>
    public int Places => Filled + Vacant + Unavailable;
}
