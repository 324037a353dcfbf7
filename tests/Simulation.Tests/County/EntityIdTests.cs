using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.SimulationTests.County;

public class EntityIdTests
{
    [Fact]
    public void Different_entities_have_different_addresses()
    {
        var part =
            from kind in Gen.Elements(Enum.GetValues<EntityKind>())
            from district in Gen.Choose(0, 255)
            from day in Gen.Choose(-4_194_304, 12_582_911)
            from ordinal in Gen.Choose(0, (1 << 20) - 1)
            select (kind, district, day, ordinal);

        Prop.ForAll(part.Zip(part).ToArbitrary(), pair =>
        {
            var (one, other) = pair;
            ulong a = EntityId.Of(one.kind, one.district, one.day, one.ordinal);
            ulong b = EntityId.Of(other.kind, other.district, other.day, other.ordinal);
            return (a == b) == (one == other) && EntityId.Kind(a) == one.kind && EntityId.District(a) == one.district;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Brothers_and_sisters_share_the_lead_and_no_address()
    {
        ulong lead = EntityId.Of(EntityKind.ReferredChild, 3, 77, 12);
        ulong[] group = [.. Enumerable.Range(0, 16).Select(member => EntityId.Sibling(lead, member))];

        Assert.Equal(lead, group[0]);
        Assert.Equal(16, group.Distinct().Count());
        Assert.All(group, id => Assert.Equal(lead, EntityId.Lead(id)));
    }
}
