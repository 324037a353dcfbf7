using KentSufficiency.Scenarios.Cohorts.Detail;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts;

public sealed class UniquePupilNumberTests
{
    /// <summary>Worked by hand: 2 x 8 + 3 x 8 + 4 x 6 = 64 and 64 modulo 23 = 18, the letter after seventeen others without I, O and S: V.</summary>
    [Fact]
    public void The_check_letter_is_that_of_the_rule()
    {
        UniquePupilNumber.IsValid("V886000000000").ShouldBeTrue();
        UniquePupilNumber.IsValid("A886000000000").ShouldBeFalse();
        UniquePupilNumber.Of(0).ShouldBe("A000000000000");
    }

    [Fact]
    public void A_wrong_digit_and_two_neighbours_in_the_wrong_order_are_found()
    {
        string upn = UniquePupilNumber.Of(620_415_937);
        for (int i = 1; i < upn.Length; i++)
        {
            for (char digit = '0'; digit <= '9'; digit++)
            {
                UniquePupilNumber.IsValid(upn[..i] + digit + upn[(i + 1)..]).ShouldBe(digit == upn[i]);
            }

            if (i + 1 < upn.Length && upn[i] != upn[i + 1])
            {
                UniquePupilNumber.IsValid(upn[..i] + upn[i + 1] + upn[i] + upn[(i + 2)..]).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void No_authority_has_the_number_that_they_begin_with()
    {
        UniquePupilNumber.Of(UniquePupilNumber.Limit - 1)[1..4].ShouldBe("000");
        Should.Throw<ArgumentOutOfRangeException>(() => UniquePupilNumber.Of(UniquePupilNumber.Limit));
    }
}
