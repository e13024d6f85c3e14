//! Days as a percent, and whether a rate agrees with them.

use crate::exchange::record::Hundredths;
use crate::exchange::value::number::Decimal;
use crate::rules::attendance::Days;

/// Ten-thousandths by which a rate may differ from its days: half a percent.
const TOLERANCE: i64 = 50;

/// Attendance in hundredths of a percent; none where no day was held.
pub(super) fn percent(days: Days) -> Option<Hundredths> {
    days.percent_hundredths().and_then(|hundredths| Hundredths::try_from(hundredths).ok())
}

/// Whether a rate from 0 to 1 is the one that days give, to half a percent.
pub(super) fn agree(rate: Decimal, days: Days) -> bool {
    days.percent_hundredths().is_none_or(|given| (rate.tenthousandths - i64::from(given)).abs() <= TOLERANCE)
}
