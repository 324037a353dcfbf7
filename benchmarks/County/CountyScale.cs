using System.Reflection;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.Benchmarks.County;

/// <summary>
/// The county with another number of children at the same schools. Each child of the start is taken as many times as the scale says, under new
/// addresses; below 1 every so many-th child stays. Places, births, migration, area teams and the plans of the start are multiplied likewise;
/// schools, planning areas, schemes and all rates of one child stay as they are.
/// </summary>
internal static class CountyScale
{
    private const int MostCopies = 4;
    private static readonly MethodInfo s_clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The scaled county.</summary>
    public static CountyParameters Of(CountyParameters county, double scale)
    {
        SchoolParameters schools = county.Schools!;
        ResidentReference reference = schools.Reference;
        double[] Times(double[] rates) => [.. rates.Select(rate => rate * scale)];
        SchoolParameters scaled = With(
            schools,
            (nameof(SchoolParameters.Estate), Of(schools.Estate, scale)),
            (nameof(SchoolParameters.Residents), Of(schools.Residents, scale)),
            (nameof(SchoolParameters.Reference), new ResidentReference(
                Times(reference.Births), Times(reference.London), Times(reference.Home), Times(reference.Abroad), Times(reference.Refugees),
                Times(reference.Dwellings), Times(reference.Sites), reference.SiteAreas)));
        return With(
            county,
            (nameof(CountyParameters.Schools), scaled),
            (nameof(CountyParameters.Regimes), county.Regimes.Select(regime => regime with { Rates = Of(regime.Rates, scale) }).ToArray()));
    }

    private static CountyRates Of(CountyRates rates, double scale) => With(rates, (nameof(CountyRates.Schools), With(
        rates.Schools!,
        (nameof(SchoolRates.Residents), Of(rates.Schools!.Residents, scale)),
        (nameof(SchoolRates.Send), Of(rates.Schools.Send, scale)))));

    private static ResidentRates Of(ResidentRates rates, double scale)
    {
        string[] perDay =
        [
            nameof(ResidentRates.BirthsPerDay), nameof(ResidentRates.LondonPerDay), nameof(ResidentRates.HomePerDay),
            nameof(ResidentRates.AbroadPerDay), nameof(ResidentRates.RefugeesPerDay), nameof(ResidentRates.DwellingsPerDay),
            nameof(ResidentRates.SitesPerDay),
        ];
        return With(rates, [.. perDay.Select(name =>
            (name, (object?)((double[])typeof(ResidentRates).GetProperty(name)!.GetValue(rates)!).Select(rate => rate * scale).ToArray()))]);
    }

    private static SendRates Of(SendRates rates, double scale)
    {
        int[] Times(int[] counts) => [.. counts.Select(count => (int)Math.Round(count * scale))];
        return With(
            rates,
            (nameof(SendRates.Teams), rates.Teams.Select(team => new TeamRates(team.Assessments * scale, team.Hours * scale)).ToArray()),
            (nameof(SendRates.Start), With(
                rates.Start,
                (nameof(SendStart.Adults), Times(rates.Start.Adults)),
                (nameof(SendStart.Issued), Times(rates.Start.Issued)),
                (nameof(SendStart.InTime), Times(rates.Start.InTime)))));
    }

    private static Estate Of(Estate estate, double scale)
    {
        int Times(int places) => (int)Math.Round(places * scale);
        return With(
            estate,
            (nameof(Estate.Capacity), estate.Capacity.Select(Times).ToArray()),
            (nameof(Estate.Schools), estate.Schools.Select(school => school with
            {
                Pan = Times(school.Pan),
                OverOffer = Times(school.OverOffer),
                DesignatedPlaces = Times(school.DesignatedPlaces),
                ResourcePlaces = Times(school.ResourcePlaces),
            }).ToArray()));
    }

    private static ResidentState[] Of(ResidentState[] residents, double scale)
    {
        var scaled = new List<ResidentState>((int)(residents.Length * scale) + 1);
        for (int number = 0; number < residents.Length; number++)
        {
            int copies = (int)((number + 1) * scale) - (int)(number * scale);
            for (int copy = 0; copy < copies; copy++)
            {
                ResidentState child = residents[number];
                int ordinal = (int)((child.Id >> 4) & 0xFFFFF);
                child.Id = EntityId.Of(EntityId.Kind(child.Id), EntityId.District(child.Id), EntityId.Day(child.Id), (ordinal * MostCopies) + copy);
                scaled.Add(child);
            }
        }

        return [.. scaled];
    }

    /// <summary>A copy with some properties changed, those without a setter of their own included.</summary>
    public static T With<T>(T of, params (string Name, object? Value)[] changes)
        where T : class
    {
        var copy = (T)s_clone.Invoke(of, null)!;
        foreach ((string name, object? value) in changes)
        {
            typeof(T).GetProperty(name)!.SetValue(copy, value);
        }

        return copy;
    }
}
