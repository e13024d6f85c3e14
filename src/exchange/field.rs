//! The fields that tables have, and every way in which their headers are written: one table for all kinds.
//! Never binds by position, and never a column that says something about a guardian to a field of the student.

mod spelling;

pub use spelling::{fold, words};

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// RUN or IPE.
    Run,
    /// Check digit of the RUN.
    CheckDigit,
    /// The Ministry's mask of the RUN.
    Mrun,
    /// A number that identifies the student elsewhere.
    ForeignId,
    /// School.
    Rbd,
    /// Check digit of the school.
    RbdDigit,
    /// Name of the school.
    SchoolName,
    /// Commune of the school.
    SchoolCommune,
    /// School year.
    Year,
    /// Month, in a column of its own.
    Month,
    /// Code of teaching.
    TeachingCode,
    /// Code of grade, which means something only with the code of teaching.
    GradeCode,
    /// The grade in words.
    Level,
    /// Letter of the course.
    Section,
    /// Grade and letter in one cell.
    Course,
    /// Given names.
    GivenNames,
    /// Father's surname.
    PaternalSurname,
    /// Mother's surname.
    MaternalSurname,
    /// Both surnames.
    Surnames,
    /// Names and surnames in one cell.
    FullName,
    /// `Nombre`: given names or all of them; the cells tell.
    Name,
    /// Gender.
    Gender,
    /// Birth as a date.
    BirthDate,
    /// Birth as year and month.
    BirthMonth,
    /// When the student joined the course.
    EnrolledOn,
    /// When the enrolment was written down.
    RegisteredOn,
    /// When the student left.
    WithdrawnOn,
    /// Whether the student is here, in words.
    State,
    /// Attendance in percent.
    Attendance,
    /// Days attended.
    Attended,
    /// Days held.
    Held,
    /// Days missed.
    Absences,
    /// Days missed with a reason.
    Justified,
    /// The Ministry's rate of a month, 0 to 1; the days say it too.
    Rate,
    /// Average of all grades.
    Average,
    /// How the year ended.
    Outcome,
    /// How the year ended, with transfers told apart (the Ministry's `SIT_FIN_R`).
    OutcomeFine,
    /// Mail.
    Email,
    /// Phone.
    Phone,
    /// Who answers for the student.
    Guardian,
    /// What that person is to the student.
    Relationship,
    /// A free remark.
    Remark,
    /// Attendance of a month in percent.
    MonthPercent(u8),
    /// Days attended in a month.
    MonthAttended(u8),
    /// Days held in a month.
    MonthHeld(u8),
    /// A day of a daily grid.
    Day(u8),
    /// Grades of a subject, by its place among the columns.
    Subject(u16),
    /// Another figure, by its place among the columns.
    Figure(u16),
    /// Number in the list, codes: known, and of no use.
    Useless,
    /// Home address and commune: never read.
    Address,
    /// Ethnic group: never read.
    Ethnicity,
}

impl Field {
    /// Our name for the column, the contract of `tep inspect`; none for those that are only read together with others.
    pub fn name(self) -> Option<&'static str> {
        NAMES.iter().find(|(field, _)| *field == self).map(|(_, name)| *name)
    }

    /// The field that a name of the contract, or of a person's wish, means.
    pub fn named(name: &str) -> Option<Self> {
        if let Some(month) = name.strip_prefix("month_").and_then(|month| month.parse().ok()) {
            return (1..=12).contains(&month).then_some(Self::MonthPercent(month));
        }
        NAMES.iter().find(|(_, known)| *known == name).map(|(field, _)| *field)
    }

    /// The fields that a person may give to a column, with their names.
    pub fn choices() -> impl Iterator<Item = (Self, &'static str)> {
        NAMES.iter().copied()
    }

    /// Whether the column says which student a row is about.
    pub const fn identifies(self) -> bool {
        matches!(self, Self::Run | Self::Mrun | Self::ForeignId) || self.is_name()
    }

    /// Whether the column holds a name of the student.
    pub const fn is_name(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::FullName
                | Self::GivenNames
                | Self::Surnames
                | Self::PaternalSurname
                | Self::MaternalSurname
        )
    }

    /// Whether a second header row may say it under the name of a month.
    pub const fn is_measure(self) -> bool {
        matches!(self, Self::Attendance | Self::Attended | Self::Held | Self::Absences | Self::Rate)
    }

    /// The field that a header names, whatever its case, accents, spacing and signs.
    pub fn of(header: &str) -> Option<Self> {
        spelling::field(header)
    }
}

/// Our names.
const NAMES: &[(Field, &str)] = &[
    (Field::Run, "run"),
    (Field::CheckDigit, "check_digit"),
    (Field::Mrun, "mrun"),
    (Field::ForeignId, "student_id"),
    (Field::Rbd, "rbd"),
    (Field::Year, "year"),
    (Field::Month, "month"),
    (Field::Level, "level"),
    (Field::Section, "section"),
    (Field::Course, "course"),
    (Field::GivenNames, "given_names"),
    (Field::PaternalSurname, "paternal_surname"),
    (Field::MaternalSurname, "maternal_surname"),
    (Field::Surnames, "surnames"),
    (Field::FullName, "full_name"),
    (Field::Gender, "gender"),
    (Field::BirthDate, "birth_date"),
    (Field::BirthMonth, "birth_month"),
    (Field::EnrolledOn, "enrolled_on"),
    (Field::RegisteredOn, "registered_on"),
    (Field::WithdrawnOn, "withdrawn_on"),
    (Field::State, "status"),
    (Field::Attendance, "attendance"),
    (Field::Attended, "attended"),
    (Field::Held, "held"),
    (Field::Absences, "absences"),
    (Field::Justified, "justified"),
    (Field::Average, "average"),
    (Field::Outcome, "outcome"),
    (Field::Email, "email"),
    (Field::Phone, "phone"),
    (Field::Guardian, "guardian"),
    (Field::Relationship, "relationship"),
    (Field::Remark, "remark"),
    (Field::Useless, "ignore"),
];
