//! The meetings of each school: eight in 2020, some in 2021, each with agreements.

use chrono::NaiveDate;

use super::{
    cycles::Span,
    dice::{Dice, Purpose},
    moment::{Minting, days_between, workday},
    plan::DemoSchool,
    words::meetings::AGREEMENTS,
};
use crate::notebook::{
    cycle::Cycle,
    extra::Extra,
    id::Id,
    meeting::{Agreement, Meeting},
    member::{Member, Role},
    safe_text::SafeText,
};

/// How many meetings each cycle had.
const PER_CYCLE: [u32; 3] = [4, 4, 3];

/// All meetings of a school.
pub(super) fn of(school: &DemoSchool, cycles: &[Cycle], spans: &[Span], members: &[Member]) -> Vec<Meeting> {
    let mut dice = Dice::new(school.rbd, Purpose::Meetings);
    let mut ids = Minting::new(school.rbd, Purpose::Meetings);
    let mut all = Vec::new();
    for ((cycle, span), count) in cycles.iter().zip(spans).zip(PER_CYCLE) {
        for at in 0..count {
            let on = workday(span.from, days_between(span.from, span.until) * at / count);
            let last = cycle.is_open() && at + 1 == count;
            all.push(Meeting {
                id: ids.next(on),
                on,
                cycle: Some(cycle.id),
                facilitator: facilitator(school),
                present: present(members, &mut dice),
                agreements: agreements(on, last, &mut dice),
                extra: Extra::new(),
            });
        }
    }
    all
}

fn facilitator(school: &DemoSchool) -> SafeText {
    SafeText::line(match school.advisor {
        0 => "Asesora 1",
        1 => "Asesor 2",
        2 => "Asesora 3",
        3 => "Asesora 4",
        _ => "Asesor 5",
    })
}

/// The advisor and most of the team.
fn present(members: &[Member], dice: &mut Dice) -> Vec<Id<Member>> {
    members.iter().filter(|member| member.role == Role::Advisor || dice.chance(85)).map(|member| member.id).collect()
}

/// Two or three agreements; nobody has said yet whether those of the last meeting were kept.
fn agreements(on: NaiveDate, last: bool, dice: &mut Dice) -> Vec<Agreement> {
    let start = dice.place(AGREEMENTS.len());
    let count = 2 + dice.place(2);
    AGREEMENTS
        .iter()
        .cycle()
        .skip(start)
        .take(count)
        .map(|(what, who)| Agreement {
            what: SafeText::note(what),
            who: SafeText::line(who),
            due: Some(workday(on, 7 + dice.below(14))),
            kept: (!last).then(|| dice.chance(75)),
            extra: Extra::new(),
        })
        .collect()
}
