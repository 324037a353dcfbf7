using KentSufficiency.Scenarios.Fidelity;

namespace KentSufficiency.Cli;

/// <summary>One <c>kent fidelity</c>.</summary>
internal sealed class FidelitySession(FidelityAsked asked, CommandHost host)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code: a cohort that is far from the evidence is no failure.</returns>
    public int Run()
    {
        FidelityResult result = new FidelityStudy(host.DataDirectory).Run(asked.Folder, asked.Against, host.CurrentDirectory);
        new FidelityTable(host.Output).Tell(result);
        return ExitCode.Done;
    }
}
