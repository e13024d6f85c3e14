//! Where a student stands with the school: enrolled, on the way elsewhere, or gone.
//!
//! Never calls a transfer a dropout: only "not enrolled anywhere" counts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The status of a student. Source: in-year dropout is a student withdrawn and not enrolled elsewhere (Centro de
/// Estudios Mineduc); the other ways to leave a school are kept apart from it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Enrolled in this school.
    #[default]
    Enrolled,
    /// Withdrawn; where to is not known yet.
    Withdrawn,
    /// Said to have gone to another school, which has not confirmed it.
    TransferredUnconfirmed,
    /// Enrolled in another school, which confirmed it.
    TransferredConfirmed,
    /// Withdrawn and in no school: the only status that counts as dropout within the year.
    NotEnrolledAnywhere,
    /// Validating studies by examination.
    Validation,
    /// Left the country.
    Abroad,
    /// Died.
    Deceased,
    /// Finished 4° medio, or the last course of this school.
    Graduated,
}

impl Status {
    /// Every status, in the order in which lists show them.
    pub const ALL: [Self; 9] = [
        Self::Enrolled,
        Self::Withdrawn,
        Self::TransferredUnconfirmed,
        Self::TransferredConfirmed,
        Self::NotEnrolledAnywhere,
        Self::Validation,
        Self::Abroad,
        Self::Deceased,
        Self::Graduated,
    ];

    /// The stable name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enrolled => "enrolled",
            Self::Withdrawn => "withdrawn",
            Self::TransferredUnconfirmed => "transferred_unconfirmed",
            Self::TransferredConfirmed => "transferred_confirmed",
            Self::NotEnrolledAnywhere => "not_enrolled_anywhere",
            Self::Validation => "validation",
            Self::Abroad => "abroad",
            Self::Deceased => "deceased",
            Self::Graduated => "graduated",
        }
    }

    /// Whether the student is in this school now.
    pub const fn is_here(self) -> bool {
        matches!(self, Self::Enrolled)
    }

    /// Whether the student counts as a dropout within the year.
    pub const fn is_dropout(self) -> bool {
        matches!(self, Self::NotEnrolledAnywhere)
    }
}

/// How a school year ended for a student, as the school declares it. Never a status: what a student does afterwards is
/// another question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum YearEnd {
    /// Goes on to the next grade.
    Promoted,
    /// Repeats.
    Failed,
    /// Left during the year; where to is not said.
    Withdrawn,
    /// Left for another school or course.
    Transferred,
    /// Left school altogether, as far as the list says.
    DroppedOut,
}

impl YearEnd {
    /// Every end, in the order in which lists show them.
    pub const ALL: [Self; 5] = [Self::Promoted, Self::Failed, Self::Withdrawn, Self::Transferred, Self::DroppedOut];

    /// The stable name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Promoted => "promoted",
            Self::Failed => "failed",
            Self::Withdrawn => "withdrawn",
            Self::Transferred => "transferred",
            Self::DroppedOut => "dropped_out",
        }
    }

    /// The status of a student who is not in the school at the end of the year; none for one who is.
    pub const fn left_as(self) -> Option<Status> {
        match self {
            Self::Promoted | Self::Failed => None,
            Self::Withdrawn => Some(Status::Withdrawn),
            Self::Transferred => Some(Status::TransferredUnconfirmed),
            Self::DroppedOut => Some(Status::NotEnrolledAnywhere),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_saved_under_its_name_and_found_again() {
        for status in Status::ALL {
            let text = serde_json::to_string(&status).unwrap();
            assert_eq!(text, format!("\"{}\"", status.name()));
            assert_eq!(serde_json::from_str::<Status>(&text).unwrap(), status);
        }
    }

    #[test]
    fn a_year_that_ended_in_another_school_is_no_dropout() {
        let dropouts = YearEnd::ALL.into_iter().filter(|end| end.left_as().is_some_and(Status::is_dropout));
        assert_eq!(dropouts.collect::<Vec<_>>(), [YearEnd::DroppedOut]);
        assert!(YearEnd::ALL.into_iter().filter_map(YearEnd::left_as).all(|status| !status.is_here()));
        assert_eq!(serde_json::to_string(&YearEnd::DroppedOut).unwrap(), "\"dropped_out\"");
    }

    #[test]
    fn a_transfer_is_never_a_dropout() {
        let dropouts: Vec<_> = Status::ALL.into_iter().filter(|status| status.is_dropout()).collect();
        assert_eq!(dropouts, [Status::NotEnrolledAnywhere]);
        let here: Vec<_> = Status::ALL.into_iter().filter(|status| status.is_here()).collect();
        assert_eq!(here, [Status::Enrolled]);
    }
}
