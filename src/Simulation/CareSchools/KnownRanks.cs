using System.Numerics;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>A resident in the order of vulnerability.</summary>
/// <param name="Lot">Vulnerability.</param>
/// <param name="Known">The resident.</param>
/// <param name="HadPlan">Whether the resident had a plan at some time.</param>
internal readonly record struct Ranked(double Lot, int Known, bool HadPlan);

/// <summary>
/// Residents who may enter care, by cohort and district, the most vulnerable first. Who lived in several districts is in the list of each, so
/// that whoever seeks one in a district looks at no others.
/// </summary>
internal sealed class KnownRanks
{
    private const int Cohorts = 64;
    private const int IndexBits = 25;
    private const int LotBits = 33;
    private const ulong IndexMask = (1UL << IndexBits) - 1;
    private const int MantissaBits = 52;
    private const ulong MantissaMask = (1UL << MantissaBits) - 1;

    private readonly int[] _from = new int[(Cohorts * KentMap.Districts) + 1];
    private readonly int[] _next = new int[Cohorts * KentMap.Districts];
    private ulong[] _keys = [];
    private Ranked[] _ranked = [];

    /// <summary>The residents of a cohort who lived in a district.</summary>
    public ReadOnlySpan<Ranked> Of(int cohort, int district)
    {
        if (cohort < -SchoolRolls.Before || cohort >= Cohorts - SchoolRolls.Before)
        {
            return [];
        }

        int list = ListOf(cohort, district);
        return _ranked.AsSpan(_from[list].._from[list + 1]);
    }

    /// <summary>Ranks residents.</summary>
    /// <param name="residents">The residents.</param>
    /// <param name="trails">What was noted of each.</param>
    public void Rank(ReadOnlySpan<KnownResident> residents, ReadOnlySpan<KnownResidents.Trail> trails)
    {
        CountLists(residents, trails);
        for (int known = 0; known < residents.Length; known++)
        {
            ulong key = KeyOf(residents[known].Lot, known);
            for (int left = trails[known].Districts; left != 0; left &= left - 1)
            {
                _keys[_next[ListOf(residents[known].Cohort, BitOperations.TrailingZeroCount(left))]++] = key;
            }
        }

        for (int list = 0; list < _next.Length; list++)
        {
            Sort(residents, _keys.AsSpan(_from[list].._from[list + 1]));
        }

        for (int at = 0; at < _from[^1]; at++)
        {
            var known = (int)(_keys[at] & IndexMask);
            _ranked[at] = new Ranked(residents[known].Lot, known, trails[known].HadPlan);
        }
    }

    private static int ListOf(int cohort, int district) => ((cohort + SchoolRolls.Before) * KentMap.Districts) + district;

    /// <summary>The lot, to as many bits as a word has from which a lot is made, and the resident in one number.</summary>
    private static ulong KeyOf(double lot, int known)
    {
        ulong bits = (BitConverter.DoubleToUInt64Bits(1 + lot) & MantissaMask) >> (MantissaBits - LotBits);
        return (bits << IndexBits) | (uint)known;
    }

    /// <summary>Sorts a list by key; the few that are the same in it are put right after, by lot and address.</summary>
    private static void Sort(ReadOnlySpan<KnownResident> residents, Span<ulong> keys)
    {
        keys.Sort();
        for (int i = 1; i < keys.Length; i++)
        {
            for (int j = i; j > 0 && keys[j] >> IndexBits == keys[j - 1] >> IndexBits && IsBefore(residents, keys[j], keys[j - 1]); j--)
            {
                (keys[j], keys[j - 1]) = (keys[j - 1], keys[j]);
            }
        }
    }

    private static bool IsBefore(ReadOnlySpan<KnownResident> residents, ulong one, ulong other)
    {
        ref readonly KnownResident a = ref residents[(int)(one & IndexMask)];
        ref readonly KnownResident b = ref residents[(int)(other & IndexMask)];
        return a.Lot < b.Lot || (a.Lot == b.Lot && a.Id < b.Id);
    }

    private void CountLists(ReadOnlySpan<KnownResident> residents, ReadOnlySpan<KnownResidents.Trail> trails)
    {
        Array.Clear(_from);
        for (int known = 0; known < residents.Length; known++)
        {
            for (int left = trails[known].Districts; left != 0; left &= left - 1)
            {
                _from[ListOf(residents[known].Cohort, BitOperations.TrailingZeroCount(left)) + 1]++;
            }
        }

        for (int list = 0; list < _next.Length; list++)
        {
            _next[list] = _from[list];
            _from[list + 1] += _from[list];
        }

        if (_ranked.Length < _from[^1])
        {
            _ranked = new Ranked[_from[^1] + (_from[^1] / 4)];
            _keys = new ulong[_ranked.Length];
        }
    }
}
