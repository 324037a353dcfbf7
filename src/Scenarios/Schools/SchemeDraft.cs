using System.Text;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>A scheme while a scenario is read: later items may still put it off, give it up or make it certain.</summary>
internal sealed class SchemeDraft
{
    private const int PencePerPound = 100;
    private const int OrdinalBits = 20;

    /// <summary>Days of an address that no commission of a planner has: those before the start.</summary>
    private const ulong DaysBefore = (1 << 22) - 1;

    /// <summary>Its id; its luck follows from it.</summary>
    public required string Id { get; init; }

    /// <summary>The school.</summary>
    public required School School { get; init; }

    /// <summary>What it does.</summary>
    public required SchemeKind Kind { get; init; }

    /// <summary>Places.</summary>
    public required int Places { get; init; }

    /// <summary>The September from which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The stage on <see cref="Since"/>.</summary>
    public SchemeStage Stage { get; init; }

    /// <summary>The day on which it is taken up, or entered its stage.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The round of the programme that brought it; null for an item of its own.</summary>
    public string? Round { get; init; }

    /// <summary>The item that it comes from.</summary>
    public required SchoolEntry Entry { get; init; }

    /// <summary>Capital in pounds; null where it follows from the places.</summary>
    public double? Capital { get; init; }

    /// <summary>Whether developers contribute.</summary>
    public bool Housing { get; init; }

    /// <summary>Whether it waits for the Secretary of State although the school is no academy.</summary>
    public bool Agreement { get; init; }

    /// <summary>Whether nothing can go wrong with it.</summary>
    public bool Certain { get; set; }

    /// <summary>Years by which it is put off.</summary>
    public int HeldYears { get; set; }

    /// <summary>The day on which it is given up.</summary>
    public DateOnly? Cancelled { get; set; }

    /// <summary>The address of a scheme's luck: FNV-1a of its id. Part of every result; never change it.</summary>
    public static ulong AddressOf(string id, int district)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte part in Encoding.UTF8.GetBytes(id))
        {
            hash = (hash ^ part) * 0x100000001B3;
        }

        int day = -1 - (int)((hash >> OrdinalBits) % DaysBefore);
        return EntityId.Of(EntityKind.Scheme, district, day, (int)(hash & ((1 << OrdinalBits) - 1)));
    }

    /// <summary>The scheme.</summary>
    public Scheme Build(SchoolCalendar calendar, int? cover)
    {
        int Day(DateOnly date) => date.DayNumber - calendar.Start.DayNumber;
        return new Scheme
        {
            Address = AddressOf(Id, School.District),
            School = School.Index,
            Kind = Kind,
            Places = Places,
            FromYear = calendar.YearOf(Day(From)),
            Stage = Stage,
            StageDay = Day(Since),
            HeldYears = HeldYears,
            CancelDay = Cancelled is DateOnly day ? Day(day) : null,
            Certain = Certain,
            NeedsAgreement = Agreement,
            Housing = Housing,
            Cover = cover,
            CapitalPence = (long)Math.Round((Capital ?? 0) * PencePerPound),
        };
    }
}
