using System.Reflection;
using System.Text.RegularExpressions;
using KentSufficiency.Scenarios.Cohorts.Building;
using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Ssda903;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts;

/// <summary>
/// No record can be traced to a person, since none was used: what goes in are counts, shares, assumptions and random numbers, and what comes out lies outside the ranges of anything
/// that was ever given to anybody.
/// </summary>
public sealed partial class PrivacyTests(SimulatedCohorts cohorts) : IClassFixture<SimulatedCohorts>
{
    /// <summary>Columns that would tell of one person rather than of many.</summary>
    private static readonly string[] s_personal =
        ["child", "child_id", "name", "forename", "surname", "dob", "birth_date", "date_of_birth", "upn", "urn", "address", "postcode", "nhs_number", "sex", "gender", "ethnic"];

    /// <summary>Folders whose names are those of schools, districts, places and measures.</summary>
    private static readonly string[] s_ofThings = ["schools", "geography", "validation"];

    [Fact]
    public void No_file_of_the_data_has_a_row_for_a_person()
    {
        foreach (string file in Directory.EnumerateFiles(DataFolder.Locate(), "*.csv", SearchOption.AllDirectories).Where(file => !s_ofThings.Contains(Path.GetFileName(Path.GetDirectoryName(file)))))
        {
            string[] header = File.ReadLines(file).First().ToLowerInvariant().Split(',');
            header.Intersect(s_personal).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void Postcodes_pupil_numbers_and_provider_numbers_of_the_returns_were_never_given()
    {
        foreach (AnnualReturn filed in ReturnReader.ReadSet(cohorts.ReturnsOfTwoThousand, year: null))
        {
            string[] postcodes = [.. filed[ReturnFiles.Episodes].SelectMany(row => new[] { row["HOME_POST"], row["PL_POST"] }).Where(text => text.Length > 0)];
            postcodes.ShouldNotBeEmpty();
            postcodes.ShouldAllBe(text => ImpossiblePostcode().IsMatch(text));
            filed[ReturnFiles.Header].Select(row => row["UPN"]).Where(upn => !IsCodeOrNeverGiven(upn)).ShouldBeEmpty();
            filed[ReturnFiles.Episodes].Select(row => row["URN"]).ShouldAllBe(urn => urn.Length == 0 || urn.StartsWith("SC99", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Houses_have_numbers_beyond_those_of_any_street()
    {
        Cohort cohort = new CohortBuilder().Add(300).Add(50).Unaccompanied().Build();
        cohort.Children.Select(child => child.Address.House).ShouldAllBe(house => int.Parse(house) > 9000);
        cohort.Children.Select(child => child.Address.Postcode).ShouldAllBe(text => ImpossiblePostcode().IsMatch(text));
    }

    /// <summary>The source of names: the lists of Bogus, and no file of ours.</summary>
    [Fact]
    public void Names_come_from_the_lists_of_Bogus()
    {
        string data = DataFolder.Locate();
        Cohort cohort = new CohortBuilder().Add(40).Build();
        string everything = string.Join('\n', Directory.EnumerateFiles(Path.Combine(data, "cohorts")).Select(File.ReadAllText));
        cohort.Children.Select(child => child.Family.Surname).ShouldAllBe(name => !everything.Contains(name, StringComparison.OrdinalIgnoreCase));
        typeof(PersonalDetail).GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Select(field => field.FieldType.Namespace).ShouldContain("Bogus.DataSets");
    }

    private static bool IsCodeOrNeverGiven(string upn) =>
        upn.StartsWith("UN", StringComparison.Ordinal) || (upn[1..4] == "000" && UniquePupilNumber.IsValid(upn));

    /// <summary>An inward code has never one of C, I, K, M, O and V.</summary>
    [GeneratedRegex("^[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z][CIKMOV]$")]
    private static partial Regex ImpossiblePostcode();
}
