using System.ComponentModel;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>The keys of one item of <c>schools</c>.</summary>
internal sealed record SchoolShape
{
    [Description("The school concerned, by its id, such as thamesview. One of school, new and programme is given.")]
    public string School { get; init; } = "";

    [Description("A school to open. One of school, new and programme is given.")]
    public NewSchoolShape? New { get; init; }

    [Description("A list of schemes of data/schools/schemes.csv, in the place of an earlier list of the same round; none drops every scheme before it.")]
    public string Programme { get; init; } = "";

    [Description("Places by which the admission number grows for good: 30 is a form of entry. One intake a year fills up.")]
    public int Enlarge { get; init; }

    [Description("The admission number of a new school, or the places of a new special school.")]
    public int Open { get; init; }

    [Description("Places of a bulge class: for the cohort that begins in that September only.")]
    public int Bulge { get; init; }

    [Description("The school closes: nobody is admitted from that September, the last examination year stays a year longer.")]
    public bool Close { get; init; }

    [Description("Puts off the schemes that the school has already.")]
    public DelayShape? Delay { get; init; }

    [Description("Gives up the schemes that the school has already, on the day of 'decided' or at once.")]
    public bool Cancel { get; init; }

    [Description("A secondary school admits this many children to Reception and becomes all-age.")]
    public int AllAge { get; init; }

    [Description("Places of a specialist resource provision, all years together.")]
    public int ResourcePlaces { get; init; }

    [Description("Places of a special school, all years together.")]
    public int SpecialPlaces { get; init; }

    [Description("Places by which the admission number falls for good.")]
    public int Remove { get; init; }

    [Description("The first of September from which it holds, such as 2021-09-01.")]
    public DateOnly From { get; init; }

    [Description("The day on which it is taken up, or came to 'stage'; the start of the scenario where it is absent.")]
    public DateOnly Decided { get; init; }

    [Description("How far it has got on that day.")]
    public string Stage { get; init; } = "";

    [Description("Capital cost, in £; it follows from the places where it is absent.")]
    public double Cost { get; init; }

    [Description("Nothing can go wrong with it. Alone with 'school', for the schemes that the school has already.")]
    public bool Certain { get; init; }

    [Description("It answers to new dwellings, so that developers contribute.")]
    public bool Housing { get; init; }
}

/// <summary>The keys of <c>new</c>.</summary>
internal sealed record NewSchoolShape
{
    [Description("The id by which it can be named afterwards: lower-case words joined by hyphens.")]
    public required string Id { get; init; }

    [Description("Its name.")]
    public string Name { get; init; } = "";

    [Description("Its district.")]
    public required string District { get; init; }

    [Description("Its planning area; the largest of the district where it is absent.")]
    public string Area { get; init; } = "";

    [Description("Its phase.")]
    public required string Phase { get; init; }

    [Description("Whether Year 7 is by the Kent test.")]
    public bool Selective { get; init; }

    [Description("Whether faith is among its oversubscription criteria.")]
    public bool Faith { get; init; }
}

/// <summary>The keys of <c>delay</c>.</summary>
internal sealed record DelayShape
{
    [Description("Whole years.")]
    public required int Years { get; init; }
}
