using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace KentSufficiency.Cli;

/// <summary>Options that take a whole number within limits, and say so in plain words.</summary>
internal static class NumberOption
{
    /// <summary>Creates an option.</summary>
    /// <param name="name">Its name with hyphens.</param>
    /// <param name="smallest">The smallest number allowed.</param>
    /// <param name="largest">The largest number allowed.</param>
    /// <param name="usual">The number where the option is not given; null leaves zero and shows no default.</param>
    /// <param name="description">What it is for.</param>
    public static Option<T> Create<T>(string name, T smallest, T largest, T? usual, string description)
        where T : struct, IBinaryInteger<T>
    {
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                string written = result.Tokens[0].Value;
                bool whole = T.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out T number);
                if (whole && number >= smallest && number <= largest)
                {
                    return number;
                }

                result.AddError($"{name} must be a whole number from {smallest} to {largest}; found '{written}'.");
                return default;
            },
        };
        if (usual is T value)
        {
            option.DefaultValueFactory = _ => value;
        }

        return option;
    }

    /// <summary>Creates an option that takes a number with decimals, and has no default.</summary>
    /// <param name="name">Its name with hyphens.</param>
    /// <param name="smallest">The smallest number allowed.</param>
    /// <param name="largest">The largest number allowed.</param>
    /// <param name="description">What it is for.</param>
    public static Option<double?> CreateDecimal(string name, double smallest, double largest, string description) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result =>
        {
            string written = result.Tokens[0].Value;
            if (double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number >= smallest && number <= largest)
            {
                return number;
            }

            result.AddError($"{name} must be a number from {smallest} to {largest}; found '{written}'.");
            return null;
        },
    };
}
