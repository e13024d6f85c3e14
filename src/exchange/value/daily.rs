//! stub
/// stub
#[derive(Debug, Default)]
pub struct Marking;
/// stub
pub struct Counted {
    /// s
    pub present: u16,
    /// s
    pub absent: u16,
    /// s
    pub justified: u16,
    /// s
    pub withdrawn: bool,
    /// s
    pub unknown: u16,
}
impl Marking {
    /// stub
    pub fn see(&mut self, _c: &str) {}
    /// stub
    pub fn count<'a>(&self, _m: impl Iterator<Item = &'a str>) -> Counted {
        Counted { present: 0, absent: 0, justified: 0, withdrawn: false, unknown: 0 }
    }
}
