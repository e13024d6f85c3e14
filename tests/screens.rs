//! Every screen as a person sees it, in both languages: text, styles and cursor as reviewable files.

mod support;

use support::{Person, mishaps::MISHAPS, weekly_school};
use tep_notebook::{app::lang::Lang, ui::theme::Theme};

/// The screens: a name and the keys that lead there from a small practice school.
const SCREENS: &[(&str, &str)] = &[
    ("step_1", "1"),
    ("step_2", "2"),
    ("step_3", "3"),
    ("step_4", "4"),
    ("step_5", "5lAlgo que sirve<Tab>«Dicho»<F2>"),
    ("zoom", "3z"),
    ("names", "3v"),
    ("filter", "3/6b"),
    ("card", "3<Enter>"),
    ("reason", "3<Enter><Enter>"),
    ("card_attendance", "3<Enter>g<Enter>"),
    ("card_grades", "3<Enter>gj<Enter>"),
    ("card_path", "3<Enter>gjj<Enter>"),
    ("help", "3?"),
    ("palette", "3:"),
    ("contact_form", "3c"),
    ("action_form", "4a"),
    ("action_edit", "4<Enter>"),
    ("learning_form", "5l"),
    ("observation_form", "1I"),
    ("challenge_form", "2d"),
    ("theory_form", "2t"),
    ("review_form", "3r"),
    ("name_form", "n"),
    ("closing_form", "C"),
    ("closing_problem", "C<F2>"),
    ("discard", "aX<Esc>"),
    ("remove", "4x"),
    ("notice", "3f"),
    ("predict_form", "2>"),
    ("drivers_form", "2M"),
    ("decide_form", "4D"),
    ("details_form", "4m"),
    ("compared", "5="),
    ("step_1_bands", "1<PgDn><PgDn>"),
    ("step_1_end", "1<End>"),
    ("baseline_form", "1B"),
];

fn each(lang: Lang, suffix: &str, size: (u16, u16), theme: Theme) {
    for (name, keys) in SCREENS {
        let mut person = Person::at_school_in(lang, size, theme);
        person.keys(keys);
        insta::assert_snapshot!(format!("{name}_{suffix}"), person.picture());
    }
}

#[test]
fn every_screen_in_spanish() {
    each(Lang::Es, "es", (80, 24), Theme::Colour);
}

#[test]
fn every_screen_in_english() {
    each(Lang::En, "en", (80, 24), Theme::Colour);
}

#[test]
fn the_steps_on_a_wide_a_narrow_and_a_plain_screen() {
    for (suffix, size, theme) in
        [("wide", (120, 40), Theme::Colour), ("narrow", (60, 16), Theme::Colour), ("plain", (80, 24), Theme::Plain)]
    {
        for (name, keys) in SCREENS.iter().take(5) {
            let mut person = Person::at_school_in(Lang::Es, size, theme);
            person.keys(keys);
            insta::assert_snapshot!(format!("{name}_{suffix}"), person.picture());
        }
    }
}

#[test]
fn the_infographic_with_room_in_both_languages_and_without_colour() {
    for (lang, suffix, theme) in
        [(Lang::Es, "es", Theme::Colour), (Lang::En, "en", Theme::Colour), (Lang::Es, "plain", Theme::Plain)]
    {
        let mut person = Person::at_school_in(lang, (120, 40), theme);
        insta::assert_snapshot!(format!("infographic_wide_{suffix}"), person.keys("1").picture());
        insta::assert_snapshot!(format!("infographic_wide_end_{suffix}"), person.keys("<End>").picture());
        let mut person = Person::at_school_in(lang, (80, 24), theme);
        insta::assert_snapshot!(format!("infographic_zoomed_{suffix}"), person.keys("1z").picture());
    }
}

#[test]
fn the_infographic_before_the_team_has_looked() {
    for (suffix, lang, size, theme) in [
        ("es", Lang::Es, (80, 24), Theme::Colour),
        ("en", Lang::En, (80, 24), Theme::Colour),
        ("narrow_plain", Lang::Es, (60, 16), Theme::Plain),
        ("wide", Lang::Es, (120, 40), Theme::Colour),
    ] {
        let mut person = Person::at_school_in(lang, size, theme);
        person.keys("C<Right><Tab>Sirvió<F2><Esc>");
        insta::assert_snapshot!(format!("unseen_{suffix}"), person.picture());
        person.keys("2>20<Enter>j");
        insta::assert_snapshot!(format!("predicted_{suffix}"), person.picture());
    }
}

#[test]
fn the_chart_by_week_at_both_sizes_in_both_languages_and_without_colour() {
    for (lang, suffix, theme) in
        [(Lang::Es, "es", Theme::Colour), (Lang::En, "en", Theme::Colour), (Lang::Es, "plain", Theme::Plain)]
    {
        for (size, name) in [((80, 24), "weeks"), ((120, 40), "weeks_wide")] {
            let mut person = Person::with(lang, size, theme, &[weekly_school()]);
            insta::assert_snapshot!(format!("{name}_{suffix}"), person.keys("<Enter>1W").picture());
        }
    }
    let mut person = Person::with(Lang::Es, (80, 24), Theme::Colour, &[weekly_school()]);
    insta::assert_snapshot!("weeks_zoomed_es", person.keys("<Enter>1Wz").picture());
}

#[test]
fn the_steps_in_english_and_without_colour_at_both_sizes() {
    for (suffix, lang, size, theme) in [
        ("en_wide", Lang::En, (120, 40), Theme::Colour),
        ("en_plain", Lang::En, (80, 24), Theme::Plain),
        ("es_wide_plain", Lang::Es, (120, 40), Theme::Plain),
        ("en_wide_plain", Lang::En, (120, 40), Theme::Plain),
    ] {
        for (name, keys) in SCREENS.iter().take(5) {
            let mut person = Person::at_school_in(lang, size, theme);
            person.keys(keys);
            insta::assert_snapshot!(format!("{name}_{suffix}"), person.picture());
        }
    }
}

#[test]
fn everything_that_can_happen_to_a_notebook_in_both_languages() {
    for (name, happens) in MISHAPS {
        for lang in Lang::ALL {
            let picture = happens((lang, (80, 24), Theme::Colour)).picture();
            insta::assert_snapshot!(format!("mishap_{name}_{}", lang.code()), picture);
        }
        let picture = happens((Lang::Es, (60, 16), Theme::Plain)).picture();
        insta::assert_snapshot!(format!("mishap_{name}_narrow_plain"), picture);
    }
}

#[test]
fn the_shelf_empty_and_full_in_both_languages() {
    for lang in Lang::ALL {
        let code = lang.code();
        insta::assert_snapshot!(format!("shelf_empty_{code}"), Person::new(lang).picture());
        insta::assert_snapshot!(format!("shelf_new_{code}"), Person::new(lang).keys("n").picture());
        let mut person = Person::in_practice(lang);
        insta::assert_snapshot!(format!("shelf_{code}"), person.picture());
        insta::assert_snapshot!(format!("shelf_filter_{code}"), person.keys("/boldo").picture());
    }
}

#[test]
fn the_plain_theme_never_sets_a_colour() {
    for (name, keys) in SCREENS {
        let mut person = Person::at_school_in(Lang::Es, (80, 24), Theme::Plain);
        person.keys(keys);
        sets_no_colour(name, &person);
    }
    for (name, happens) in MISHAPS {
        sets_no_colour(name, &happens((Lang::Es, (80, 24), Theme::Plain)));
    }
}

fn sets_no_colour(name: &str, person: &Person) {
    for cell in &person.screen.buffer().content {
        let plain = ratatui::style::Color::Reset;
        assert!(cell.fg == plain && cell.bg == plain, "{name} sets a colour without being allowed to");
    }
}

#[test]
fn a_terminal_that_knows_only_ascii_gets_nothing_else() {
    for (name, happens) in MISHAPS {
        let mut person = happens((Lang::Es, (80, 24), Theme::Plain));
        let output = person.in_ascii().screen.output_mut().clone();
        assert!(output.is_ascii() && output.len() > 500, "{name}: {} bytes", output.len());
    }
}

#[test]
fn the_cursor_stands_where_a_screen_reader_looks() {
    for (name, keys) in SCREENS {
        let mut person = Person::at_school(Lang::Es);
        person.keys(keys);
        assert!(person.screen.cursor().is_some(), "{name} has no cursor");
    }
    for (name, happens) in MISHAPS {
        let person = happens((Lang::Es, (80, 24), Theme::Colour));
        assert!(person.screen.cursor().is_some(), "{name} has no cursor");
    }
}
