using Bogus;
using Bogus.DataSets;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Detail;

/// <summary>
/// Names and addresses, by Bogus in British English. Every family, child and home seeds it anew from its own address, so that it is the same in any order and in
/// any subset; Bogus' own global chance is never used. One for each thread.
/// </summary>
internal sealed class PersonalDetail(PostTowns towns)
{
    private const string Locale = "en_GB";

    /// <summary>House numbers begin here: no street of Kent has so many houses.</summary>
    private const int FirstHouse = 9001;
    private const int Houses = 999;

    /// <summary>Letters that stand in no inward code, so that no postcode of a cohort exists.</summary>
    private const string NeverInward = "CIKMOV";
    private const string Inward = "ABDEFGHJLNPQRSTUWXYZ";

    private readonly Name _names = new(Locale);
    private readonly Address _addresses = new(Locale);

    /// <summary>The first name of a child.</summary>
    public string Forename(in Draws child, bool female) => First(SeedOf(child, person: true), female);

    /// <summary>The surname of a family and the first names of its adults.</summary>
    public (string Surname, string[] Adults) Family(in Draws lead, int adults)
    {
        _names.Random = new Randomizer(SeedOf(lead, person: false));
        string surname = _names.LastName();
        string[] names = new string[adults];
        for (int i = 0; i < adults; i++)
        {
            names[i] = _names.FirstName(i == 0 ? Name.Gender.Female : Name.Gender.Male);
        }

        return (surname, names);
    }

    /// <summary>A full name of an adult, such as a foster carer.</summary>
    public string FullName(in Draws person)
    {
        _names.Random = new Randomizer(SeedOf(person, person: true));
        return $"{_names.FirstName()} {_names.LastName()}";
    }

    /// <summary>An address that does not exist.</summary>
    /// <param name="home">The draws of the family or home.</param>
    /// <param name="place">District, or place outside Kent, as the county's map numbers them.</param>
    public PostalAddress AddressIn(in Draws home, int place) => AddressBy(home.Cohort(CohortDraws.AddressBlock + place), place);

    /// <summary>An address that does not exist, another in each planning area.</summary>
    /// <param name="home">The draws of the family or home.</param>
    /// <param name="district">District.</param>
    /// <param name="area">Planning area in it.</param>
    public PostalAddress AddressIn(in Draws home, int district, int area) => AddressBy(home.Cohort(CohortDraws.AreaBlock + area), district);

    /// <summary>A postcode that does not exist.</summary>
    /// <param name="home">The draws of the home.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="attempt">Which of those that it might have.</param>
    public string PostcodeIn(in Draws home, int place, int attempt)
    {
        RandomBlock luck = home.Cohort(CohortDraws.PostcodeBlock + (place * CohortDraws.MostPostcodes) + attempt);
        IReadOnlyList<PostTown> choice = towns.Of(place);
        return Postcode(choice[(int)(luck.UniformA * choice.Count)], luck.D);
    }

    private PostalAddress AddressBy(in RandomBlock luck, int place)
    {
        IReadOnlyList<PostTown> choice = towns.Of(place);
        PostTown town = choice[(int)(luck.UniformA * choice.Count)];
        _addresses.Random = new Randomizer((int)luck.B);
        string house = (FirstHouse + (int)(luck.UniformC * Houses)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new PostalAddress(house, _addresses.StreetName(), town.Town, Postcode(town, luck.D));
    }

    private static string Postcode(PostTown town, uint word)
    {
        int sector = (int)(word % 10);
        char first = Inward[(int)(word / 10 % (uint)Inward.Length)];
        char last = NeverInward[(int)(word / 1000 % (uint)NeverInward.Length)];
        return $"{town.Outcode} {sector}{first}{last}";
    }

    private string First(int seed, bool female)
    {
        _names.Random = new Randomizer(seed);
        return _names.FirstName(female ? Name.Gender.Female : Name.Gender.Male);
    }

    private static int SeedOf(in Draws draws, bool person)
    {
        RandomBlock seeds = draws.Cohort(CohortDraws.SeedBlock);
        return (int)(person ? seeds.A : seeds.B);
    }
}
