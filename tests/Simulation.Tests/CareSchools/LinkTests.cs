using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.CareSchools;

/// <summary>A child in care and a resident are one: of one district and age, for good, and the most vulnerable one.</summary>
public class LinkTests
{
    [Fact]
    public void A_child_becomes_a_resident_of_its_district_and_age()
    {
        CountyKernel kernel = new CareSchoolCounty().Kernel();
        int links = 0;
        var linked = new HashSet<ulong>();
        Follow(kernel, (child, known, day) =>
        {
            if (!linked.Add(child.Id))
            {
                return; // Back in care: the resident may have moved within Kent meanwhile.
            }

            CareSchoolBook book = kernel.State.CareSchools;
            ref readonly KnownState own = ref book.Links.Known.On(known, day);
            int cohort = CareSchoolCounty.Calendar.CohortOf(child.BirthDay);
            Assert.True(own.IsPresent);
            Assert.Equal(child.District, own.District);
            Assert.InRange(book.Links.Known[known].Cohort, cohort - 1, cohort + 1);
            Assert.Equal((child.East, child.North), (own.East, own.North));
            links++;
        });

        Assert.InRange(links, 80, 2000);
    }

    [Fact]
    public void No_resident_is_two_children_and_no_child_two_residents_who_both_live_in_Kent()
    {
        CountyKernel kernel = new CareSchoolCounty().Kernel();
        var childOf = new Dictionary<int, ulong>();
        var knownOf = new Dictionary<ulong, int>();
        int again = 0;
        Follow(kernel, (child, known, day) =>
        {
            Assert.True(childOf.TryAdd(known, child.Id) || childOf[known] == child.Id, $"Resident {known} is two children.");
            if (knownOf.TryGetValue(child.Id, out int before) && before != known)
            {
                Assert.False(kernel.State.CareSchools.Links.Known.On(before, day).IsPresent);
            }

            again += knownOf.TryGetValue(child.Id, out int same) && same == known ? 1 : 0;
            knownOf[child.Id] = known;
        });

        Assert.True(again > 0, "Nobody returned to care: the test proves less than it says.");
    }

    [Fact]
    public void Who_enters_care_is_the_most_vulnerable_who_is_left()
    {
        var county = new CareSchoolCounty { Links = CareSchoolCounty.Rates(withPlan: 0) };
        county.Care.Rates.GroupSize = [1];
        CountyKernel kernel = county.Kernel();
        int checks = 0;
        var linked = new HashSet<ulong>();
        Follow(kernel, (child, known, day) =>
        {
            if (!linked.Add(child.Id) || day == 0)
            {
                return; // Linked before; and those of the start are linked one after the other, before any of them is looked at.
            }

            ResidentLinks links = kernel.State.CareSchools.Links;
            KnownResident linkedTo = links.Known[known];
            for (int other = 0; other < links.Known.Count; other++)
            {
                KnownResident resident = links.Known[other];
                if (resident.Cohort != linkedTo.Cohort || resident.Lot >= linkedTo.Lot)
                {
                    continue;
                }

                ref readonly KnownState state = ref links.Known.On(other, day);
                bool left = links.ChildOf(other) == 0 && state is { IsPresent: true, HasPlan: false } && state.District == child.District;
                Assert.False(left, $"On day {day} a more vulnerable resident of district {child.District} and cohort {resident.Cohort} was left.");
                checks++;
            }
        });

        Assert.True(checks > 200, $"Only {checks} others were looked at.");
    }

    [Fact]
    public void A_child_with_a_plan_becomes_a_resident_with_a_plan()
    {
        CountyKernel kernel = new CareSchoolCounty { Links = CareSchoolCounty.Rates(withPlan: 1) }.Kernel();
        (int with, int all) = (0, 0);
        Follow(kernel, (child, known, day) =>
        {
            if (CareSchoolCounty.Calendar.YearOf(day) - CareSchoolCounty.Calendar.CohortOf(child.BirthDay) is >= 1 and <= 10)
            {
                with += kernel.State.CareSchools.Links.Known.On(known, day).HasPlan ? 1 : 0;
                all++;
            }
        });

        Assert.True(all > 30 && with > 0.9 * all, $"{with} of {all}.");
    }

    /// <summary>A link is taken by whoever comes first, so one more child takes one: only those of its district and of near ages can notice.</summary>
    [Fact]
    public void One_more_child_changes_the_links_of_nobody_of_another_district()
    {
        Dictionary<ulong, int> before = LinksOf(0);
        Dictionary<ulong, int> after = LinksOf(1);

        var more = after.Keys.Except(before.Keys).Select(EntityId.District).ToHashSet();
        Assert.NotEmpty(more);
        Assert.True(more.Count < 6);
        Assert.All(before.Where(link => !more.Contains(EntityId.District(link.Key))), link => Assert.Equal(link.Value, after[link.Key]));
    }

    private static Dictionary<ulong, int> LinksOf(int more)
    {
        TestCounty care = TestCounty.UnlimitedHomes();
        care.LookedAfter += more;
        CountyKernel kernel = new(new CareSchoolCounty().Build(care));
        var links = new Dictionary<ulong, int>();
        Follow(kernel, (child, known, _) => links[child.Id] = known);
        return links;
    }

    /// <summary>Runs a replication and looks at every link at the end of the day on which the child entered care, or of the first day.</summary>
    private static void Follow(CountyKernel kernel, Action<ChildState, int, int> look)
    {
        kernel.Sabotage = day =>
        {
            foreach (int slot in kernel.State.LookedAfter.Members)
            {
                ChildState child = kernel.State.Children[slot];
                if (day >= 0 && (day == 0 || child.PhaseDay == day) && kernel.State.CareSchools[slot, child.Id].Known is >= 0 and int known)
                {
                    look(child, known, day);
                }
            }
        };
        RecordedRun.ResultsOf(kernel);
    }
}
