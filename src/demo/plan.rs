//! The twelve schools of the practice alliance: names, sizes, teams, and what became of their theories.
//!
//! Owns the plan that everything else is drawn from. Everything here is invented; the numbers of the schools lie above
//! those that the Ministry has given out.

use crate::notebook::cycle::{Fate, Step};

/// What a school teaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Teaches {
    /// 1° to 8° básico.
    Basic,
    /// 7° básico to 4° medio.
    Secondary,
    /// 1° to 6° básico, in the country.
    RuralBasic,
}

/// One school of the practice alliance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoSchool {
    /// The school's number, without its check digit.
    pub rbd: u32,
    /// Name.
    pub name: &'static str,
    /// Commune, invented like the rest.
    pub commune: &'static str,
    /// What it teaches.
    pub teaches: Teaches,
    /// How many students its notebook has.
    pub students: u16,
    /// How many people its team has, the advisor not counted.
    pub team: u8,
    /// Which of the five advisors works with it, 0 to 4.
    pub advisor: u8,
    /// What became of the theory of action at the end of cycle 1 and of cycle 2.
    pub fates: [Fate; 2],
    /// At which step the open cycle is.
    pub step: Step,
}

const KEPT: [Fate; 2] = [Fate::Maintained, Fate::Maintained];

/// The schools, by number: 12 schools, 5,068 students, 50 team members, 5 advisors; 9 maintained their theory of action.
pub const SCHOOLS: [DemoSchool; 12] = [
    school(99_001, "Liceo Los Ulmos", "Puerto Alerzal", Teaches::Secondary, 962).with(6, 0, KEPT, Step::Data),
    school(99_002, "Escuela El Boldo", "Puerto Alerzal", Teaches::Basic, 438).with(4, 1, KEPT, Step::Implementation),
    school(99_003, "Escuela Río Claro", "Villa Boldal", Teaches::Basic, 367).with(
        4,
        2,
        [Fate::Adjusted, Fate::Adjusted],
        Step::Learnings,
    ),
    school(99_004, "Liceo Río Hondo", "Villa Boldal", Teaches::Secondary, 614).with(5, 3, KEPT, Step::Challenge),
    school(99_005, "Escuela Los Maquis", "Puerto Alerzal", Teaches::Basic, 512).with(4, 0, KEPT, Step::Implementation),
    school(99_006, "Escuela Los Arrayanes", "Lagunillas del Ulmo", Teaches::Basic, 476).with(
        5,
        1,
        [Fate::Replaced, Fate::Adjusted],
        Step::Challenge,
    ),
    school(99_007, "Escuela El Coigüe", "Lagunillas del Ulmo", Teaches::Basic, 402).with(4, 2, KEPT, Step::Infographic),
    school(99_008, "Escuela Río Sereno", "Villa Boldal", Teaches::Basic, 355).with(4, 3, KEPT, Step::Data),
    school(99_009, "Escuela Las Lengas", "Los Notros Altos", Teaches::Basic, 331).with(4, 4, KEPT, Step::Learnings),
    school(99_010, "Liceo Los Peumos", "Los Notros Altos", Teaches::Secondary, 428).with(
        4,
        4,
        [Fate::Adjusted, Fate::Replaced],
        Step::Data,
    ),
    school(99_011, "Escuela Rural Estero Manso", "Los Notros Altos", Teaches::RuralBasic, 104).with(
        3,
        1,
        KEPT,
        Step::Implementation,
    ),
    school(99_012, "Escuela Rural El Notro", "Lagunillas del Ulmo", Teaches::RuralBasic, 79).with(
        3,
        4,
        KEPT,
        Step::Challenge,
    ),
];

const fn school(rbd: u32, name: &'static str, commune: &'static str, teaches: Teaches, students: u16) -> DemoSchool {
    DemoSchool { rbd, name, commune, teaches, students, team: 0, advisor: 0, fates: KEPT, step: Step::Infographic }
}

impl DemoSchool {
    const fn with(mut self, team: u8, advisor: u8, fates: [Fate; 2], step: Step) -> Self {
        self.team = team;
        self.advisor = advisor;
        self.fates = fates;
        self.step = step;
        self
    }

    /// The place of the school among the twelve.
    pub(super) fn place(&self) -> usize {
        usize::try_from(self.rbd.saturating_sub(99_001)).unwrap_or(0)
    }
}
