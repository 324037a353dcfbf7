using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Simulation.Placements;

/// <summary>
/// The policy's question for one child or group, made ready to be asked of many homes: what does not depend on the home is worked out once.
/// </summary>
internal readonly struct PolicyQuestion
{
    private const int Types = (int)FosterType.ConnectedPerson + 1;

    // By what is asked of the child: the types that take such children, and those that were meant for others, a bit each.
    private static readonly uint[] s_taking = [.. Answers((type, tonight, withParent) =>
        PlacementPolicy.TakesSuch(type, default(Seeker) with { Tonight = tonight, WithParent = withParent }))];

    private static readonly uint[] s_notMeant = [.. Answers((type, longTerm, disabled) =>
        PlacementPolicy.OtherThanMeant(type, default(Seeker) with { LongTerm = longTerm, Disabled = disabled }))];

    private readonly PolicyWeights _weights;
    private readonly Seeker _seeker;
    private readonly uint _notMeant;
    private readonly double _schoolBreak;
    private readonly int _exempted;

    /// <summary>Prepares the question.</summary>
    public PolicyQuestion(in Seeker seeker, in PolicyWeights weights)
    {
        _seeker = seeker;
        _weights = weights;
        _notMeant = s_notMeant[Row(seeker.LongTerm, seeker.Disabled)];
        _schoolBreak = seeker.Oldest >= 5 && seeker.Youngest < 16 ? weights.SchoolBreak : 0;
        _exempted = seeker.Together > 1 ? 1 : 0;
        Asked = Terms.AskedBy(seeker);
        Deciding = Terms.Deciding(s_taking[Row(seeker.Tonight, seeker.WithParent)]);
        double farthest = 100 * (seeker.Together > 1 ? Math.Min(weights.MostMiles, weights.TogetherMiles) : weights.MostMiles);
        FarthestSquared = seeker.DistanceKnown ? farthest * farthest : double.MaxValue;
    }

    /// <summary>What is asked of the terms of a home.</summary>
    public ulong Asked { get; }

    /// <summary>The bits that decide whether the terms fit.</summary>
    public ulong Deciding { get; }

    /// <summary>Where from distances are measured, hundredths of a mile.</summary>
    public int East => _seeker.East;

    /// <summary>Where from distances are measured, hundredths of a mile.</summary>
    public int North => _seeker.North;

    /// <summary>The square of the distance beyond which a home is no candidate, hundredths of a mile.</summary>
    public double FarthestSquared { get; }

    /// <summary>Whether a home may take whom the question is asked for.</summary>
    public bool IsCandidate(in Vacancy home) => Terms.Fit(Terms.Of(home), Asked, Deciding) && Squared(home) <= FarthestSquared;

    /// <summary>
    /// The score of a candidate; lower is better. What differs from home to home without a pattern is added as it is or as nought, since a branch
    /// would be guessed wrong half of the time.
    /// </summary>
    public double Score(in Vacancy home)
    {
        int free = home.Free + (home.SiblingExemption ? _exempted : 0);
        double score = _weights.SpareBed * (free - _seeker.Together);
        if (_seeker.DistanceKnown)
        {
            double miles = Math.Sqrt(Squared(home)) / 100;
            score += _weights.Mile * miles;
            score += When(!_seeker.SchoolKnown & miles > _weights.SchoolMiles, _schoolBreak);
        }

        if (_seeker.SchoolKnown)
        {
            double miles = KentMap.Miles(home.East, home.North, _seeker.SchoolEast, _seeker.SchoolNorth);
            score += When(miles > _weights.SchoolMiles, _schoolBreak);
        }

        int spare = home.Skill - _seeker.NeedLevel;
        score += When(spare < 0, _weights.SkillShort) + When(spare >= 0, _weights.SkillSpare * spare);
        score -= When(home.Home == _seeker.SiblingHome, _weights.SiblingThere);
        score -= When(_seeker.OtherLanguage & home.OtherLanguage, _weights.Language);
        return score + When(((_notMeant >> (int)home.Type) & 1) != 0, _weights.OtherThanMeant);
    }

    private static double When(bool holds, double value) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & -(holds ? 1L : 0L));

    private double Squared(in Vacancy home)
    {
        double east = home.East - _seeker.East;
        double north = home.North - _seeker.North;
        return (east * east) + (north * north);
    }

    private static int Row(bool one, bool other) => (one ? 2 : 0) + (other ? 1 : 0);

    private static IEnumerable<uint> Answers(Func<FosterType, bool, bool, bool> holds)
    {
        for (int row = 0; row < 4; row++)
        {
            uint types = 0;
            for (int type = 0; type < Types; type++)
            {
                types |= holds((FosterType)type, row >= 2, row % 2 == 1) ? 1u << type : 0;
            }

            yield return types;
        }
    }
}
