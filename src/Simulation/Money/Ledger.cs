using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Simulation.Money;

/// <summary>
/// What the county costs, in whole pence, added to the flows when a month, a record interval or a regime ends: nominal at the prices of that
/// day's budget year, real at those of the budget year of the start. It watches and pays; nothing in the model asks it.
/// </summary>
internal sealed class Ledger
{
    private readonly NightCount _nights = new();
    private readonly long[] _flows = new long[FlowIndex.Count];
    private readonly long[] _stocks = new long[PriceBook.Cases.Count];
    private readonly long[] _former = new long[PriceBook.Cases.Count];
    private readonly int[] _noteDays;
    private CountyParameters _parameters;
    private int _next;
    private int _last;
    private int _noted;
    private int _noteDay;
    private int _regime;
    private long _nominal;
    private long _real;

    /// <summary>Makes a ledger for parameters of one shape.</summary>
    public Ledger(CountyParameters parameters)
    {
        _parameters = parameters;
        _noteDays = parameters.NoteDays;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset(int firstDay)
    {
        _nights.Reset();
        Array.Clear(_flows);
        Array.Clear(_former);
        _last = firstDay - 1;
        _noteDay = firstDay;
        _noted = 0;
    }

    /// <summary>Goes on with the parameters of a replication.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="firstDay">The first day still to run.</param>
    public void Begin(CountyParameters parameters, int firstDay)
    {
        _parameters = parameters;
        _regime = 0;
        _next = firstDay == -parameters.LeadInDays ? firstDay : NextAfter(firstDay - 1);
    }

    /// <summary>Becomes a copy of another ledger between two days; <see cref="Begin"/> must follow.</summary>
    public void CopyFrom(Ledger other)
    {
        _nights.CopyFrom(other._nights);
        other._flows.CopyTo(_flows, 0);
        other._former.CopyTo(_former, 0);
        _last = other._last;
        _noteDay = other._noteDay;
        _noted = other._noted;
    }

    /// <summary>The nights.</summary>
    internal NightCount Nights => _nights;

    /// <summary>What must be kept to go on with <see cref="Begin"/>, but for the nights.</summary>
    internal LedgerState Save() => new([.. _flows], [.. _former], _last, _noteDay, _noted);

    /// <summary>Goes on from what was kept; <see cref="Begin"/> must follow.</summary>
    internal void Restore(LedgerState state)
    {
        state.Paid.CopyTo(_flows, 0);
        state.Cases.CopyTo(_former, 0);
        (_last, _noteDay, _noted) = (state.Last, state.NoteDay, state.Noted);
    }

    /// <summary>Notes where a child's nights belong from today on; to be called whenever something about the child has changed.</summary>
    public void Follow(int slot, in ChildState child, int today) => _nights.Put(slot, PriceClass.Of(child, today), today, child.BirthDay);

    /// <summary>Ends a day, when it ends anything that is paid.</summary>
    public void EndDay(CountyState county, FrontDoorHistory frontDoor, in Today today)
    {
        if (today.Day == _next)
        {
            Close(county, frontDoor, today);
            _last = today.Day;
            _next = NextAfter(today.Day);
        }
    }

    private void Close(CountyState county, FrontDoorHistory frontDoor, in Today today)
    {
        PriceBook prices = today.Rates.Prices;
        _nominal = prices.Index[BudgetYear.Of(_parameters.Start.AddDays(today.Day))];
        _real = prices.Index[BudgetYear.Of(_parameters.Start)];
        Effects effects = county.Effects;
        PayNights(effects, prices, today.Day);
        PayHappenings(effects, prices);
        PayCharges(effects, today.Day);
        if (_noted < _noteDays.Length && _noteDays[_noted] == today.Day)
        {
            PayCases(county, frontDoor.StocksAt(_noted), prices, today.Day);
            _noted++;
        }

        if (_parameters.Start.AddDays(today.Day + 1).Day == 1)
        {
            NoteBirthdays(county, today.Day + 1);
        }
    }

    /// <summary>A child moves to the next band of age at the end of the month, or with its next event before.</summary>
    private void NoteBirthdays(CountyState county, int tomorrow)
    {
        foreach (int slot in county.LookedAfter.Members)
        {
            if (_nights.IsOutgrown(slot, tomorrow))
            {
                Follow(slot, county.Children[slot], tomorrow);
            }
        }
    }

    private void PayNights(Effects effects, PriceBook prices, int day)
    {
        long lookedAfter = 0;
        long unaccompanied = 0;
        long leavers = 0;
        for (int priceClass = 1; priceClass < PriceClass.Count; priceClass++)
        {
            long nights = _nights.Take(priceClass, day);
            if (nights == 0)
            {
                continue;
            }

            CostCategory category = PriceClass.Category(priceClass);
            effects.Flows[(int)Flow.Nights + (int)category] += nights;
            Pay(effects, category, nights, prices.Night[priceClass]);
            lookedAfter += PriceClass.IsLookedAfter(priceClass) ? nights : 0;
            unaccompanied += PriceClass.IsUnaccompanied(priceClass) ? nights : 0;
            leavers += PriceClass.IsLookedAfter(priceClass) ? 0 : nights;
        }

        Pay(effects, CostCategory.SocialWork, lookedAfter, prices.LookedAfterDay);
        Pay(effects, CostCategory.CareLeavers, leavers, prices.CareLeaverDay);
        Pay(effects, CostCategory.UascGrant, -unaccompanied, prices.GrantNight);
        Pay(effects, CostCategory.UascGrant, -leavers, prices.GrantLeaverNight);
    }

    private void PayHappenings(Effects effects, PriceBook prices)
    {
        for (int i = 0; i < PriceBook.Happenings.Count; i++)
        {
            (Flow flow, CostCategory category) = PriceBook.Happenings[i];
            long now = effects.Flows[(int)flow];
            Pay(effects, category, now - _flows[(int)flow], prices.Happening[i]);
            _flows[(int)flow] = now;
        }
    }

    /// <summary>The mean of the stocks at both ends, for each day between: the front door is exact at these ends only.</summary>
    private void PayCases(CountyState county, ReadOnlySpan<int> atFrontDoor, PriceBook prices, int day)
    {
        PricedStocks.Count(county.Effects, atFrontDoor, county.Service.Register, _stocks);
        int days = day - _noteDay;
        for (int i = 0; i < _stocks.Length; i++)
        {
            Pay(county.Effects, PriceBook.Cases[i], (_former[i] + _stocks[i]) * days, prices.CaseDay[i], halves: true);
            _former[i] = _stocks[i];
        }

        _noteDay = day;
    }

    private void PayCharges(Effects effects, int day)
    {
        foreach (Charge charge in _parameters.Charges)
        {
            Pay(effects, CostCategory.Strategy, 1, charge.Within(_parameters.Start, _last + 1, day));
        }
    }

    private void Pay(Effects effects, CostCategory category, long quantity, long price, bool halves = false)
    {
        int parts = halves ? 2 : 1;
        effects.Flows[(int)Flow.Cost + (int)category] += quantity * PriceIndex.At(price, _nominal) / parts;
        effects.Flows[(int)Flow.CostReal + (int)category] += quantity * PriceIndex.At(price, _real) / parts;
    }

    /// <summary>
    /// The end of the month, of the record interval or of the regime, whichever comes first. The eve of day 0 is an end in every scenario,
    /// since that is where scenarios part.
    /// </summary>
    private int NextAfter(int day)
    {
        DateOnly tomorrow = _parameters.Start.AddDays(day + 1);
        int next = day + 1 + DateTime.DaysInMonth(tomorrow.Year, tomorrow.Month) - tomorrow.Day;
        next = day < -1 ? Math.Min(next, -1) : next;
        if (_noted < _noteDays.Length)
        {
            next = Math.Min(next, _noteDays[_noted]);
        }

        while (_regime < _parameters.Regimes.Length && _parameters.Regimes[_regime].FromDay <= day + 1)
        {
            _regime++;
        }

        return _regime < _parameters.Regimes.Length ? Math.Min(next, _parameters.Regimes[_regime].FromDay - 1) : next;
    }
}
