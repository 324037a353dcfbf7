using KentSufficiency.Grains.LivingCounty;

namespace KentSufficiency.Cli.Orleans;

/// <summary>What people asked of a county, in words.</summary>
internal static class CommandWords
{
    /// <summary>A command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="districts">The districts' names.</param>
    public static string Of(CountyCommand command, string[] districts) => command.Request switch
    {
        CountyRequest.Place => $"place child/{command.Child} with household/{command.Household}",
        CountyRequest.CloseHome => $"close household/{command.Household}",
        CountyRequest.EnlargeSchool => $"enlarge school/{command.School} by {command.Count:#,0} places from {command.From:d MMMM yyyy}",
        CountyRequest.BulgeClass => $"open a bulge class of {command.Count:#,0} places at school/{command.School} on {command.From:d MMMM yyyy}",
        CountyRequest.CloseSchool => $"close school/{command.School} from {command.From:d MMMM yyyy}",
        CountyRequest.Arrive => $"{command.Count:#,0} {Arriving(command, districts)}",
        _ => $"open school/{command.School} in {districts[command.District]} with {command.Count:#,0} places",
    };

    /// <summary>What became of it.</summary>
    public static string Outcome(LoggedCommand logged) => logged.Outcome switch
    {
        { Done: true } outcome => outcome.Words,
        { } outcome => $"not done: {outcome.Words}",
        null => "its day has not come",
    };

    private static string Arriving(CountyCommand command, string[] districts)
    {
        string children = command.Count == 1 ? "child" : "children";
        return command.Kind switch
        {
            ArrivalKind.Unaccompanied => $"unaccompanied {children} to arrive",
            ArrivalKind.Referral => $"{children} to be referred in {districts[command.District]}",
            _ => $"{children} to be notified to early help in {districts[command.District]}",
        };
    }
}
