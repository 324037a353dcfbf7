namespace KentSufficiency.Scenarios.BackCast;

/// <summary>An observation that is understood and not scored, with the reason.</summary>
/// <param name="Origin">The origin of the forecast it was looked at for.</param>
/// <param name="Observation">The observation.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record NotScored(DateOnly Origin, Observation Observation, string Reason)
{
    /// <summary>The publisher withheld the value.</summary>
    public const string Suppressed = "suppressed";

    /// <summary>It describes a day that the forecast starts from or has behind it.</summary>
    public const string BeforeOrigin = "on or before the origin";

    /// <summary>It describes a day, or is compared on one, that the run does not reach.</summary>
    public const string AfterHorizon = "after the horizon";

    /// <summary>The run measures nothing there and then: its schools are left out, say, or no child falls under the measure.</summary>
    public const string NoForecast = "the run has no value on the date";
}
