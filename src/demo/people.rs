//! The teams of the practice alliance: 50 people in twelve schools, and five advisors.

use super::{
    dice::{Dice, Purpose},
    moment::{Minting, day},
    plan::DemoSchool,
    words::names,
};
use crate::notebook::{
    extra::Extra,
    member::{Member, Role},
    personal::Personal,
};

/// Roles in the order in which a school fills them.
const ROLES: [Role; 6] =
    [Role::Principal, Role::TechnicalUnit, Role::Counsellor, Role::Inspectorate, Role::Psychosocial, Role::Teacher];
/// Stands for the alliance where schools have their number: advisors belong to several schools.
const ALLIANCE: u32 = 99_000;

/// The school's team and, last, its advisor: the same person with the same id in each of the advisor's schools.
pub(super) fn of(school: &DemoSchool) -> Vec<Member> {
    let mut dice = Dice::new(school.rbd, Purpose::Team);
    let mut ids = Minting::new(school.rbd, Purpose::Team);
    let mut members: Vec<Member> = ROLES
        .into_iter()
        .take(usize::from(school.team))
        .map(|role| {
            let (firsts, _) = dice.choose(&names::GIVEN, (&[], &[]));
            let first = dice.word(firsts);
            let name = format!("{first} {} {}", dice.word(names::SURNAMES), dice.word(names::SURNAMES));
            Member { id: ids.next(day(2020, 3, 16)), name: Personal::line(&name), role, extra: Extra::new() }
        })
        .collect();
    members.extend(advisors().into_iter().nth(usize::from(school.advisor)));
    members
}

fn advisors() -> Vec<Member> {
    let mut ids = Minting::new(ALLIANCE, Purpose::Team);
    names::ADVISORS
        .into_iter()
        .map(|name| Member {
            id: ids.next(day(2020, 3, 2)),
            name: Personal::line(name),
            role: Role::Advisor,
            extra: Extra::new(),
        })
        .collect()
}
