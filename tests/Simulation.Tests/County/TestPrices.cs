using KentSufficiency.Simulation.Money;

namespace KentSufficiency.SimulationTests.County;

/// <summary>Round prices, all different, so that a mix-up shows. A test changes what it is about and builds.</summary>
internal sealed class TestPrices
{
    public const int FirstYear = 2018;

    /// <summary>Levels of 2018-19, 2019-20, ...: prices rise by a tenth in 2020-21.</summary>
    public long[] Levels { get; set; } = [PriceIndex.Par, PriceIndex.Par, 1_100_000, 1_210_000, 1_331_000];

    public Func<int, long> Night { get; set; } = priceClass => 1000 + priceClass;

    public long LookedAfterDay { get; set; } = 700;

    public long CareLeaverDay { get; set; } = 300;

    public long GrantNight { get; set; } = 5000;

    public long GrantLeaverNight { get; set; } = 400;

    public Func<int, long> Happening { get; set; } = happening => 20_000 + (1000 * happening);

    public Func<int, long> CaseDay { get; set; } = stock => 100 + (10 * stock);

    /// <summary>Nothing costs anything.</summary>
    public static TestPrices Nothing() => new()
    {
        Night = _ => 0,
        LookedAfterDay = 0,
        CareLeaverDay = 0,
        GrantNight = 0,
        GrantLeaverNight = 0,
        Happening = _ => 0,
        CaseDay = _ => 0,
    };

    public PriceBook Build() => new()
    {
        Index = new PriceIndex(FirstYear, Levels),
        Night = [.. Enumerable.Range(0, PriceClass.Count).Select(Night)],
        LookedAfterDay = LookedAfterDay,
        CareLeaverDay = CareLeaverDay,
        GrantNight = GrantNight,
        GrantLeaverNight = GrantLeaverNight,
        Happening = [.. Enumerable.Range(0, PriceBook.Happenings.Count).Select(Happening)],
        CaseDay = [.. Enumerable.Range(0, PriceBook.Cases.Count).Select(CaseDay)],
    };
}
