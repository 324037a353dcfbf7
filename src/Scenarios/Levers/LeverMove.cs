using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Levers;

/// <summary>How one assumption follows a lever.</summary>
/// <param name="Assumption">The assumption's id.</param>
/// <param name="Central">Its central value.</param>
/// <param name="Highest">The highest value it can take; the lowest is 0.</param>
/// <param name="Inverse">Whether it is divided by what the lever is multiplied by.</param>
public sealed record LeverMove(string Assumption, double Central, double Highest, bool Inverse)
{
    /// <summary>Anything but a share may reach this many times its central value: beyond it a run would only fill the machine.</summary>
    private const double MostTimes = 50;

    private const double MostWhereCentralIsZero = 1e9;

    /// <summary>Whether the assumption can take a value.</summary>
    public bool Allows(double value) => value >= 0 && value <= Highest;

    internal static LeverMove Of(Assumption assumption, bool inverse)
    {
        double most = assumption.Value > 0 ? MostTimes * assumption.Value : MostWhereCentralIsZero;
        return new LeverMove(assumption.Id, assumption.Value, assumption.Unit == AssumptionRules.ShareUnit ? 1 : most, inverse);
    }

    /// <summary>
    /// The value when the lever goes from <paramref name="former"/> to <paramref name="value"/>. From a lever at nothing there is no
    /// proportion to keep: then the central value and the lever's default serve as the start.
    /// </summary>
    internal double Follow(double inForce, double former, double usual, double value)
    {
        (double from, double at) = former > 0 && double.IsFinite(former) ? (inForce, former) : (Central, usual);
        return value == at ? from : Inverse ? from * at / value : from * value / at;
    }
}
