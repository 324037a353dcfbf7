using System.Text;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.ScenariosTests.Output;

/// <summary>Episodes of a few events, by hand.</summary>
public sealed class EpisodesLogTests
{
    private static readonly DateOnly s_start = new(2018, 7, 31);

    private readonly EpisodesLog _log = new();

    [Fact]
    public void A_child_comes_moves_and_goes()
    {
        Tell(1, 7, EventKind.CareStarted, "C1/N5");
        Tell(1, 7, EventKind.PlacementStarted, "U6/PR4");
        Tell(30, 7, EventKind.LegalStatusChanged, "C2");
        Tell(40, 7, EventKind.PlacementEnded, "CREQB");
        Tell(40, 7, EventKind.PlacementStarted, "U6/PR1");
        Tell(50, 7, EventKind.PlacementStarted, "U4/PR1");
        Tell(60, 7, EventKind.CareEnded, "E4A");
        Tell(60, 7, EventKind.PlacementEnded, "");

        Assert.Equal(
            """
            CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE
            7,01/08/2018,S,C1,N5,U6,PR4,30/08/2018,X1,
            7,30/08/2018,L,C2,N5,U6,PR4,09/09/2018,X1,CREQB
            7,09/09/2018,P,C2,N5,U6,PR1,19/09/2018,X1,PLACE
            7,19/09/2018,T,C2,N5,U4,PR1,29/09/2018,E4A,

            """,
            Written());
    }

    [Fact]
    public void Changes_of_one_day_make_one_episode()
    {
        Tell(1, 7, EventKind.CareStarted, "V2/N1");
        Tell(1, 7, EventKind.PlacementStarted, "U6/PR1");
        Tell(1, 8, EventKind.CareStarted, "V2/N8");
        Tell(1, 8, EventKind.PlacementStarted, "K2/PR1");
        Tell(9, 7, EventKind.LegalStatusChanged, "E1");
        Tell(9, 7, EventKind.PlacementEnded, "CARPL");
        Tell(9, 7, EventKind.PlacementStarted, "A6/PR1");
        Tell(9, 8, EventKind.PlacementStarted, "U4/PR1");
        Tell(9, 8, EventKind.LegalStatusChanged, "C2");

        Assert.Equal(["S", "B", "S", "U"], Fields(2));
        Assert.Equal(["CARPL", "", "PLACE", ""], Fields(9));
        Assert.Equal(["X1", "", "X1", ""], Fields(8));
    }

    [Fact]
    public void Of_a_child_present_at_the_start_the_present_episode_is_told()
    {
        Tell(0, 9, EventKind.PresentAtStart, "C2/N1/U4/PR4/2015-02-01/2017-03-04");
        Tell(0, 12, EventKind.PresentAtStart, "V2/N4/U6/PR1/2018-02-01/2018-02-01");
        Tell(3, 12, EventKind.CareEnded, "E8");

        Assert.Equal(["04/03/2017", "01/02/2018"], Fields(1));
        Assert.Equal(["P", "S"], Fields(2));
        Assert.Equal(["", "03/08/2018"], Fields(7));
    }

    [Fact]
    public void Nothing_happens_without_a_child_in_care()
    {
        Tell(1, 7, EventKind.PlacementStarted, "U6/PR1");
        Tell(1, 7, EventKind.Referred, "");
        Tell(2, 7, EventKind.CareEnded, "E3");
        Assert.Empty(_log.Episodes());
    }

    private void Tell(int day, ulong child, EventKind kind, string code) =>
        _log.Record(new EventRecord(s_start.AddDays(day), child, EventNames.Of(kind), code, Other: 0));

    private string Written()
    {
        using var stream = new MemoryStream();
        EpisodesFile.Write(stream, _log.Episodes());
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private string[] Fields(int column) =>
        [.. Written().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[column])];
}
