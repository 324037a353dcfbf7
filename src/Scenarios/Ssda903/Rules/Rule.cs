namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Makes rules of the few forms that they have.</summary>
internal static class Rule
{
    /// <summary>A rule that looks at each row of a file by itself.</summary>
    public static ReturnRule Rows(string number, string meaning, ReturnFile file, Func<ReturnRow, bool> isWrong) =>
        Rows(number, meaning, file, (row, _) => isWrong(row));

    /// <summary>A rule that looks at each row of a file, and up other things of the return.</summary>
    public static ReturnRule Rows(string number, string meaning, ReturnFile file, Func<ReturnRow, CheckedReturn, bool> isWrong) =>
        Of(number, meaning, file, filed => filed[file].Where(row => isWrong(row, filed)));

    /// <summary>A rule that looks at a child's episodes in order, and finds some of them.</summary>
    public static ReturnRule Careers(string number, string meaning, Func<IReadOnlyList<ReturnRow>, CheckedReturn, IEnumerable<ReturnRow>> find) =>
        Of(number, meaning, ReturnFiles.Episodes, filed => filed.EpisodesByChild.SelectMany(episodes => find(episodes, filed)));

    /// <summary>A rule that looks at an episode and the one before it of the same child, and finds the later one.</summary>
    public static ReturnRule Pairs(string number, string meaning, Func<ReturnRow, ReturnRow, bool> isWrong) =>
        Careers(number, meaning, (episodes, _) => episodes.Skip(1).Where((episode, i) => isWrong(episodes[i], episode)));

    /// <summary>A rule that looks at a child's first episode of the return and the last one of the return before, where that was open.</summary>
    public static ReturnRule Continued(string number, string meaning, Func<ReturnRow, ReturnRow, bool> isWrong) =>
        Careers(number, meaning, (episodes, filed) => episodes.Take(1).Where(first =>
            filed.Previous!.Of(first.Child, ReturnFiles.Episodes) is { Count: > 0 } before && !before[^1].Has("DEC") && isWrong(before[^1], first)))
            .SincePrevious();

    /// <summary>A rule of any form.</summary>
    public static ReturnRule Of(string number, string meaning, ReturnFile file, Func<CheckedReturn, IEnumerable<ReturnRow>> find) =>
        new() { Number = number, Meaning = meaning, Files = [file], Find = find };

    /// <summary>The rule, which looks at other files too.</summary>
    public static ReturnRule With(this ReturnRule rule, params ReadOnlySpan<ReturnFile> others) => rule with { Files = [.. rule.Files, .. others] };

    /// <summary>The rule, which compares with the return before.</summary>
    public static ReturnRule SincePrevious(this ReturnRule rule) => rule with { NeedsPrevious = true };

    /// <summary>The rule, which applies from a collection year on.</summary>
    public static ReturnRule From(this ReturnRule rule, int year) => rule with { FirstYear = year };
}
