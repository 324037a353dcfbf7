using System.Globalization;
using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.Families;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>Makes the children of a family: the simulated histories, dressed. One for each thread and replication.</summary>
internal sealed class ChildMaker(CountyHistory county, CohortShares shares, PersonalDetail detail)
{
    private const int Majority = 18;
    private readonly PupilReader _pupils = new(county);

    /// <summary>The children of a family, in its order.</summary>
    /// <param name="taken">The family with those of its children who are in the cohort.</param>
    public IEnumerable<CohortChild> Make(TakenFamily taken)
    {
        FamilyUnit unit = taken.Family;
        Draws lead = county.DrawsOf(unit.Lead);
        RandomBlock origin = lead.Cohort(CohortDraws.OriginBlock);
        Member first = unit.Members[0];
        bool unaccompanied = first.Care?.Unaccompanied == true;
        string group = unaccompanied ? "unaccompanied" : first.Care is null ? "residents" : "looked-after";
        string ethnicity = shares[$"ethnicity/{group}"].Sample(origin.UniformA);
        string language = shares[$"language/{(unaccompanied ? group : ethnicity)}"].Sample(origin.UniformB);
        int adults = unaccompanied ? 0 : int.Parse(shares[first.Care is null ? "adults" : "adults/looked-after"].Sample(origin.UniformC), CultureInfo.InvariantCulture);
        (string surname, string[] names) = detail.Family(lead, adults);
        var family = new CohortFamily($"F{CohortNumbers.ChildId(NumberOf(first))}", surname, names, unit.Members.Count, lead);
        foreach (Member member in taken.Members)
        {
            yield return Make(member, family, lead, ethnicity, language);
        }
    }

    private CohortChild Make(in Member member, CohortFamily family, in Draws lead, string ethnicity, string language)
    {
        CareHistory? care = member.Care;
        ulong address = care?.Child ?? county.Residents[member.Resident].Id;
        Draws draws = county.DrawsOf(address);
        RandomBlock who = draws.Cohort(CohortDraws.CharacterBlock);
        bool female = care?.Female ?? who.UniformA < 0.5;
        int birthDay = care?.BirthDay ?? county.Residents[member.Resident].BirthDay;
        long number = NumberOf(member);
        PupilHistory? pupil = member.Resident >= 0 ? _pupils.Read(member.Resident, care) : county.HasSchools ? _pupils.ReadAlone(care!) : null;
        int area = pupil?.AreaOn(county.LastDay) ?? -1;
        int district = care?.District ?? county.Estate.Areas[area].District; // As care knows it, so that it is the same in every format.
        return new CohortChild
        {
            Id = CohortNumbers.ChildId(number),
            Draws = draws,
            Family = family,
            Forename = detail.Forename(draws, female),
            Female = female,
            Born = BornOn(birthDay, care),
            Ethnicity = ethnicity,
            Language = language,
            Upn = UniquePupilNumber.Of(number),
            District = district,
            Address = care is null ? detail.AddressIn(lead, district, area) : detail.AddressIn(lead, district),
            Care = care,
            FirstCareDay = care is null ? default : county.DateOf(care.Episodes[0].CareBegan),
            StayingPutUntil = care is null or { StayingPutUntil: Simulation.County.ChildState.Never } ? default : county.DateOf(care.StayingPutUntil),
            Pupil = pupil,
        };
    }

    /// <summary>The model's year is 365.25 days: who would be 18 by the calendar on the day of coming into care is born a day later.</summary>
    private DateOnly BornOn(int birthDay, CareHistory? care)
    {
        DateOnly born = county.DateOf(birthDay);
        DateOnly majority = born.AddYears(Majority);
        return care?.Episodes.Exists(episode => county.DateOf(episode.From) >= majority) == true ? born.AddDays(1) : born;
    }

    private long NumberOf(in Member member) => member.Care is CareHistory care
        ? CohortNumbers.Of(county.Key.Replication, care)
        : CohortNumbers.Of(county.Key.Replication, member.Resident);
}
