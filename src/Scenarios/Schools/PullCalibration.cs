using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>
/// Finds the pull of each school at which the logit of <see cref="SchoolReach"/> gives it the first preferences it should have: its pupils in the year group in
/// which it begins, more if it is popular and fewer if not. What the grade of the first day does to preference is in the pull already.
/// </summary>
internal sealed class PullCalibration
{
    private const int Rounds = 80;
    private const int Grid = 3;
    private const double Hundredths = 100;
    private const double Farthest = 12;

    private readonly Estate _estate;
    private readonly SchoolReach _reach;
    private readonly double[] _pull;

    /// <summary>Starts with no pull.</summary>
    public PullCalibration(Estate estate)
    {
        (_estate, _reach) = (estate, new SchoolReach(estate));
        _pull = new double[estate.Schools.Length];
    }

    /// <summary>Finds the pulls of the schools that begin with a year group.</summary>
    /// <param name="year">0, 3 or 7.</param>
    /// <param name="applicants">Applicants by planning area.</param>
    /// <param name="wanted">First preferences a school should have, to scale.</param>
    /// <param name="perMile">How much a mile lowers liking.</param>
    /// <param name="passed">Share of the applicants who passed the test.</param>
    public void Find(int year, IReadOnlyList<double> applicants, double[] wanted, double perMile, double passed)
    {
        bool[] seen = Seen(year);
        double sum = _estate.Schools.Where(school => seen[school.Index]).Sum(school => wanted[school.Index]);
        double scale = applicants.Sum() / sum;
        Choice[] choices = [.. Choices(year, applicants, perMile, passed)];
        for (int round = 0; round < Rounds; round++)
        {
            double[] now = Preferences(choices);
            foreach (School school in _estate.Schools.Where(school => seen[school.Index]))
            {
                double step = Elementary.Log(Math.Max(wanted[school.Index] * scale, 0.5) / Math.Max(now[school.Index], 1e-6));
                _pull[school.Index] = Math.Clamp(_pull[school.Index] + step, -Farthest, Farthest);
            }
        }
    }

    /// <summary>The estate with the pulls found.</summary>
    public Estate Finished() => new()
    {
        Schools = [.. _estate.Schools.Select(school => school with { Pull = _pull[school.Index] })],
        Areas = _estate.Areas,
        Groups = _estate.Groups,
        Capacity = _estate.Capacity,
    };

    private bool[] Seen(int year)
    {
        bool[] seen = new bool[_estate.Schools.Length];
        foreach (PlanningArea area in _estate.Areas)
        {
            foreach (int school in Reached(area.Index, year, grammar: true))
            {
                seen[school] = true;
            }
        }

        return seen;
    }

    private int[] Reached(int area, int year, bool grammar) =>
        grammar && year == 7 ? [.. _reach.Open(area, year), .. _reach.Selective(area)] : [.. _reach.Open(area, year)];

    private IEnumerable<Choice> Choices(int year, IReadOnlyList<double> applicants, double perMile, double passed)
    {
        foreach (PlanningArea area in _estate.Areas)
        {
            for (int point = 0; point < Grid * Grid; point++)
            {
                double east = area.East + (area.HalfWidth * (((2 * (point % Grid)) + 1.0 - Grid) / Grid));
                double north = area.North + (area.HalfWidth * (((2 * (point / Grid)) + 1.0 - Grid) / Grid));
                double weight = applicants[area.Index] / (Grid * Grid);
                for (int grammar = 0; grammar <= (year == 7 ? 1 : 0); grammar++)
                {
                    int[] schools = Reached(area.Index, year, grammar == 1);
                    double share = year < 7 ? 1 : grammar == 1 ? passed : 1 - passed;
                    double[] far = [.. schools.Select(s => -perMile * Miles(east, north, _estate.Schools[s]))];
                    yield return new Choice(schools, far, weight * share);
                }
            }
        }
    }

    private static double Miles(double east, double north, School school) =>
        Math.Sqrt(((east - school.East) * (east - school.East)) + ((north - school.North) * (north - school.North))) / Hundredths;

    private double[] Preferences(Choice[] choices)
    {
        double[] sums = new double[_pull.Length];
        double[] likings = new double[SchoolReach.MostSecondary + SchoolReach.MostSelective + SchoolReach.MostPrimary];
        double[] weights = [.. _pull.Select(Elementary.Exp)];
        foreach (Choice choice in choices)
        {
            double all = 0;
            for (int i = 0; i < choice.Schools.Length; i++)
            {
                likings[i] = weights[choice.Schools[i]] * choice.Near[i];
                all += likings[i];
            }

            for (int i = 0; i < choice.Schools.Length; i++)
            {
                sums[choice.Schools[i]] += choice.Weight * likings[i] / all;
            }
        }

        return sums;
    }

    /// <summary>One point of an area: the schools in view, what distance leaves of them, and the applicants it stands for.</summary>
    private sealed class Choice(int[] schools, double[] far, double weight)
    {
        public int[] Schools => schools;

        public double[] Near { get; } = [.. far.Select(Elementary.Exp)];

        public double Weight => weight;
    }
}
