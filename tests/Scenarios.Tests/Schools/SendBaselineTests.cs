using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;
using Xunit.Abstractions;

namespace KentSufficiency.ScenariosTests.Schools;

public class SendBaselineTests(ITestOutputHelper output)
{
    [Fact]
    public void Calibrate()
    {
        for (uint r = 0; r < 3; r++)
        {
            var county = new SendCounty(r, SendCounty.Of());
            for (int year = 0; year <= 4; year++)
            {
                county.To(year * 365);
                output.WriteLine($"{r} {year} all {county.InTime():0.000} " + string.Join(" ", Enum.GetValues<KentArea>().Select(a => $"{a} {county.InTime(a):0.000}")));
                output.WriteLine($"   open {county.OpenAtStart} plans {county.Service.Plans.Count} asked {county.Service.Counts.Total(SendCount.Asked)} issued {county.Service.Counts.Total(SendCount.Issued)} ceased {county.Service.Counts.Total(SendCount.Ceased)} q "
                    + string.Join(" ", Enumerable.Range(0, 4).Select(t => $"[{county.Service.At(PlanStage.Queued, t)} {county.Service.At(PlanStage.Ready, t)} {county.Service.Desk(t).ReviewsWaiting} plans {county.Service.Desk(t).Plans}]")));
                output.WriteLine($"   external {county.Service.BySetting[(int)Setting.ExternalSpecial]} special {county.Service.BySetting[(int)Setting.Special]} srp {county.Service.BySetting[(int)Setting.ResourceProvision]} main {county.Service.BySetting[(int)Setting.Mainstream]} further {county.Service.BySetting[(int)Setting.Further]}  costs m {county.Service.Costs.Local / 1e8:0} {county.Service.Costs.External / 1e8:0} {county.Service.Costs.Transport / 1e8:0}");
            }
        }
    }
}
