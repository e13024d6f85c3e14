//! The records of an old workbook: a kind, a length, bytes. Reads only what is there.

/// One record.
#[derive(Debug, Clone, Copy)]
pub struct Record<'s> {
    /// What it is about.
    pub kind: u16,
    /// What it says.
    pub data: &'s [u8],
}

pub const FORMULA: u16 = 0x0006;
pub const EOF: u16 = 0x000A;
pub const DATEMODE: u16 = 0x0022;
pub const FILEPASS: u16 = 0x002F;
pub const CONTINUE: u16 = 0x003C;
pub const CODEPAGE: u16 = 0x0042;
pub const BOUNDSHEET: u16 = 0x0085;
pub const MULRK: u16 = 0x00BD;
pub const RSTRING: u16 = 0x00D6;
pub const XF: u16 = 0x00E0;
pub const SST: u16 = 0x00FC;
pub const LABELSST: u16 = 0x00FD;
pub const NUMBER: u16 = 0x0203;
pub const LABEL: u16 = 0x0204;
pub const BOOLERR: u16 = 0x0205;
pub const STRING: u16 = 0x0207;
pub const RK: u16 = 0x027E;
pub const FORMAT: u16 = 0x041E;
pub const BOF: u16 = 0x0809;

/// The records from a place of the stream on, up to the first that is not whole.
pub fn records(stream: &[u8], at: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(at..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (head, tail) = rest.split_first_chunk::<4>()?;
        let [k0, k1, l0, l1] = *head;
        let (data, tail) = tail.split_at_checked(u16::from_le_bytes([l0, l1]).into())?;
        rest = tail;
        Some(Record { kind: u16::from_le_bytes([k0, k1]), data })
    })
}

impl Record<'_> {
    /// Two bytes as a number.
    pub fn u16(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(*self.data.get(at..)?.first_chunk()?))
    }

    /// Four bytes as a number.
    pub fn u32(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(*self.data.get(at..)?.first_chunk()?))
    }

    /// Row and column, which open every record of a cell.
    pub fn place(&self) -> Option<(u16, u16)> {
        Some((self.u16(0)?, self.u16(2)?))
    }
}
