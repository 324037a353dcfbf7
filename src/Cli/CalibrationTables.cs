using KentSufficiency.Scenarios.Calibration;

namespace KentSufficiency.Cli;

/// <summary>What a calibration found, for a terminal.</summary>
internal sealed class CalibrationTables(TextWriter output)
{
    /// <summary>Tells it.</summary>
    public void Tell(CalibrationResult result, TimeSpan elapsed)
    {
        output.WriteLine($"{"target",-62}{"date",-12}{"observed",9}{"prior median",14}{"posterior 10% to 90%",26}");
        foreach (TargetFit fit in result.Fits)
        {
            string range = $"{fit.After[0]:0} - {fit.After[1]:0} - {fit.After[2]:0}";
            output.WriteLine($"{fit.Target.Target.Name,-62}{fit.Date,-12:yyyy-MM-dd}{fit.Target.Value,9:0}{fit.Before[1],14:0}{range,26}{(fit.IsWithin ? "" : " *")}");
        }

        output.WriteLine();
        output.WriteLine($"{"assumption",-50}{"prior",10}{"posterior 5% - median - 95%",36}{"learnt",8}");
        foreach (EstimatedAssumption estimate in result.Estimates)
        {
            string range = $"{estimate.Low:0.####} - {estimate.Median:0.####} - {estimate.High:0.####}";
            string learnt = estimate.IsIdentified ? $"{estimate.Contraction:0%}" : "prior";
            output.WriteLine($"{estimate.Id,-50}{estimate.Prior.Value,10:0.####}{range,36}{learnt,8}");
        }

        output.WriteLine();
        output.WriteLine($"Digest {PosteriorFile.Digest(result.Sample)}, {elapsed.TotalSeconds:0} s");
    }
}
