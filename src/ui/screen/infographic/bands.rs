//! Bands of attendance by course as stacked bars; each band has a sign of its own, also without colour.

use crate::{
    insight::indicators::Indicators,
    rules::attendance::scale::{AnyBand, ScaleName},
    text::{counts, infographic as text},
    ui::{
        Canvas,
        field::text as columns,
        lines::{Line, Page},
    },
};

/// Columns of the course, and of the sums behind the bar.
const NAME: usize = 9;
const SUMS: usize = 26;

/// The whole school, the legend with its counts, and every course.
pub(super) fn write(page: &mut Page, canvas: &Canvas<'_>, figures: &Indicators, scale: ScaleName) {
    let (lang, theme) = (canvas.lang, canvas.theme);
    page.title(&counts::by_band(lang, scale), "");
    let bands = figures.bands(scale);
    let total = bands.iter().map(|(_, count)| count).sum();
    let legend: Vec<String> = bands.iter().map(|band| text::band(lang, *band, total)).collect();
    page.text(&legend.join("  "), theme.plain());
    page.line(bar(canvas, page.width(), text::SCHOOL.of(lang), bands));
    for course in figures.courses(scale) {
        page.line(bar(canvas, page.width(), &course.course.to_string(), &course.bands));
    }
}

fn bar(canvas: &Canvas<'_>, width: u16, name: &str, bands: &[(AnyBand, usize)]) -> Line {
    let total: usize = bands.iter().map(|(_, count)| count).sum();
    let without = bands.last().map_or(0, |(_, count)| *count);
    let room = usize::from(width).saturating_sub(NAME + SUMS).clamp(5, 60);
    let mut line = vec![(columns::pad_right(name, NAME), canvas.theme.plain())];
    for ((band, _), columns) in bands.iter().zip(shares(bands, total, room)) {
        line.push((text::fill(*band).to_string().repeat(columns), canvas.theme.any_band(*band)));
    }
    line.push((format!(" {}", text::sums(canvas.lang, total, without)), canvas.theme.plain()));
    line
}

/// Columns of each band: in proportion, and at least one where there is anybody.
fn shares(bands: &[(AnyBand, usize)], total: usize, room: usize) -> Vec<usize> {
    let mut shares: Vec<usize> =
        bands.iter().map(|(_, count)| (count * room / total.max(1)).max(usize::from(*count > 0))).collect();
    let used: usize = shares.iter().sum();
    // What rounding left, or took too much of, goes to the largest.
    if let Some(largest) = shares.iter_mut().max().filter(|_| total > 0) {
        *largest = (*largest + room).saturating_sub(used);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_student_of_hundreds_is_seen_and_every_bar_is_as_long() {
        for counts in [[300, 1, 0, 1, 2], [1, 0, 0, 0, 0], [7, 7, 7, 7, 7], [0, 0, 0, 0, 9]] {
            let bands: Vec<(AnyBand, usize)> = ScaleName::Ministry.bands().into_iter().zip(counts).collect();
            let shares = shares(&bands, counts.iter().sum(), 40);
            assert_eq!(shares.iter().sum::<usize>(), 40, "{counts:?}");
            assert!(shares.iter().zip(counts).all(|(columns, count)| (*columns > 0) == (count > 0)), "{shares:?}");
        }
        assert!(shares(&[], 0, 40).is_empty());
    }
}
