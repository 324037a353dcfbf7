using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>What people ask of the placement service: whether it can be done, and doing it.</summary>
public sealed class DeskCommands
{
    private readonly CountyDesk _desk;
    private readonly ICounty _county;

    /// <summary>Answers for a desk.</summary>
    public DeskCommands(CountyDesk desk)
    {
        _desk = desk;
        _county = desk;
    }

    private CountyState State => _county.State;

    /// <summary>Why a command cannot be carried out as the county stands, in a sentence; null where it can.</summary>
    public string? Refusal(in DeskCommand command)
    {
        if (!_desk.HouseholdSlots.TryGetValue(command.Household, out int slot) || !State.Households[slot].IsApproved)
        {
            return "There is no approved household of that address.";
        }

        ref readonly Home home = ref State.Service.Register[State.Households[slot].Home];
        if (home.Status == HomeStatus.Closed)
        {
            return "The household fosters no longer.";
        }

        return command.Request == DeskRequest.Place ? RefusalToPlace(command.Child, home, State.Households[slot].Home) : null;
    }

    private string? RefusalToPlace(ulong id, in Home home, int index)
    {
        if (!_desk.ChildSlots.TryGetValue(id, out int slot) || State.Children[slot].Phase != Phase.LookedAfter)
        {
            return "There is no child looked after of that address.";
        }

        ref readonly ChildState child = ref State.Children[slot];
        return child.Home == index ? "The child lives there already."
            : home.Kind != HomeKind.InHouseFoster ? "A connected person fosters only the child they were approved for."
            : home.Free == 0 ? "The household has no free place."
            : child.Is(ChildFacts.SinglePlacement) && home.Filled > 0 ? "The child must be the only one placed, and others live there."
            : null;
    }

    /// <summary>Carries out a command, or begins to: where a child goes is settled with the queue.</summary>
    internal CommandOutcome Carry(in DeskCommand command, in Today today)
    {
        if (Refusal(command) is string refusal)
        {
            return new CommandOutcome(false, refusal);
        }

        int household = _desk.HouseholdSlots[command.Household];
        State.Effects.Slot = household;
        if (command.Request == DeskRequest.CloseHome)
        {
            ref HouseholdState closing = ref State.Households[household];
            int living = State.Service.Register[closing.Home].Filled;
            ApprovedHouseholdRules.Deregister(ref closing, today, State.Effects);
            _county.ScheduleHousehold(household, today.Day);
            return new CommandOutcome(true, $"The household is closed; {(living == 1 ? "1 child needs" : $"{living} children need")} a home tonight.");
        }

        int slot = _desk.ChildSlots[command.Child];
        ref ChildState child = ref State.Children[slot];
        if (child.RequestDay == ChildState.Never)
        {
            State.Effects.Slot = slot;
            PlacementRules.Want(ref child, new Draws(_county.Key, child.Id), MoveReason.AuthorityRequest, today, State.Effects);
            _county.ScheduleChild(slot, today.Day);
        }

        State.Service.Order(child.Id, State.Households[household].Home);
        return new CommandOutcome(true, "The child moves in.");
    }

    /// <summary>Looks whether those who were to move in have; a place may have been taken, or lost, on the same morning.</summary>
    internal CommandOutcome[] Conclude(IReadOnlyList<DeskCommand> commands, CommandOutcome[] outcomes)
    {
        for (int i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i].Done && commands[i].Request == DeskRequest.Place && !LivesWith(commands[i]))
            {
                outcomes[i] = new CommandOutcome(false, "The place was gone when the queue was answered; the child goes on waiting.");
            }
        }

        return outcomes;
    }

    private bool LivesWith(in DeskCommand command) =>
        _desk.ChildSlots.TryGetValue(command.Child, out int slot)
        && State.Children[slot].Home == State.Households[_desk.HouseholdSlots[command.Household]].Home;
}
