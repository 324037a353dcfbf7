using KentSufficiency.BackCast;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Report;

// Prints the tables of docs/schools.md from two folders of results: see there how they are made.
if (args is not [string of2014, string of2019])
{
    Console.Error.WriteLine("Usage: BackCast DIR-OF-THE-RUN-FROM-2014 DIR-OF-THE-RUN-FROM-2019");
    return 2;
}

string data = DataFolder.Locate();
var evidence = new Printed(EvidenceLibrary.Load(data), [.. KentDistricts.Load(data).All.Select(district => district.Name)]);
SavedRun back = SavedRunReader.Read(of2014, Wanted);
SavedRun ahead = SavedRunReader.Read(of2019, Wanted);

Start.Print(back, evidence);
CountyTables.Print(back, evidence);
DistrictErrors.Print(back, ahead, evidence);
Gravesend.Print(ahead, evidence);
SendTables.Print(ahead, evidence);
return 0;

// Rolls, places, preferences and SEND; money and the care side are left aside.
static bool Wanted(RowKey key) =>
    key.Measure.StartsWith("roll/", StringComparison.Ordinal) || key.Measure.StartsWith("surplus/", StringComparison.Ordinal)
    || key.Measure.StartsWith("first-preference/", StringComparison.Ordinal)
    || key.Measure is "deficit-places/year-7" or "send11" or "special-external" or "special-roll" or "capacity/primary" or "capacity/secondary";
