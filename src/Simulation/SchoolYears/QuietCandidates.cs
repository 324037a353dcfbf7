using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// Which candidate events of residents come to nothing: those whose uniform lies between what may happen at its lower and at its upper end.
/// Most do, and they need no more than this.
/// </summary>
internal sealed class QuietCandidates(int districts)
{
    private const int Ages = SendRates.Ages;
    private const int Sectors = (int)Sector.Home + 1;

    private readonly (double From, double To)[] _quiet = new (double, double)[districts * Ages * Sectors];
    private SchoolRates? _rates;

    /// <summary>Whether a candidate is known to come to nothing.</summary>
    /// <param name="child">The child.</param>
    /// <param name="u">Its uniform.</param>
    /// <param name="day">Today.</param>
    /// <param name="district">The district of the child's home.</param>
    public bool Includes(in ResidentState child, double u, int day, int district)
    {
        int age = ResidentRules.AgeOn(child.BirthDay, day);
        if (age >= Ages)
        {
            return false;
        }

        (double from, double to) = _quiet[(((district * Ages) + age) * Sectors) + (int)ResidentRates.SectorOf(child.Setting)];
        return u >= from && u <= to;
    }

    /// <summary>Looks at the rates in force, unless they are those of the last look.</summary>
    public void Look(SchoolRates rates)
    {
        if (ReferenceEquals(rates, _rates))
        {
            return;
        }

        _rates = rates;
        for (int district = 0; district < districts; district++)
        {
            for (int age = 0; age < Ages; age++)
            {
                double asks = ResidentRules.AsksAbove(rates.Send.RequestShare(district, age));
                for (int sector = 0; sector < Sectors; sector++)
                {
                    double happens = rates.Residents.SharesOf(district, ResidentRates.BandOf(age), (Sector)sector)[3];
                    _quiet[(((district * Ages) + age) * Sectors) + sector] = (happens, asks);
                }
            }
        }
    }
}
