using System.CommandLine;
using System.Globalization;

namespace KentSufficiency.Cli;

/// <summary>Options that take a date.</summary>
internal static class DateOption
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>An option for a date in the form 2015-03-31, and in no other.</summary>
    public static Option<DateOnly?> Create(string name, string description)
    {
        var option = new Option<DateOnly?>(name)
        {
            Description = description,
            HelpName = "DATE",
            CustomParser = result =>
            {
                string written = result.Tokens[0].Value;
                if (DateOnly.TryParseExact(written, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
                {
                    return date;
                }

                result.AddError($"{name} must be a date such as 2015-03-31; found '{written}'.");
                return null;
            },
        };
        return option;
    }
}
