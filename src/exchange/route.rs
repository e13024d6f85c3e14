//! Which rows of which files belong to which school.
//! Never adds rows of two schools together: a student with rows in two schools is in both.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::monthly::MonthlyRow;
use super::parsed::{Content, Parsed};
use super::roster::RosterRow;
use crate::notebook::safe_text::SafeText;
use crate::rules::identity::Rbd;

/// What some files say about one school.
#[derive(Debug, Default)]
pub struct SchoolRows<'p> {
    /// The school's name in its newest month; rosters do not write it.
    pub name: Option<SafeText>,
    /// The commune in that month.
    pub commune: Option<SafeText>,
    /// Attendance, newest month first; rows of one month in the order of the files.
    pub months: Vec<&'p MonthlyRow>,
    /// Lists of students, in the order of the files.
    pub roster: Vec<&'p RosterRow>,
}

/// The rows of all files by school.
pub fn route<'p>(files: impl IntoIterator<Item = &'p Parsed>) -> BTreeMap<Rbd, SchoolRows<'p>> {
    let mut schools: BTreeMap<Rbd, SchoolRows<'p>> = BTreeMap::new();
    for file in files {
        match &file.content {
            Content::Monthly(rows) => {
                for row in rows {
                    schools.entry(row.rbd).or_default().months.push(row);
                }
            }
            Content::Roster(rows) => {
                for row in rows {
                    schools.entry(row.rbd).or_default().roster.push(row);
                }
            }
        }
    }
    for school in schools.values_mut() {
        school.months.sort_by_key(|row| std::cmp::Reverse(row.month));
        school.name = first(&school.months, |row| row.school_name.as_ref());
        school.commune = first(&school.months, |row| row.commune.as_ref());
    }
    schools
}

/// The first name that says something.
fn first(rows: &[&MonthlyRow], name: fn(&MonthlyRow) -> Option<&Arc<str>>) -> Option<SafeText> {
    let mut written = rows.iter().filter_map(|row| name(row)).map(|name| SafeText::line(name));
    written.find(|name| !name.is_empty())
}
