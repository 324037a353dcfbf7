using KentSufficiency.Scenarios.Report;
using KentSufficiency.ScenariosTests.Calibration;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Report;

public sealed class ValidationSectionTests : IDisposable
{
    private readonly PastData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void A_data_folder_without_a_validation_has_none()
    {
        if (Directory.Exists(Path.Combine(_data.Data, "validation")))
        {
            Directory.Delete(Path.Combine(_data.Data, "validation"), recursive: true);
        }

        SavedValidation.Read(_data.Data).ShouldBeNull();
    }

    [Fact]
    public void Fans_and_counts_are_read_back_and_found_by_origin_and_what_was_given()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_data.Data, "validation")).FullName;
        File.WriteAllText(Path.Combine(folder, "fans.csv"), "origin,given,measure,date,p025,p10,p25,p50,p75,p90,p975\n"
            + "2016-03-31,uasc-arrivals,cla,2017-03-31,1,2,3,4,5,6,7\n2016-03-31,,cla,2017-03-31,10,20,30,40,50,60,70\n");
        File.WriteAllText(Path.Combine(folder, "summary.csv"), "kind,name,value,of\ncovered,80,7,10\n");
        SavedValidation saved = SavedValidation.Read(_data.Data)!;
        saved.Fan("2016-03-31", "uasc-arrivals", "cla").Single().P50.ShouldBe(4);
        saved.Fan("2016-03-31", "", "cla").Single().P90.ShouldBe(60);
        saved.Figure("covered", "80").ShouldBe(new PastFigure("covered", "80", 7, 10));
        saved.Figure("covered", "95").ShouldBeNull();
    }
}
