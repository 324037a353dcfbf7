using KentSufficiency.Scenarios.Ssda903;

namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>
/// Two returns, written by hand, that break no rule: children who are fostered, live with relatives, in homes or with parents, are adopted, go home, are
/// unaccompanied, missing, mothers, on short breaks, or have left care.
/// </summary>
internal static class SmallReturn
{
    private const int First = 2023;

    /// <summary>The returns of 2023 and 2024.</summary>
    public static IReadOnlyList<AnnualReturn> Both => [Read(First, Headers2023, SmallEpisodes.Of2023, Others2023), Read(First + 1, Headers2024, SmallEpisodes.Of2024, Others2024)];

    private const string Headers2023 =
        """
        101,1,10/05/2012,WBRI,A820200112001,,
        102,2,01/02/2018,WBRI,B820200112002,0,
        103,1,20/11/2020,MWBC,UN1,,
        104,1,15/03/2009,WBRI,D820200112004,,
        105,2,10/04/2021,WOTH,UN1,0,
        106,1,10/01/2022,WBRI,UN1,,
        107,2,07/07/2016,WBRI,E820200112007,0,
        109,1,01/03/2007,AOTH,UN3,,
        111,1,10/02/2005,BAFR,UN3,,
        112,1,20/06/2006,WBRI,F820200112012,,
        113,1,08/08/2005,BCRB,G82020011203A,,
        114,2,05/05/2004,WBRI,H820200112014,0,
        115,1,09/09/2002,WBRI,J820200112015,,
        116,2,20/01/2007,WBRI,K820200112016,1,02/02/2023
        117,1,10/10/2010,WBRI,L820200112017,,
        118,2,03/03/2013,WROM,M820200112018,0,
        120,1,11/11/2011,WBRI,N820200112020,,
        123,1,23/12/2010,WBRI,P820200112023,,
        124,1,01/09/2019,WBRI,UN1,,
        """;

    private const string Headers2024 =
        """
        101,1,10/05/2012,WBRI,A820200112001,,
        102,2,01/02/2018,WBRI,B820200112002,0,
        103,1,20/11/2020,MWBC,UN1,,
        104,1,15/03/2009,WBRI,D820200112004,,
        105,2,10/04/2021,WOTH,UN1,0,
        106,1,10/01/2022,WBRI,UN1,,
        107,2,07/07/2016,WBRI,E820200112007,0,
        108,1,09/09/2014,NOBT,Q820200112008,,
        109,1,01/03/2007,AOTH,UN3,,
        110,2,15/08/2006,BAFR,UN3,0,
        111,1,10/02/2005,BAFR,UN3,,
        112,1,20/06/2006,WBRI,F820200112012,,
        113,1,08/08/2005,BCRB,G82020011203A,,
        114,2,05/05/2004,WBRI,H820200112014,,
        115,1,09/09/2002,WBRI,J820200112015,,
        116,2,20/01/2007,WBRI,K820200112016,1,02/02/2023
        117,1,10/10/2010,WBRI,L820200112017,,
        118,2,03/03/2013,WROM,M820200112018,0,
        119,1,09/09/2007,WBRI,R820200112019,,
        120,1,11/11/2011,WBRI,N820200112020,,
        121,2,12/12/2012,WBRI,T820200112021,,
        122,1,01/01/2019,WBRI,UN2,,
        123,1,23/12/2010,WBRI,P820200112023,,
        124,1,01/09/2019,WBRI,UN1,,
        """;

    private const string Others2023 =
        """
        reviews.csv 101,10/05/2012,20/09/2022,PN1
        reviews.csv 101,10/05/2012,21/03/2023,PN2
        reviews.csv 103,20/11/2020,11/10/2022,PN0
        reviews.csv 104,15/03/2009,05/12/2022,PN7
        reviews.csv 116,20/01/2007,17/01/2023,PN1
        uasc.csv 109,1,01/03/2007,01/03/2025
        uasc.csv 111,1,10/02/2005,10/02/2023
        oc2.csv 101,10/05/2012,11,,0,,1,1,1,0,,
        oc2.csv 102,01/02/2018,17,,,,1,1,1,0,,
        oc2.csv 103,20/11/2020,,,,1,1,0,1,0,,
        oc2.csv 104,15/03/2009,24,,1,,1,1,1,1,1,
        oc2.csv 105,10/04/2021,,,,1,1,0,1,0,,
        oc2.csv 106,10/01/2022,,,,1,1,0,1,0,,
        oc2.csv 107,07/07/2016,8,,,,1,1,1,0,,
        oc2.csv 112,20/06/2006,19,,0,,1,1,1,0,,
        oc2.csv 113,08/08/2005,,SDQ5,0,,1,1,1,0,,
        oc2.csv 116,20/01/2007,15,,0,,1,1,1,0,,
        oc2.csv 117,10/10/2010,6,,0,,1,1,1,0,,
        oc2.csv 118,03/03/2013,13,,0,,0,1,1,0,,
        oc2.csv 123,23/12/2010,21,,0,,1,1,1,0,,
        oc2.csv 124,01/09/2019,,,,1,1,0,1,0,,
        oc3.csv 114,05/05/2004,YES,F2,U1
        oc3.csv 115,09/09/2002,YES,F5,Y1
        placed_for_adoption.csv 105,10/04/2021,01/06/2022,,
        placed_for_adoption.csv 106,10/01/2022,20/03/2023,,
        placed_for_adoption.csv 124,01/09/2019,01/07/2022,,
        previous_permanence.csv 109,01/03/2007,Z1,,
        previous_permanence.csv 120,11/11/2011,Z1,,
        missing.csv 104,15/03/2009,M,03/07/2022,05/07/2022
        missing.csv 104,15/03/2009,A,10/02/2023,11/02/2023
        """;

    private const string Others2024 =
        """
        reviews.csv 101,10/05/2012,19/09/2023,PN1
        reviews.csv 101,10/05/2012,20/03/2024,PN1
        reviews.csv 103,20/11/2020,10/10/2023,PN0
        reviews.csv 104,15/03/2009,05/06/2023,PN6
        reviews.csv 107,07/07/2016,01/08/2023,PN3
        reviews.csv 116,20/01/2007,16/07/2023,PN1
        reviews.csv 122,01/01/2019,05/02/2024,PN4
        uasc.csv 109,1,01/03/2007,01/03/2025
        uasc.csv 110,2,15/08/2006,15/08/2024
        oc2.csv 101,10/05/2012,12,,0,,1,1,1,0,,
        oc2.csv 102,01/02/2018,16,,,,1,1,1,0,,
        oc2.csv 103,20/11/2020,,,,1,1,1,1,0,,
        oc2.csv 104,15/03/2009,26,,1,,1,1,1,1,0,1
        oc2.csv 109,01/03/2007,,SDQ5,0,,1,1,1,0,,
        oc2.csv 116,20/01/2007,14,,0,,1,1,1,0,,
        oc2.csv 117,10/10/2010,7,,0,,1,1,1,0,,
        oc2.csv 118,03/03/2013,13,,0,,1,1,0,0,,
        oc2.csv 124,01/09/2019,9,,,1,1,1,1,0,,
        oc3.csv 111,10/02/2005,YES,F5,D1
        oc3.csv 112,20/06/2006,YES,F2,E1
        oc3.csv 113,08/08/2005,YES,P2,Z1
        oc3.csv 114,05/05/2004,YES,G5,V2
        oc3.csv 115,09/09/2002,NO,0,0
        ad1.csv 105,10/04/2021,01/06/2022,15/01/2023,0,2,MF,L11
        ad1.csv 106,10/01/2022,20/03/2023,10/04/2023,1,1,F1,L0
        placed_for_adoption.csv 105,10/04/2021,01/06/2022,,
        placed_for_adoption.csv 106,10/01/2022,20/03/2023,,
        placed_for_adoption.csv 124,01/09/2019,01/07/2022,10/10/2023,RD1
        previous_permanence.csv 108,09/09/2014,P2,886,03/04/2018
        previous_permanence.csv 110,15/08/2006,Z1,,
        previous_permanence.csv 119,09/09/2007,Z1,,
        previous_permanence.csv 121,12/12/2012,Z1,,
        previous_permanence.csv 122,01/01/2019,P1,SCO,ZZ/05/2020
        missing.csv 104,15/03/2009,M,06/08/2023,09/08/2023
        missing.csv 104,15/03/2009,M,20/12/2023,02/01/2024
        missing.csv 112,20/06/2006,A,01/07/2023,02/07/2023
        missing.csv 109,01/03/2007,M,25/03/2024,
        """;

    private static AnnualReturn Read(int year, string headers, string episodes, string others) => new(
        year,
        [.. Rows(ReturnFiles.Header, headers), .. Rows(ReturnFiles.Episodes, episodes), .. ReturnFiles.All.SelectMany(file => Rows(file, Of(file, others)))]);

    private static string Of(ReturnFile file, string others) =>
        string.Join('\n', others.Split('\n').Where(line => line.StartsWith(file.FileName, StringComparison.Ordinal)).Select(line => line[(file.FileName.Length + 1)..]));

    private static IEnumerable<ReturnRow> Rows(ReturnFile file, string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => new ReturnRow(file, i + 2, line.Split(',')));
}
