//! Attendance of one student by month, as days attended and days held.

use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
};

use crate::rules::{attendance::Days, calendar::Month};

/// Days by month, sorted. A month without an entry is unknown, never zero.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Months(Vec<(Month, Days)>);

impl Months {
    /// The days of a month, where known.
    pub fn get(&self, month: Month) -> Option<Days> {
        self.0.iter().find(|(m, _)| *m == month).map(|(_, days)| *days)
    }

    /// Records a month; says what was recorded before.
    pub fn set(&mut self, month: Month, days: Days) -> Option<Days> {
        match self.0.binary_search_by_key(&month, |(m, _)| *m) {
            Ok(at) => self.0.get_mut(at).map(|entry| std::mem::replace(&mut entry.1, days)),
            Err(at) => {
                self.0.insert(at, (month, days));
                None
            }
        }
    }

    /// All months, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Month, Days)> + Clone + '_ {
        self.0.iter().copied()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(Month, Days)> for Months {
    fn from_iter<I: IntoIterator<Item = (Month, Days)>>(entries: I) -> Self {
        let mut months = Self::default();
        for (month, days) in entries {
            months.set(month, days);
        }
        months
    }
}

impl Serialize for Months {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Months {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ByMonth)
    }
}

struct ByMonth;

impl<'de> Visitor<'de> for ByMonth {
    type Value = Months;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("months such as \"2020-03\" with [days attended, days held]")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Months, A::Error> {
        let mut months = Months::default();
        while let Some((month, days)) = map.next_entry::<Month, Days>()? {
            // Files that this program wrote have them in order.
            if months.0.last().is_none_or(|(last, _)| *last < month) {
                months.0.push((month, days));
            } else if months.set(month, days).is_some() {
                return Err(serde::de::Error::custom(format!("the month {month} stands twice")));
            }
        }
        Ok(months)
    }
}

impl JsonSchema for Months {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Months".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let days = generator.subschema_for::<Days>();
        schemars::json_schema!({
            "type": "object",
            "propertyNames": { "pattern": "^[0-9]{4}-[0-9]{2}$" },
            "additionalProperties": days
        })
    }
}
