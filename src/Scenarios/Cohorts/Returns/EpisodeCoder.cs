using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>
/// Puts a life in care into the episodes of the return. What its codes do not tell apart becomes one episode: a stop-gap that is kept, a placement whose kind of
/// home is of the same code. Where the codes ask for what the model does not tell, it is put right here and nowhere else: see the remarks of each method.
/// </summary>
/// <param name="county">The replication.</param>
/// <param name="detail">Addresses.</param>
/// <param name="codes">The year whose codes are written throughout; null for those of each day.</param>
internal sealed class EpisodeCoder(CountyHistory county, PersonalDetail detail, int? codes)
{
    private const string Other = "OTHER";
    private const string StatusOnly = "PLACE";
    private const int MostPostcodes = 100;
    private const int Majority = 18;

    private static readonly DateOnly s_firstPlacementOrder = new(2005, 12, 30);

    private readonly PlacementCodes _places = new(codes);

    /// <summary>The episodes of a child, of all periods of care, in order of time.</summary>
    public List<CodedEpisode> Code(CohortChild child)
    {
        var coded = new List<CodedEpisode>();
        CareEpisode? before = null;
        bool underOrder = false;
        foreach (CareEpisode episode in child.Care!.Episodes)
        {
            bool goesOn = before is not null && before.CareBegan == episode.CareBegan;
            underOrder = (goesOn && underOrder) || episode.Kind == HomeKind.WithParents;
            LegalStatus legal = LegalOf(episode.Legal, underOrder);
            foreach (DateOnly from in Parts(episode))
            {
                Add(coded, child, episode, goesOn ? before : null, from, legal);
                (before, goesOn) = (episode, true);
            }

            CodedEpisode last = coded[^1];
            if (episode.Until != ChildState.Never)
            {
                last.Until = county.DateOf(episode.Until);
                last.End = episode.EndsCare ? EndOf(episode, last) : episode.End;
            }
        }

        SettleEnd(coded, child.Born.AddYears(Majority));
        return coded;
    }

    /// <summary>Care ends on the 18th birthday. The model's year is 365.25 days, so that its birthday may be the day after.</summary>
    private static void SettleEnd(List<CodedEpisode> coded, DateOnly majority)
    {
        while (coded.Count > 1 && coded[^1] is { EndsCare: true } last && last.From >= majority)
        {
            coded.RemoveAt(coded.Count - 1);
            (coded[^1].Until, coded[^1].End, coded[^1].MoveReason) = (last.Until, last.End, "");
        }

        // The rules ask for an adoption of 31 March and forbid it, since such a child was looked after for the whole year: it is told a day earlier.
        if (coded[^1] is { End: "E11" or "E12", Until: { Month: 3, Day: 31 } adopted } && coded[^1].From < adopted.AddDays(-1))
        {
            coded[^1].Until = adopted.AddDays(-1);
        }

        if (coded[^1] is { EndsCare: true } end && end.Until > majority && end.From < majority)
        {
            end.Until = majority;
        }
    }

    /// <summary>A child cannot be placed with parents in accommodation that they agreed to: from such a placement on there is a care order.</summary>
    internal static LegalStatus LegalOf(LegalStatus legal, bool underOrder) =>
        underOrder && legal is LegalStatus.V2 or LegalStatus.L1 or LegalStatus.L2 ? LegalStatus.C2 : legal;

    /// <summary>An episode in which the code of its home came to be another is two.</summary>
    private IEnumerable<DateOnly> Parts(CareEpisode episode)
    {
        DateOnly from = county.DateOf(episode.From);
        yield return from;
        if (_places.ChangeOf(episode.Kind) is DateOnly change && from < change && (episode.Until == ChildState.Never || change < county.DateOf(episode.Until)))
        {
            yield return change;
        }
    }

    private void Add(List<CodedEpisode> coded, CohortChild child, CareEpisode episode, CareEpisode? before, DateOnly from, LegalStatus status)
    {
        string legal = CodeNames.Of(status == LegalStatus.E1 && from < s_firstPlacementOrder ? LegalStatus.C2 : status);
        string place = _places.PlaceOf(episode.Kind, from, child.AgeOn(county.DateOf(episode.From)));
        string provider = CodeNames.Provider(episode.Kind);
        bool atHome = before?.Kind == HomeKind.WithParents && episode.Kind == HomeKind.WithParents;
        bool moved = before is null || (before.PlacementFrom != episode.PlacementFrom && !atHome);
        CodedEpisode? last = before is null ? null : coded[^1];
        bool otherLegal = last is not null && last.Legal != legal;
        bool otherPlace = last is not null && (last.Place != place || last.Provider != provider);
        if (last is not null && !moved && !otherLegal && !otherPlace)
        {
            (last.Until, last.End, last.MoveReason) = (null, "", ""); // Nothing that the codes tell apart: the episode goes on.
            return;
        }

        if (last is not null)
        {
            (last.Until, last.End) = (from, CareEpisode.ContinuesCode);
            last.MoveReason = moved ? ReasonOf(before!) : otherPlace ? StatusOnly : "";
        }

        coded.Add(new CodedEpisode
        {
            CareBegan = county.DateOf(episode.CareBegan),
            From = from,
            NewReason = last is null ? (episode.From == episode.CareBegan ? "S" : "P") : ReasonFor(moved, otherPlace, otherLegal),
            Legal = legal,
            Need = CodeNames.Of(episode.Need),
            Place = place,
            Provider = provider,
            Postcode = moved ? PostcodeOf(child, episode, last) : last!.Postcode,
            Urn = moved || otherPlace ? PlacementCodes.UrnOf(place, provider, county.DrawsOf(episode.Home == 0 ? child.Care!.Child : episode.Home), episode.Placement) : last!.Urn,
        });
    }

    private static string ReasonFor(bool moved, bool otherPlace, bool otherLegal) =>
        moved ? (otherLegal ? "B" : "P") : otherPlace ? (otherLegal ? "U" : "T") : "L";

    private static string ReasonOf(CareEpisode left) => left.MoveReason.Length == 0 ? Other : left.MoveReason;

    /// <summary>The postcode of the household, of the parents, or of the home found for this placement; never that of the placement before.</summary>
    private string PostcodeOf(CohortChild child, CareEpisode episode, CodedEpisode? before)
    {
        if (episode.Kind == HomeKind.WithParents)
        {
            return child.Address.Postcode;
        }

        bool household = HouseholdCollector.IsHousehold(episode.Home);
        Draws home = county.DrawsOf(household ? episode.Home : child.Care!.Child);
        int first = household ? 0 : episode.Placement;
        for (int attempt = 0; attempt < MostPostcodes; attempt++)
        {
            string postcode = detail.PostcodeIn(home, episode.Place, first + (attempt * MostPostcodes));
            if (postcode != before?.Postcode)
            {
                return postcode;
            }
        }

        throw new InvalidOperationException("A placement has no postcode of its own.");
    }

    /// <summary>
    /// Special guardians: carers who were relatives or friends, other foster carers, or, where the child was in no foster home, relatives who did not foster. An order for
    /// adoption from another home than the adopters' is not made: such a child goes for another reason.
    /// </summary>
    private string EndOf(CareEpisode episode, CodedEpisode last) => episode.End switch
    {
        "E45" => _places.GuardianshipOf(last.Place, county.DateOf(episode.Until)),
        "E11" or "E12" when !last.IsForAdoption => "E8",
        _ => episode.End,
    };
}
