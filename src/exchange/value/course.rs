//! stub
use crate::rules::course::Course;
/// stub
pub fn read(text: &str) -> Option<Course> {
    Course::parse(text).ok()
}
/// stub
pub fn inside(_text: &str) -> Option<Course> {
    None
}
