using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Simulation.Placements;

/// <summary>
/// The policy's question for one child or group, made ready to be asked of many homes: what does not depend on the home is worked out once,
/// and the terms are one condition, since each alone would be guessed wrong half of the time.
/// </summary>
internal readonly struct PolicyQuestion
{
    private static readonly FosterType[] s_types = Enum.GetValues<FosterType>();

    private readonly PolicyWeights _weights;
    private readonly Seeker _seeker;
    private readonly uint _taking;
    private readonly uint _notMeant;
    private readonly double _farthestSquared;
    private readonly double _schoolBreak;
    private readonly int _exempted;

    /// <summary>Prepares the question.</summary>
    public PolicyQuestion(in Seeker seeker, in PolicyWeights weights)
    {
        _seeker = seeker;
        _weights = weights;
        foreach (FosterType type in s_types)
        {
            _taking |= PlacementPolicy.TakesSuch(type, seeker) ? 1u << (int)type : 0;
            _notMeant |= PlacementPolicy.OtherThanMeant(type, seeker) ? 1u << (int)type : 0;
        }

        double farthest = 100 * (seeker.Together > 1 ? Math.Min(weights.MostMiles, weights.TogetherMiles) : weights.MostMiles);
        _farthestSquared = seeker.DistanceKnown ? farthest * farthest : double.MaxValue;
        _schoolBreak = seeker.Oldest >= 5 && seeker.Youngest < 16 ? weights.SchoolBreak : 0;
        _exempted = seeker.Together > 1 ? 1 : 0;
    }

    /// <summary>The score of a home; lower is better.</summary>
    public double Score(in Vacancy home)
    {
        int free = home.Free + (home.SiblingExemption ? _exempted : 0);
        double east = home.East - _seeker.East;
        double north = home.North - _seeker.North;
        double squared = (east * east) + (north * north);
        bool excluded = (free < _seeker.Together) | (_seeker.Youngest < home.AgeLow) | (_seeker.Oldest > home.AgeHigh)
            | (_seeker.NeedLevel > home.Skill + 1) | (_seeker.Single & !home.IsEmpty) | (((_taking >> (int)home.Type) & 1) == 0)
            | (squared > _farthestSquared);
        if (excluded)
        {
            return PlacementPolicy.NotSuitable;
        }

        double score = _weights.SpareBed * (free - _seeker.Together);
        if (_seeker.DistanceKnown)
        {
            double miles = Math.Sqrt(squared) / 100;
            score += _weights.Mile * miles;
            score += !_seeker.SchoolKnown && miles > _weights.SchoolMiles ? _schoolBreak : 0;
        }

        if (_seeker.SchoolKnown)
        {
            double miles = KentMap.Miles(home.East, home.North, _seeker.SchoolEast, _seeker.SchoolNorth);
            score += miles > _weights.SchoolMiles ? _schoolBreak : 0;
        }

        int spare = home.Skill - _seeker.NeedLevel;
        score += spare < 0 ? _weights.SkillShort : _weights.SkillSpare * spare;
        score -= home.Home == _seeker.SiblingHome ? _weights.SiblingThere : 0;
        score -= _seeker.OtherLanguage & home.OtherLanguage ? _weights.Language : 0;
        return score + (((_notMeant >> (int)home.Type) & 1) != 0 ? _weights.OtherThanMeant : 0);
    }
}
