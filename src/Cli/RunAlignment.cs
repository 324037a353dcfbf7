using KentSufficiency.Scenarios.Alignment;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary>Aligns the baseline of a run to the totals of <c>--align</c>, with pilots on the cores of this machine.</summary>
internal sealed class RunAlignment(RunRequest request, CommandHost host, ScenarioLibrary library)
{
    /// <summary>Finds the shifts; nothing is written.</summary>
    /// <exception cref="AlignmentException">The file breaks a rule, or a total cannot be met.</exception>
    /// <exception cref="InputException">There is nothing to align in this baseline.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public AlignedBaseline Align(Scenario baseline, int years, ParameterMode mode, CancellationToken cancellation)
    {
        if (baseline.IsValidation || baseline.Covers == ScenarioCoverage.Schools)
        {
            string why = baseline.IsValidation ? "is a validation scenario, which is held against a known number" : "covers schools alone";
            throw new InputException($"{baseline.Name} {why}: leave --align out. What can be aligned is {AlignmentFile.CanBeAligned}.");
        }

        var file = AlignmentFile.Read(request.Align!, request.Align!.Replace('\\', '/'));
        string scratch = Directory.CreateTempSubdirectory("kent-align-").FullName;
        try
        {
            var aligner = new Aligner(library, host.Levers().Assumptions, Pilot, line => host.Error.Write(request.Quiet ? "" : $"{line}\n"));
            return aligner.Align(baseline, file, years, request.Precision is null ? request.Replications : Aligner.ManyReplications);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        double Pilot(Scenario scenario, int pilotYears, int replications, string measure, DateOnly date)
        {
            var planned = new PlannedScenario(scenario.Name, host.CreateEngine(scenario, pilotYears, mode));
            var plan = new ExperimentPlan([planned], replications, request.Seed, request.Threads, Audit: false, scratch);
            using ExperimentResults results = Experiment.Run(plan, null, cancellation);
            return results.IsPartial ? throw new OperationCanceledException(cancellation) : MetTotal.Of(results.Scenarios[0], measure, date).Mean;
        }
    }
}
