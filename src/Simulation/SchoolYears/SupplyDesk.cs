using System.Runtime.InteropServices;
using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Wakes schemes and schools on their days, and does what they want: places, closures, money.</summary>
internal sealed class SupplyDesk
{
    /// <summary>Of a scheme that nobody knows of yet: a county that is forked may plan it from then on.</summary>
    private static readonly SchemeState s_unknown = new() { Stage = SchemeStage.Ended, OpenYear = SchemeState.NotOffered, NextDay = SchemeState.Never };

    private readonly SchoolCounty _county;
    private readonly InYearDesk _inYear;
    private readonly PlanDesk _plans;
    private readonly ViabilityDesk _viability;
    private readonly PlannerDesk _planner;
    private readonly SupplyCalendar _calendar;
    private readonly SupplyEffects _effects = new();
    private readonly List<Scheme> _ordered = [];
    private int _nextSchool;
    private int _nextScheme;

    public SupplyDesk(SchoolCounty county, SchoolParameters parameters, InYearDesk inYear, PlanDesk plans, RoundBook book, SchoolReach reach)
    {
        _county = county;
        _inYear = inYear;
        _plans = plans;
        _calendar = parameters.Calendar;
        _viability = new ViabilityDesk(county, reach);
        _planner = new PlannerDesk(county, book, _calendar);
    }

    /// <summary>Forgets schemes that were ordered.</summary>
    public void Reset() => _ordered.Clear();

    /// <summary>Orders a scheme beside those of the plan; it is taken in hand on the next day.</summary>
    public void Order(in Scheme scheme) => _ordered.Add(scheme);

    /// <summary>Schools and schemes as they stand on the start.</summary>
    /// <param name="key">Seed and replication.</param>
    /// <param name="parameters">What is planned.</param>
    /// <param name="past">Where a county is forked: what was lived through; schemes unknown to it are not begun.</param>
    /// <param name="today">Today.</param>
    public void Begin(DrawKey key, SchoolParameters parameters, SchoolPast? past, in SchoolToday today)
    {
        _effects.Clear();
        _nextSchool = _nextScheme = 0;
        var day = new SupplyDay(today.Day, _calendar, today.Rates.Supply);
        foreach (School school in _county.Estate.Schools)
        {
            ref SchoolStatus status = ref _county.Statuses[school.Index];
            status = SchoolStatus.Of(school, school.OpensDay <= today.Day);
            if (status.Standing == SchoolStanding.Open)
            {
                InspectionRules.Start(ref status, DrawsOf(key, school.Index), today.Day, today.Rates.Supply.Inspection);
            }
        }

        _county.Schemes.Clear();
        foreach (ref readonly Scheme scheme in parameters.Schemes.AsSpan())
        {
            if (past is null || past.Knows(scheme))
            {
                Take(scheme, key, day);
            }
            else
            {
                _county.Schemes.Add(new SchemeCase(scheme, s_unknown));
            }
        }

        TakeOrders(key, day);
        Stand(today);
    }

    /// <summary>Takes in hand what a county that was forked plans beside what it was planning before.</summary>
    public void GoOn(DrawKey key, SchoolParameters parameters, SchoolPast past, in SchoolToday today)
    {
        var day = new SupplyDay(today.Day, _calendar, today.Rates.Supply);
        for (int number = 0; number < parameters.Schemes.Length; number++)
        {
            Scheme scheme = parameters.Schemes[number];
            if (!past.Knows(scheme))
            {
                _county.Schemes[number] = new SchemeCase(scheme, Start(scheme, key, day));
                _nextScheme = 0;
            }
        }
    }

    /// <summary>Lives through a day of schools and schemes.</summary>
    public void Run(DrawKey key, in SchoolToday today)
    {
        var day = new SupplyDay(today.Day, _calendar, today.Rates.Supply);
        TakeOrders(key, day);
        WakeSchemes(key, day);
        WakeSchools(key, day);
        if (today.Day == _calendar.Schools.FirstDayOf(today.Year))
        {
            _viability.September(today.Year, _effects);
        }

        if (today.Day == _calendar.SettleDay(today.Year + 1))
        {
            _viability.Review(key, today, _effects);
        }

        if (day.Rates.Planner.On && PlannerDesk.IsDue(today))
        {
            foreach (Scheme scheme in _planner.Plan(today))
            {
                Take(scheme, key, day);
            }
        }

        if (_effects.Count > 0)
        {
            Apply(key, today);
        }
    }

    private void Take(in Scheme scheme, DrawKey key, in SupplyDay day)
    {
        _county.Schemes.Add(new SchemeCase(scheme, Start(scheme, key, day)));
        _nextScheme = 0;
    }

    private SchemeState Start(in Scheme scheme, DrawKey key, in SupplyDay day) =>
        SchemeRules.Start(scheme, _county.Estate.Schools[scheme.School], new Draws(key, scheme.Address), day);

    private void TakeOrders(DrawKey key, in SupplyDay day)
    {
        foreach (Scheme scheme in _ordered)
        {
            Take(scheme, key, day);
        }

        _ordered.Clear();
    }

    private Draws DrawsOf(DrawKey key, int school) => new(key, _county.Ids[school]);

    private void WakeSchemes(DrawKey key, in SupplyDay day)
    {
        if (day.Day < _nextScheme)
        {
            return;
        }

        for (int number = 0; number < _county.Schemes.Count; number++)
        {
            SchemeCase scheme = _county.Schemes[number];
            if (scheme.State.NextDay > day.Day)
            {
                continue;
            }

            _effects.Scheme = number;
            SchemeStage before = scheme.State.Stage;
            SchemeState state = scheme.State;
            SchemeRules.Wake(
                ref state, scheme.Scheme, _county.Estate.Schools[scheme.Scheme.School], new Draws(key, scheme.Scheme.Address), day, _effects);
            _county.Schemes[number] = scheme with { State = state };
            if (state.Stage != before)
            {
                _county.Events.Tell(scheme.Scheme.Address, EventKind.SchemeReached, StageNames.Of(state.Stage), _county.Ids[scheme.Scheme.School]);
            }
        }

        _effects.Scheme = -1;
        _nextScheme = SchemeState.Never;
        foreach (ref readonly SchemeCase scheme in CollectionsMarshal.AsSpan(_county.Schemes))
        {
            _nextScheme = Math.Min(_nextScheme, scheme.State.NextDay);
        }
    }

    private void WakeSchools(DrawKey key, in SupplyDay day)
    {
        if (day.Day < _nextSchool)
        {
            return;
        }

        _nextSchool = SchemeState.Never;
        foreach (School school in _county.Estate.Schools)
        {
            ref SchoolStatus status = ref _county.Statuses[school.Index];
            if (status.NextDay <= day.Day)
            {
                InspectionRules.Wake(ref status, school, DrawsOf(key, school.Index), day, _effects);
            }

            _nextSchool = Math.Min(_nextSchool, status.NextDay);
        }
    }

    private void Apply(DrawKey key, in SchoolToday today)
    {
        foreach (ref readonly SupplyEffect effect in _effects.InOrder())
        {
            PlaceChanges.Apply(effect, _county.Rolls, ref _county.Statuses[effect.School]);
            Apply(effect, key, today);
        }

        _effects.Clear();
        Stand(today);
    }

    private void Apply(in SupplyEffect effect, DrawKey key, in SchoolToday today)
    {
        School school = _county.Estate.Schools[effect.School];
        switch (effect.Kind)
        {
            case SupplyEffectKind.OpenSchool:
                InspectionRules.Open(ref _county.Statuses[school.Index], DrawsOf(key, school.Index), today.Day, today.Rates.Supply.Inspection);
                _nextSchool = 0;
                _county.Events.Tell(_county.Ids[school.Index], EventKind.SchoolOpened);
                break;
            case SupplyEffectKind.AddResourcePlaces:
                _county.AddResourcePlaces(school.Index, effect.Places);
                break;
            case SupplyEffectKind.AddSpecialPlaces:
                _county.DesignatedPlaces[school.Index] += effect.Places;
                break;
            case SupplyEffectKind.Displace:
                Displace(school, effect.FirstCohort, effect.LastCohort);
                break;
            case SupplyEffectKind.CloseSchool:
                _county.Count(SchoolFlow.Closures);
                _county.Events.Tell(_county.Ids[school.Index], EventKind.SchoolClosed);
                Displace(school, today.Year - school.LastYear, int.MaxValue);
                break;
            case SupplyEffectKind.Graded:
                _county.Events.Tell(_county.Ids[school.Index], EventKind.SchoolInspected, StageNames.OfGrade(effect.Detail));
                break;
            default:
                SupplyCounts.Add(_county, school, effect);
                break;
        }
    }

    /// <summary>The pupils of cohorts of a school must leave; they come first among those who seek a place today.</summary>
    private void Displace(School school, int first, int last)
    {
        last = Math.Min(last, _county.Rolls.Cohorts - SchoolRolls.Before - 1);
        for (int cohort = Math.Max(first, -SchoolRolls.Before); cohort <= last; cohort++)
        {
            _county.Rolls.Capacity(school.Index, cohort) = 0;
            foreach (int number in _county.Residents.Of(cohort))
            {
                ref readonly ResidentState child = ref _county.Residents[number];
                if (child.Offer == school.Index)
                {
                    _county.WithdrawOffer(number);
                }

                if (child.School == school.Index)
                {
                    _county.Count(SchoolFlow.Closed);
                    _county.Leave(number, Setting.Waiting, "closed");
                    _plans.Follows(number, Setting.Waiting);
                    _inYear.Ask(number, displaced: true);
                }
            }
        }
    }

    /// <summary>How schools stand with families from today on.</summary>
    private void Stand(in SchoolToday today)
    {
        _county.Care.TouchSchools();
        double[] byGrade = today.Rates.Admissions.GradeEffect;
        foreach (School school in _county.Estate.Schools)
        {
            ref readonly SchoolStatus status = ref _county.Statuses[school.Index];

            // Pulls were fitted with the grades of the start: only a change of grade counts.
            _county.Liking[school.Index] = school.Pull - byGrade[(int)school.Grade] + status.Confidence;
            _county.Grades[school.Index] = status.Grade;
        }

        _county.Appeal.Forget();
    }
}
