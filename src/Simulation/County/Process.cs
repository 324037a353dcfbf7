namespace KentSufficiency.Simulation.County;

/// <summary>
/// What a draw is for. Together with the entity and the ordinal of use it is the draw's whole address, so that a strategy which
/// adds draws to one process (more placement moves, say) shifts no draw of another (the length of the care episode).
/// The numbers are part of every result: never renumber, only add.
/// </summary>
public enum Process : ushort
{
    /// <summary>How many candidates arrive in a district on a day. Ordinal: day and layer.</summary>
    Arrivals = 1,

    /// <summary>Whether a candidate of a partly realised layer is realised. Ordinal: 0.</summary>
    Mark = 2,

    /// <summary>What a child is: needs, sex, point of the home, siblings. Ordinal: the numbered block of characteristics.</summary>
    Character = 3,

    /// <summary>The front door: outcomes and durations of referrals, assessments, plans and early help. Ordinal: uses.</summary>
    FrontDoor = 4,

    /// <summary>The course of a care episode. Ordinal: number of the episode.</summary>
    CareCourse = 5,

    /// <summary>How long a placement lasts and why it ends. Ordinal: number of the placement.</summary>
    Placement = 6,

    /// <summary>Whether a home accepts an offered child, and where an agency's home lies. Ordinal: uses.</summary>
    Offer = 7,

    /// <summary>The lot that orders requests of equal priority. Ordinal: day.</summary>
    Lot = 8,

    /// <summary>Whether the stability team keeps a placement. Ordinal: number of the placement.</summary>
    Stability = 9,

    /// <summary>What a care leaver does at 18 and after. Ordinal: number of the event.</summary>
    CareLeaver = 10,

    /// <summary>The funnel from enquiry to approval. Ordinal: step.</summary>
    Funnel = 11,

    /// <summary>What a foster household is: beds, ages, skill, point. Ordinal: the numbered block.</summary>
    HouseholdCharacter = 12,

    /// <summary>How long a foster household stays and why it leaves. Ordinal: 0.</summary>
    Tenure = 13,

    /// <summary>A household's year: leave, breaks, inactivity, review. Ordinal: number of the year.</summary>
    HouseholdYear = 14,

    /// <summary>Elapsed times and assignments of the initial stock. Ordinal: uses.</summary>
    InitialStock = 15,

    /// <summary>How a child of another authority stays. Ordinal: uses.</summary>
    OtherAuthorityStay = 16,

    /// <summary>Arrival, transfer and age assessment of unaccompanied children. Ordinal: uses.</summary>
    Unaccompanied = 17,

    /// <summary>Whether and when a child at home returns to the front door or to care. Ordinal: uses.</summary>
    Return = 18,

    /// <summary>Contacts of a day that end in advice. Ordinal: day.</summary>
    Advice = 19,

    /// <summary>The value of an uncertain assumption in a replication. Entity: made from the assumption's name. Ordinal: 0.</summary>
    Assumption = 20,

    /// <summary>When a resident child's next candidate event comes, and what it is: moving, another sector, a request for a plan. Ordinal: uses.</summary>
    Residence = 21,

    /// <summary>What a resident child is: point of the home, ability, faith, sector, history of care. Ordinal: the numbered block.</summary>
    ResidentCharacter = 22,

    /// <summary>How a family likes a school beyond what can be seen of it. Ordinal: phase of admission and index of the school.</summary>
    Preference = 23,

    /// <summary>What else bears on an application: a sibling at a school, and the lot. Ordinal: phase of admission.</summary>
    Application = 24,

    /// <summary>Admission outside the rounds. Ordinal: applications.</summary>
    InYear = 25,

    /// <summary>Whether a young person stays on at school after Year 11, and where. Ordinal: 0.</summary>
    StayingOn = 26,

    /// <summary>The course of an expansion of a school. Ordinal: stage.</summary>
    Scheme = 27,

    /// <summary>When a school is inspected, and the grade. Ordinal: inspections.</summary>
    Inspection = 28,

    /// <summary>Whether a school in deficit closes, and what confidence it has. Ordinal: academic year.</summary>
    Viability = 29,

    /// <summary>Assessment of special educational needs: what is decided and how severe they are. Ordinal: the numbered block.</summary>
    PlanAssessment = 30,

    /// <summary>Where a plan places a child, and how long it is kept. Ordinal: uses.</summary>
    PlanPlacement = 31,

    /// <summary>The resident child whom a child of the care model is. Ordinal: episode.</summary>
    CareLink = 32,

    /// <summary>A looked-after child's change of school. Ordinal: number of the placement.</summary>
    CareSchool = 33,

    /// <summary>How many dwellings of a site are finished in a year. Ordinal: academic year.</summary>
    Dwellings = 34,

    /// <summary>
    /// The design of a screening of assumptions, and the resampling of its trajectories. Entity: made from the assumption's name, or the number of the
    /// resample. Ordinal: what is drawn.
    /// </summary>
    Screening = 35,

    /// <summary>The particles of a calibration and the rows of a posterior sample. Entity: particle or row. Ordinal: parameter.</summary>
    Calibration = 40,

    /// <summary>What a synthetic cohort adds to a simulated history. Ordinal: what is drawn.</summary>
    Cohort = 41,
}
