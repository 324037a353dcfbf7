namespace KentSufficiency.Scenarios.Sensitivity;

/// <summary>
/// A function of the unit cube whose inputs are to be screened: an answer of the model, or a function that can be worked out on paper. Called from several
/// threads at a time.
/// </summary>
/// <param name="points">
/// Points that all meet the same luck, neighbours differing in few inputs where possible; an input lies from 0 to 1, or is NaN where it is to keep the
/// value of the data.
/// </param>
/// <param name="luck">The number of the luck: the same number, seed and point give the same answer.</param>
/// <param name="cancellation">Ends it early, with <see cref="OperationCanceledException"/>.</param>
/// <returns>The answer at each point; NaN where there is none.</returns>
public delegate double[] CubeFunction(IReadOnlyList<double[]> points, uint luck, CancellationToken cancellation);
