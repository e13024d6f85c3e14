//! stub
/// stub
pub fn read(_text: &str) -> Option<(u8, Option<u16>)> {
    None
}
/// stub
pub fn inside(_text: &str) -> Option<(u8, Option<u16>)> {
    None
}
