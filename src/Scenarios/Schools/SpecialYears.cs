namespace KentSufficiency.Scenarios.Schools;

/// <summary>Deals the pupils of special schools, known by area and school, to the year groups, so that each district has its number in each.</summary>
internal sealed class SpecialYears
{
    private readonly SchoolDraft[] _schools;
    private readonly int[] _districtOf;

    /// <summary>Pupils still to be dealt, as a queue for each district of (area, school).</summary>
    private readonly List<(int Area, SchoolDraft School)>[][] _dealt;

    /// <summary>Deals them.</summary>
    /// <param name="flows">Special schools, and pupils by area and school.</param>
    /// <param name="byYear">Pupils by year group and district.</param>
    /// <param name="districtOf">District of an area.</param>
    public SpecialYears((SchoolDraft[] Schools, int[] Children) flows, int[][] byYear, int[] districtOf)
    {
        (_schools, _districtOf) = (flows.Schools, districtOf);
        int districts = byYear[0].Length;
        _dealt = [.. byYear.Select(_ => Enumerable.Range(0, districts).Select(_ => new List<(int, SchoolDraft)>()).ToArray())];
        for (int district = 0; district < districts; district++)
        {
            Deal(district, Pupils(district, flows.Children), byYear);
        }
    }

    /// <summary>Pupils of an area and year group by school.</summary>
    public IEnumerable<(SchoolDraft School, int Number)> Take(int area, int year) => _dealt[year][_districtOf[area]]
        .Where(pupil => pupil.Area == area)
        .GroupBy(pupil => pupil.School)
        .OrderBy(group => group.Key.Index)
        .Select(group => (group.Key, group.Count()));

    private List<(int Area, SchoolDraft School)> Pupils(int district, int[] children)
    {
        List<(int, SchoolDraft)> pupils = [];
        for (int cell = 0; cell < children.Length; cell++)
        {
            if (_districtOf[cell / _schools.Length] == district)
            {
                pupils.AddRange(Enumerable.Repeat((cell / _schools.Length, _schools[cell % _schools.Length]), children[cell]));
            }
        }

        return pupils;
    }

    // Each pupil goes to the year group that is furthest behind, so that each school has all of them.
    private void Deal(int district, List<(int Area, SchoolDraft School)> pupils, int[][] byYear)
    {
        int[] given = new int[byYear.Length];
        foreach ((int Area, SchoolDraft School) pupil in pupils)
        {
            int year = Enumerable.Range(0, given.Length)
                .Where(y => given[y] < byYear[y][district])
                .MinBy(y => (given[y] + 0.5) / byYear[y][district]);
            given[year]++;
            _dealt[year][district].Add(pupil);
        }
    }
}
