namespace KentSufficiency.Simulation.Placements;

/// <summary>The best in-house homes for a child or a group, as many as can be asked in a day. Belongs to one search; used again for each child.</summary>
internal sealed class CandidateRanking(HomeRegister register)
{
    /// <summary>The most homes that can be asked for one child in a day.</summary>
    public const int Most = 3;

    private readonly int[] _best = new int[Most];
    private readonly double[] _bestScores = new double[Most];
    private double[] _scores = new double[256];

    /// <summary>The home of a rank, the best first.</summary>
    public int this[int rank] => _best[rank];

    /// <summary>Ranks the best candidates among the homes with a free place, the present home left out; ties go to the lower address.</summary>
    /// <param name="seeker">Who seeks a home.</param>
    /// <param name="weights">Weights of the policy.</param>
    /// <param name="present">The present home.</param>
    /// <param name="most">How many to rank, at most <see cref="Most"/>.</param>
    /// <returns>How many are ranked.</returns>
    public int Rank(in Seeker seeker, in PolicyWeights weights, int present, int most)
    {
        var question = new PolicyQuestion(seeker, weights);
        ReadOnlySpan<Vacancy> vacant = register.Vacant;
        ReadOnlySpan<int> candidates = register.Vacancies.Candidates(question);
        Span<double> scores = Score(candidates, vacant, question);

        // Scores first and ranks after: a rank guessed wrong would wait for the root and the division of its score.
        int count = 0;
        for (int i = 0; i < candidates.Length; i++)
        {
            if (count < most || scores[i] <= _bestScores[count - 1])
            {
                int home = vacant[candidates[i]].Home;
                count = home == present ? count : Keep(home, scores[i], count, most);
            }
        }

        return count;
    }

    private Span<double> Score(ReadOnlySpan<int> candidates, ReadOnlySpan<Vacancy> vacant, in PolicyQuestion question)
    {
        if (_scores.Length < candidates.Length)
        {
            _scores = new double[2 * candidates.Length];
        }

        Span<double> scores = _scores.AsSpan(0, candidates.Length);
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = question.Score(vacant[candidates[i]]);
        }

        return scores;
    }

    /// <summary>Puts a candidate into its rank, if it has one.</summary>
    private int Keep(int home, double score, int count, int most)
    {
        int at = count;
        while (at > 0 && (score < _bestScores[at - 1] || (score == _bestScores[at - 1] && register[home].Id < register[_best[at - 1]].Id)))
        {
            at--;
        }

        if (at == most)
        {
            return count;
        }

        for (int below = Math.Min(count, most - 1); below > at; below--)
        {
            _best[below] = _best[below - 1];
            _bestScores[below] = _bestScores[below - 1];
        }

        _best[at] = home;
        _bestScores[at] = score;
        return Math.Min(count + 1, most);
    }
}
