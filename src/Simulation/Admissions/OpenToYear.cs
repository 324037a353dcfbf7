using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>What a search for a place outside a round asks first of a school in view.</summary>
/// <param name="School">Index.</param>
/// <param name="East">Hundredths of a mile east of the origin.</param>
/// <param name="North">Hundredths of a mile north of the origin.</param>
/// <param name="OverOffer">Declared over-offer.</param>
/// <param name="Selective">Whether it is a grammar school.</param>
internal readonly record struct InSearch(ushort School, short East, short North, short OverOffer, bool Selective);

/// <summary>
/// The schools in view of every area that teach a year group, in the order in which a search goes through them: those that begin in Reception,
/// those that begin in Year 3 or 7, grammar schools. Laid out for the loop, since most applications outside rounds look at all of them in vain.
/// </summary>
internal sealed class OpenToYear
{
    private static readonly int[] s_years = [0, AdmissionYears.Junior, AdmissionYears.Secondary, 12, 13];

    private readonly InSearch[][] _open;
    private readonly InSearch[][] _selective;

    /// <summary>Lays out the schools in view.</summary>
    public OpenToYear(Estate estate, SchoolReach reach)
    {
        _open = new InSearch[estate.Areas.Length * s_years.Length][];
        _selective = new InSearch[_open.Length][];
        for (int area = 0; area < estate.Areas.Length; area++)
        {
            for (int band = 0; band < s_years.Length; band++)
            {
                int year = s_years[band];
                int later = year < AdmissionYears.Secondary ? AdmissionYears.Junior : AdmissionYears.Secondary;
                int at = (area * s_years.Length) + band;
                _open[at] = Teaching(estate, year, [.. reach.Open(area, AdmissionYears.Reception), .. reach.Open(area, later)]);
                _selective[at] = Teaching(estate, year, [.. reach.Selective(area)]);
            }
        }
    }

    /// <summary>Schools that are not selective.</summary>
    public ReadOnlySpan<InSearch> Open(int area, int year) => _open[(area * s_years.Length) + BandOf(year)];

    /// <summary>Grammar schools.</summary>
    public ReadOnlySpan<InSearch> Selective(int area, int year) => _selective[(area * s_years.Length) + BandOf(year)];

    // No school begins or ends within a band.
    private static int BandOf(int year) => year < AdmissionYears.Junior ? 0 : year < AdmissionYears.Secondary ? 1 : year < 12 ? 2 : year - 10;

    private static InSearch[] Teaching(Estate estate, int year, int[] schools) =>
    [
        .. schools.Select(index => estate.Schools[index]).Where(school => school.Teaches(year)).Select(school =>
            new InSearch((ushort)school.Index, school.East, school.North, (short)school.OverOffer, school.Selective)),
    ];
}
