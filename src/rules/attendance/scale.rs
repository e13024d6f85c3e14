//! The two official scales of attendance, as values with their source.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Days, Share};
use crate::rules::rule::Rule;

/// Where the Ministry's bands are set.
pub const MINISTRY_SOURCE: &str = "Mineduc, reportes de asistencia desde 2023";
/// Where the Agency's bands are set.
pub const AGENCY_SOURCE: &str = "Agencia de Calidad de la Educación, IDPS";

/// A band of the Ministry's scale, best first; the names in data are the Ministry's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Band {
    /// 90 % or more.
    #[serde(rename = "esperada")]
    Expected,
    /// From 85 % to below 90 %.
    #[serde(rename = "reiterada")]
    Repeated,
    /// From 50 % to below 85 %.
    #[serde(rename = "grave")]
    Grave,
    /// Below 50 %.
    #[serde(rename = "critica")]
    Critical,
    /// No day held, or nothing known.
    #[serde(rename = "sin_informacion")]
    NoData,
}

/// A band of the Agency's scale, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum AgencyBand {
    /// 97 % or more.
    #[serde(rename = "destacada")]
    Outstanding,
    /// From 90 % to below 97 %.
    #[serde(rename = "normal")]
    Normal,
    /// From 85 % to below 90 %.
    #[serde(rename = "reiterada")]
    Repeated,
    /// Below 85 %.
    #[serde(rename = "grave")]
    Grave,
    /// No day held, or nothing known.
    #[serde(rename = "sin_informacion")]
    NoData,
}

impl Band {
    /// Every band, best first, no data last.
    pub const ALL: [Self; 5] = [Self::Expected, Self::Repeated, Self::Grave, Self::Critical, Self::NoData];

    /// The stable name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Expected => "esperada",
            Self::Repeated => "reiterada",
            Self::Grave => "grave",
            Self::Critical => "critica",
            Self::NoData => "sin_informacion",
        }
    }
}

impl AgencyBand {
    /// Every band, best first, no data last.
    pub const ALL: [Self; 5] = [Self::Outstanding, Self::Normal, Self::Repeated, Self::Grave, Self::NoData];

    /// The stable name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outstanding => "destacada",
            Self::Normal => "normal",
            Self::Repeated => "reiterada",
            Self::Grave => "grave",
            Self::NoData => "sin_informacion",
        }
    }
}

/// A band and the whole percent from which it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cut<B> {
    /// The band from this percent upwards, below the cut before.
    pub band: B,
    /// The percent, as a rule with its source.
    pub from: Rule,
}

/// A scale of attendance: three cuts from the highest down, the band below them all, and the one without data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scale<B> {
    /// Stable name in data: `mineduc` or `agencia`.
    pub id: &'static str,
    /// The cuts, highest first.
    pub cuts: [Cut<B>; 3],
    /// The band below the lowest cut.
    pub below: B,
    /// The band where nothing is known.
    pub no_data: B,
    /// The document that sets the scale, by its name.
    pub source: &'static str,
}

impl Scale<Band> {
    /// The Ministry's scale: *esperada* from 90, *reiterada* from 85, *grave* from 50, *crítica* below.
    pub const MINISTRY: Self = Self {
        id: "mineduc",
        cuts: [
            Cut { band: Band::Expected, from: Rule::percent("attendance_esperada", 90, MINISTRY_SOURCE) },
            Cut { band: Band::Repeated, from: Rule::percent("attendance_reiterada", 85, MINISTRY_SOURCE) },
            Cut { band: Band::Grave, from: Rule::percent("attendance_grave", 50, MINISTRY_SOURCE) },
        ],
        below: Band::Critical,
        no_data: Band::NoData,
        source: MINISTRY_SOURCE,
    };
}

impl Scale<AgencyBand> {
    /// The Agency's scale: *destacada* from 97, *normal* from 90, *reiterada* from 85, *grave* below.
    pub const AGENCY: Self = Self {
        id: "agencia",
        cuts: [
            Cut { band: AgencyBand::Outstanding, from: Rule::percent("attendance_destacada", 97, AGENCY_SOURCE) },
            Cut { band: AgencyBand::Normal, from: Rule::percent("attendance_normal", 90, AGENCY_SOURCE) },
            Cut { band: AgencyBand::Repeated, from: Rule::percent("attendance_reiterada", 85, AGENCY_SOURCE) },
        ],
        below: AgencyBand::Grave,
        no_data: AgencyBand::NoData,
        source: AGENCY_SOURCE,
    };
}

impl<B: Copy> Scale<B> {
    /// The band of some days, by integer comparison; the band without data where no day was held or nothing is known.
    pub fn band(&self, days: impl Into<Option<Days>>) -> B {
        self.band_of(days.into().map(Share::Days))
    }

    /// The band of attendance as it is known; the band without data where nothing is.
    pub fn band_of(&self, share: Option<Share>) -> B {
        let Some(share) = share.filter(|share| share.is_known()) else { return self.no_data };
        self.cuts.iter().find(|cut| !share.is_below(cut.from.threshold)).map_or(self.below, |cut| cut.band)
    }
}

impl<B: Copy + PartialEq> Scale<B> {
    /// The rule that keeps days out of the next better band: the cut that a band stays below. None for the best band
    /// and for the one without data.
    pub fn stays_below(&self, band: B) -> Option<Rule> {
        if band == self.below {
            return self.cuts.last().map(|cut| cut.from);
        }
        let at = self.cuts.iter().position(|cut| cut.band == band)?;
        at.checked_sub(1).and_then(|better| self.cuts.get(better)).map(|cut| cut.from)
    }
}

/// The scale that a list or a chart stands on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum ScaleName {
    /// The Ministry's.
    #[default]
    Ministry,
    /// The Agency's.
    Agency,
}

/// A band of either scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnyBand {
    /// Of the Ministry's.
    Ministry(Band),
    /// Of the Agency's.
    Agency(AgencyBand),
}

impl ScaleName {
    /// Both, the Ministry's first.
    pub const ALL: [Self; 2] = [Self::Ministry, Self::Agency];

    /// The stable name in data: `mineduc` or `agencia`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ministry => Scale::MINISTRY.id,
            Self::Agency => Scale::AGENCY.id,
        }
    }

    /// Whose scale it is, by the name that people call it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Ministry => "Mineduc",
            Self::Agency => "Agencia",
        }
    }

    /// The other scale.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Ministry => Self::Agency,
            Self::Agency => Self::Ministry,
        }
    }

    /// Its bands, best first, no data last.
    pub fn bands(self) -> [AnyBand; 5] {
        match self {
            Self::Ministry => Band::ALL.map(AnyBand::Ministry),
            Self::Agency => AgencyBand::ALL.map(AnyBand::Agency),
        }
    }

    /// The band of attendance as it is known.
    pub fn band_of(self, share: Option<Share>) -> AnyBand {
        match self {
            Self::Ministry => AnyBand::Ministry(Scale::MINISTRY.band_of(share)),
            Self::Agency => AnyBand::Agency(Scale::AGENCY.band_of(share)),
        }
    }
}

impl AnyBand {
    /// The stable name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ministry(band) => band.name(),
            Self::Agency(band) => band.name(),
        }
    }
}
