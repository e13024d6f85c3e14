//! One walk over a whole file that builds nothing: keys that stand twice, and texts that the filter will show otherwise.
//!
//! Owns what the types cannot see. The parser keeps the last of two equal unknown keys without a word; this finds them.

use std::{borrow::Cow, collections::BTreeSet, fmt};

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::damage::KEY_TWICE;
use crate::notebook::safe_text::SafeText;

/// Counts the texts that are shown otherwise than they stand in the file; fails on a key that stands twice.
pub(super) fn survey(text: &str) -> Result<usize, serde_json::Error> {
    let mut repaired = 0;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Walk(&mut repaired).deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(repaired)
}

struct Walk<'a>(&'a mut usize);

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        // Plain letters are nearly all texts, and need no copy to be judged.
        let plain = text.bytes().all(|byte| (b' '..0x7F).contains(&byte));
        if !plain && SafeText::stored(text.to_owned()).was_repaired() {
            *self.0 += 1;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(Walk(self.0))?.is_some() {}
        Ok(())
    }

    // Numbers may come as a map of one key too (`arbitrary_precision`).
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut keys = BTreeSet::new();
        while let Some(Key(key)) = map.next_key()? {
            map.next_value_seed(Walk(self.0))?;
            if !keys.insert(key) {
                return Err(A::Error::custom(KEY_TWICE));
            }
        }
        Ok(())
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Key<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }
            fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(key)))
            }
            fn visit_str<E>(self, key: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(key.to_owned())))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
