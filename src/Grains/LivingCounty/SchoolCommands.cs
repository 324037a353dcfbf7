using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// What people ask of schools. Each becomes a scheme in its planned stage, which goes the way of all schemes: feasibility, consultation,
/// committee and so on, with the same risks.
/// </summary>
public static class SchoolCommands
{
    private const int September = 9;
    private const int MostPlaces = 420;
    private const int MostOrders = 200;

    /// <summary>Whether a command orders a scheme.</summary>
    public static bool Is(CountyCommand command) => command.Request is CountyRequest.EnlargeSchool or CountyRequest.BulgeClass or CountyRequest.CloseSchool;

    /// <summary>The schemes that the commands of a day order.</summary>
    /// <param name="commands">All commands of the day, in order.</param>
    /// <param name="day">The day.</param>
    /// <param name="parameters">What the county runs on.</param>
    public static SchoolOrder[] Orders(IEnumerable<CountyCommand> commands, int day, CountyParameters parameters) =>
        parameters.Schools is not SchoolParameters schools ? [] : [.. commands.Where(Is).Select((command, number) => OrderOf(command, day, number, schools))];

    /// <summary>What becomes of a command on its day, in a sentence.</summary>
    public static string Words(CountyCommand command, CountyParameters parameters) => command.Request == CountyRequest.CloseSchool
        ? $"The closure of {Find(command.School, parameters.Schools!)!.Name} from September {command.From.Year} is planned; its stages begin."
        : $"{command.Count} places at {Find(command.School, parameters.Schools!)!.Name} from September {command.From.Year} are planned; the stages of the scheme begin.";

    /// <summary>What is wrong with a command in this county, in a sentence; null where nothing is.</summary>
    public static string? Fault(CountyCommand command, CountyModel model, int marker)
    {
        if (model.Parameters.Schools is not SchoolParameters schools)
        {
            return "This county does not live its school years.";
        }

        if (command.Request == CountyRequest.OpenSchool)
        {
            return "Which schools open is planned in the county's scenario; a school that is there can be enlarged.";
        }

        if (Find(command.School, schools) is not School school)
        {
            return $"There is no school named {command.School}.";
        }

        return command switch
        {
            { Request: not CountyRequest.CloseSchool, Count: < 1 or > MostPlaces } => $"From 1 to {MostPlaces} places can be asked for.",
            { Request: CountyRequest.BulgeClass } when school.Kind == SchoolKind.Special => $"{school.Name} is a special school, which has no year groups of its own size.",
            { From: not { Month: September, Day: 1 } } => "Places begin and end on a 1 September.",
            _ when command.From <= model.Date(marker + 1) => "That September has begun already.",
            _ when command.From > model.Date(model.Parameters.Horizon) => "That September lies beyond the county's horizon.",
            _ => null,
        };
    }

    /// <summary>Why a school cannot do it as it stands; null where it can.</summary>
    public static string? Refusal(SchoolFile? school) => school?.Standing switch
    {
        SchoolStanding.Closed => $"{school.Name} is closed.",
        SchoolStanding.Closing => $"{school.Name} is closing.",
        _ => null,
    };

    /// <summary>Why no more can be ordered on a day; null while more can.</summary>
    public static string? TooMany(IEnumerable<CountyCommand> ofDay) => ofDay.Count(Is) < MostOrders ? null : $"No more than {MostOrders} schemes can be ordered for one day.";

    private static School? Find(string id, SchoolParameters schools) => Array.Find(schools.Estate.Schools, school => school.Id == id);

    private static SchoolOrder OrderOf(CountyCommand command, int day, int number, SchoolParameters schools)
    {
        School school = Find(command.School, schools)!;
        SchemeKind kind = command.Request switch
        {
            CountyRequest.BulgeClass => SchemeKind.Bulge,
            CountyRequest.CloseSchool => SchemeKind.Close,
            _ when school.Kind == SchoolKind.Special => SchemeKind.SpecialPlaces,
            _ => SchemeKind.Enlarge,
        };
        int year = command.From.Year - schools.Calendar.Schools.FirstYear;
        return new SchoolOrder(day, number, kind, school.Index, command.Request == CountyRequest.CloseSchool ? 0 : command.Count, year);
    }
}
