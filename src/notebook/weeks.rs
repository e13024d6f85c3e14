//! Attendance of one student by week, as a daily register gives it, kept month by month.
//!
//! A month is cut at its Mondays, so that importing a month again replaces exactly that month; a week that lies in two
//! months is the sum of its two parts. The days of the month stay the source of every other figure: weeks only say how
//! they lie in it, and belong to it only while they sum to it. Never a figure of its own.

use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
};

use crate::rules::{
    attendance::Days,
    calendar::Month,
    week::{MOST_PARTS, Week, weeks_of},
};

/// The days of one month by the weeks that it has a part of, the first from the 1st to the first Sunday. Saved as
/// `[[4,5],null,[5,5]]`; nothing where no day was held, or none is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts([Option<Days>; MOST_PARTS]);

impl Parts {
    /// Parts in the order of their weeks; none where there are more than the month has weeks.
    pub fn new(month: Month, parts: &[Option<Days>]) -> Option<Self> {
        let mut all = Self::default();
        for (at, days) in parts.iter().enumerate() {
            *all.0.get_mut(at)? = *days;
        }
        let is_beyond = all.0.iter().skip(weeks_of(month).count()).any(Option::is_some);
        (!is_beyond).then_some(all)
    }

    /// The days held and attended, each a set with the bit of its number in the month; none where the month has no such
    /// day, or more were attended than held.
    pub fn of_days(month: Month, held: u32, attended: u32) -> Option<Self> {
        let bits = |first: u32, last: u32| (first..=last).fold(0_u32, |bits, day| bits | 1 << day);
        let number = |day: chrono::NaiveDate| chrono::Datelike::day(&day);
        let (first, last) = (month.first_day(), month.last_day());
        if (held | attended) & !bits(1, number(last)) != 0 || attended & !held != 0 {
            return None;
        }
        let mut all = Self::default();
        for (part, week) in all.0.iter_mut().zip(weeks_of(month)) {
            let bits = bits(number(week.first_day().max(first)), number(week.last_day().min(last)));
            let count = |set: u32| u16::try_from((set & bits).count_ones()).unwrap_or(0);
            *part = Days::new(count(attended), count(held)).ok().filter(|days| days.held() > 0);
        }
        Some(all)
    }

    /// All days of the month that are known by week.
    pub fn total(self) -> Days {
        self.0.into_iter().flatten().sum()
    }

    /// Whether nothing is known.
    pub fn is_empty(self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// The weeks of which something is known, oldest first.
    pub fn by_week(self, month: Month) -> impl Iterator<Item = (Week, Days)> {
        weeks_of(month).zip(self.0).filter_map(|(week, days)| Some((week, days?)))
    }
}

impl Serialize for Parts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let known = self.0.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        serializer.collect_seq(self.0.iter().take(known))
    }
}

/// Days by week, month by month, sorted. A month without an entry is unknown by week.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weeks(Vec<(Month, Parts)>);

impl Weeks {
    /// The weeks of a month, where known.
    pub fn get(&self, month: Month) -> Option<Parts> {
        self.0.iter().find(|(m, _)| *m == month).map(|(_, parts)| *parts)
    }

    /// Records the weeks of a month in place of what was recorded; nothing known leaves nothing.
    pub(super) fn set(&mut self, month: Month, parts: Parts) {
        let place = self.0.partition_point(|(m, _)| *m < month);
        self.remove(month);
        if !parts.is_empty() {
            self.0.insert(place, (month, parts));
        }
    }

    /// Forgets the weeks of a month.
    pub(super) fn remove(&mut self, month: Month) {
        self.0.retain(|(m, _)| *m != month);
    }

    /// All months, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Month, Parts)> + Clone + '_ {
        self.0.iter().copied()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Weeks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Weeks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ByMonth)
    }
}

struct ByMonth;

impl<'de> Visitor<'de> for ByMonth {
    type Value = Weeks;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("months such as \"2026-03\" with [days attended, days held] for each of their weeks")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Weeks, A::Error> {
        let mut weeks = Weeks::default();
        while let Some((month, parts)) = map.next_entry::<Month, Vec<Option<Days>>>()? {
            if weeks.get(month).is_some() {
                return Err(serde::de::Error::custom(format!("the month {month} stands twice")));
            }
            let parts = Parts::new(month, &parts)
                .ok_or_else(|| serde::de::Error::custom(format!("{month} has not so many weeks")))?;
            weeks.set(month, parts);
        }
        Ok(weeks)
    }
}

impl JsonSchema for Weeks {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Weeks".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let days = generator.subschema_for::<Option<Days>>();
        schemars::json_schema!({
            "type": "object",
            "propertyNames": { "pattern": "^[0-9]{4}-[0-9]{2}$" },
            "additionalProperties": { "type": "array", "items": days, "maxItems": MOST_PARTS }
        })
    }
}

#[cfg(test)]
mod tests;
