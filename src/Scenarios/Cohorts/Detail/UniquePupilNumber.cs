using System.Globalization;

namespace KentSufficiency.Scenarios.Cohorts.Detail;

/// <summary>
/// Unique pupil numbers of a range that was never issued: their authority number is 000, which no authority has. The check letter is that of the DfE's
/// rule: the twelve digits weighted 2 to 13, modulo 23, in an alphabet without I, O and S.
/// </summary>
public static class UniquePupilNumber
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private const int Digits = 12;
    private const int FirstWeight = 2;

    /// <summary>The number after which the range is used up.</summary>
    public const long Limit = 1_000_000_000;

    /// <summary>The pupil number of a child.</summary>
    /// <param name="number">0 or more and below <see cref="Limit"/>.</param>
    public static string Of(long number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Limit);
        string digits = number.ToString("D12", CultureInfo.InvariantCulture);
        return CheckLetter(digits) + digits;
    }

    /// <summary>Whether the check letter of a permanent pupil number is right.</summary>
    public static bool IsValid(string upn) =>
        upn.Length == Digits + 1 && upn.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 && upn[0] == CheckLetter(upn.AsSpan(1))[0];

    private static string CheckLetter(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int i = 0; i < Digits; i++)
        {
            sum += (digits[i] - '0') * (i + FirstWeight);
        }

        return Alphabet[sum % Alphabet.Length].ToString();
    }
}
