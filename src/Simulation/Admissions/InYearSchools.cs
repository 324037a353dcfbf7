using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>What a search for a place outside a round asks of a school in view, once it is known to be near enough.</summary>
/// <param name="School">Index.</param>
/// <param name="Word">Where the word of the family's taste for it lies among the words of the list's blocks.</param>
/// <param name="OverOffer">Declared over-offer.</param>
/// <param name="Own">1 where it lies in the families' district, else 0.</param>
/// <param name="Faith">1 where faith is among its criteria, else 0.</param>
internal readonly record struct InYearSchool(ushort School, short OverOffer, byte Word, byte Own, byte Faith);

/// <summary>
/// The schools in view of every area that teach a year group, in the order in which a search goes through them: those that begin in Reception,
/// those that begin in Year 3 or 7, grammar schools. Laid out for vectors, since most applications outside rounds look at all of them.
/// </summary>
internal sealed class InYearSchools
{
    /// <summary>Schools in view at the most; whole vectors, and as many as a word has bits at the most.</summary>
    public const int Most = (SchoolReach.MostPrimary + SchoolReach.MostPrimary + SchoolReach.MostSelective + Width - 1) / Width * Width;

    private const int Width = 8;
    private static readonly int[] s_years = [0, AdmissionYears.Junior, AdmissionYears.Secondary, 12, 13];

    private readonly List[] _lists;

    /// <summary>Lays out the schools in view.</summary>
    public InYearSchools(Estate estate, SchoolReach reach)
    {
        _lists = new List[estate.Areas.Length * s_years.Length];
        for (int at = 0; at < _lists.Length; at++)
        {
            (int area, int year) = (at / s_years.Length, s_years[at % s_years.Length]);
            int later = year < AdmissionYears.Secondary ? AdmissionYears.Junior : AdmissionYears.Secondary;
            _lists[at] = new List(
                estate, estate.Areas[area].District, year, [.. reach.Open(area, AdmissionYears.Reception), .. reach.Open(area, later)], reach.Selective(area).ToArray());
        }
    }

    /// <summary>The schools in view of an area that teach a year group.</summary>
    public List Of(int area, int year) => _lists[(area * s_years.Length) + BandOf(year)];

    // No school begins or ends within a band.
    private static int BandOf(int year) => year < AdmissionYears.Junior ? 0 : year < AdmissionYears.Secondary ? 1 : year < 12 ? 2 : year - 10;

    /// <summary>The schools of one area and year group.</summary>
    internal sealed class List
    {
        private const float MilesPerUnit = 0.01f;

        // Lanes beyond the last school hold no number, so that none of them is near.
        private readonly float[] _east;
        private readonly float[] _north;
        private readonly InYearSchool[] _schools;
        private readonly ulong[] _blocks;

        public List(Estate estate, int district, int year, int[] open, int[] selective)
        {
            SchoolPhase phase = AdmissionYears.Phase(year);
            School[] schools = [.. open.Concat(selective).Select(index => estate.Schools[index]).Where(school => school.Teaches(year))];
            ulong[] blocks = [.. schools.Select(school => (ulong)Taste.Ordinal(phase, school.Index)).Distinct()];
            Open = open.Count(index => estate.Schools[index].Teaches(year));
            _east = Lanes(schools, school => school.East);
            _north = Lanes(schools, school => school.North);
            _blocks = [.. blocks, .. Enumerable.Repeat(0UL, -blocks.Length & (Width - 1))];
            _schools =
            [
                .. schools.Select(school => new InYearSchool(
                    (ushort)school.Index,
                    (short)school.OverOffer,
                    (byte)((Array.IndexOf(blocks, (ulong)Taste.Ordinal(phase, school.Index)) * Taste.SchoolsABlock) + (school.Index % Taste.SchoolsABlock)),
                    (byte)(phase == SchoolPhase.Secondary && school.District == district ? 1 : 0),
                    (byte)(school.Faith ? 1 : 0))),
            ];
            for (int lane = 0; lane < _schools.Length; lane++)
            {
                OverOffering |= _schools[lane].OverOffer > 0 ? 1UL << lane : 0;
            }
        }

        /// <summary>How many of the schools, the first ones, are not selective.</summary>
        public int Open { get; }

        /// <summary>Which of the schools declare an over-offer, a bit each.</summary>
        public ulong OverOffering { get; }

        /// <summary>Ordinals of the blocks that hold a family's tastes, made up to whole vectors.</summary>
        public ReadOnlySpan<ulong> Blocks => _blocks;

        /// <summary>A school.</summary>
        public ref readonly InYearSchool this[int lane] => ref _schools[lane];

        /// <summary>Which schools lie within reach of a home, a bit each.</summary>
        /// <param name="east">Hundredths of a mile east of the origin.</param>
        /// <param name="north">Hundredths of a mile north of the origin.</param>
        /// <param name="reach">Miles.</param>
        /// <param name="miles">Receives the way to each school.</param>
        public ulong Within(float east, float north, float reach, Span<float> miles)
        {
            ulong near = 0;
            for (int at = 0; at < _east.Length; at += Width)
            {
                Vector256<float> e = Vector256.Create(_east.AsSpan(at, Width)) - Vector256.Create(east);
                Vector256<float> n = Vector256.Create(_north.AsSpan(at, Width)) - Vector256.Create(north);
                Vector256<float> way = Vector256.Sqrt((e * e) + (n * n)) * MilesPerUnit;
                way.CopyTo(miles.Slice(at, Width));
                near |= (ulong)Vector256.LessThanOrEqual(way, Vector256.Create(reach)).ExtractMostSignificantBits() << at;
            }

            return near;
        }

        private static float[] Lanes(School[] schools, Func<School, float> of) =>
            [.. schools.Select(of), .. Enumerable.Repeat(float.NaN, -schools.Length & (Width - 1))];
    }
}
