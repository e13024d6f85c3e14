//! The list as JSON; the names are a contract. What is not known is null, never zero.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::super::json::{hundredths, signed};
use crate::{
    insight::{
        reason::{Finding, Reason},
        review::{Review, Row},
    },
    rules::{attendance::scale::ScaleName, promotion::Unmet, rule::Unit},
};

/// Students in the order of the list.
pub(super) fn of(review: &Review, scale: ScaleName, today: NaiveDate) -> Value {
    review.rows.iter().map(|row| of_row(row, scale, today)).collect()
}

fn of_row(row: &Row, scale: ScaleName, today: NaiveDate) -> Value {
    let share = row.attended.map(|attended| attended.share);
    let days = row.days();
    json!({
        "id": row.student,
        "code": row.code,
        "course": row.course,
        "status": row.status.name(),
        "attended": days.map(crate::rules::attendance::Days::attended),
        "held": days.map(crate::rules::attendance::Days::held),
        "percent": share.and_then(crate::rules::attendance::share::Share::percent_hundredths).map(hundredths),
        "band": scale.band_of(share).name(),
        "at_edge": row.at_edge(),
        "days_to_recover": days.map(|_| row.to_recover),
        "flags": row.flags().map(|flag| of_flag(flag, today)).collect::<Value>(),
        "in_list": row.in_list,
        "followed_up": row.followed_up,
        "last_contact": row.last_contact,
        "next_date": row.next,
    })
}

fn of_flag(flag: Reason, today: NaiveDate) -> Value {
    json!({
        "rule": flag.rule.id,
        "value": value(flag.finding),
        "threshold": threshold(flag),
        "date": flag.date(today),
        "source": flag.rule.source,
    })
}

/// The figure that the rule compared, in the unit of its threshold.
fn value(finding: Finding) -> Value {
    match finding {
        Finding::CriticalAttendance(attended) | Finding::GraveAttendance(attended) | Finding::AtTheEdge(attended) => {
            attended.share.percent_hundredths().map_or(Value::Null, hundredths)
        }
        Finding::NotSeen { days, .. } => days.into(),
        Finding::Unconfirmed { days, .. } => days.into(),
        Finding::Falling { slope, .. } => signed(slope),
        Finding::FailedSubjects { count, .. } | Finding::Repeated { count, .. } => count.into(),
        Finding::RequiresAnalysis { unmet: Unmet::Failed { count }, .. } => count.into(),
        Finding::RequiresAnalysis { unmet: Unmet::Average { hundredths: average, .. }, .. } => hundredths(average),
        Finding::RequiresAnalysis { unmet: Unmet::Attendance, share, .. } => {
            share.and_then(crate::rules::attendance::share::Share::percent_hundredths).map_or(Value::Null, hundredths)
        }
        Finding::OverAge { years, .. } => years.into(),
        Finding::Moved { in_year, in_three, .. } => in_year.max(in_three).into(),
        Finding::NoAttendance { .. }
        | Finding::NoFollowUp { .. }
        | Finding::FollowUpOverdue { .. }
        | Finding::LookAgain { .. } => Value::Null,
    }
}

fn threshold(flag: Reason) -> Value {
    let threshold = flag.rule.threshold;
    match (flag.finding, flag.rule.unit) {
        (Finding::NoAttendance { .. }, _) => Value::Null,
        (_, Unit::Tenths) => hundredths(u32::from(threshold) * 10),
        (_, Unit::TenthsOfPoint) => signed(i32::from(threshold) * -10),
        _ => threshold.into(),
    }
}
