//! The driver tree for others: as indented text, and as DOT for programs that draw graphs.

use std::fmt::Write;

use crate::notebook::cycle::Driver;

/// How a tree is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A line for each branch, two blanks for each level.
    Text,
    /// A graph of Graphviz.
    Dot,
}

/// Writes a tree; nothing of an empty one but, in DOT, an empty graph.
pub fn write(drivers: &[Driver], form: Form) -> String {
    match form {
        Form::Text => text(drivers),
        Form::Dot => dot(drivers),
    }
}

fn text(drivers: &[Driver]) -> String {
    let mut out = String::new();
    for driver in drivers {
        let blanks = 2 * usize::from(driver.level.saturating_sub(1));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{:blanks$}{}", "", driver.text.as_str());
    }
    out
}

/// Each branch points at the last line above it that is less deep.
fn dot(drivers: &[Driver]) -> String {
    let mut out = String::from("digraph drivers {\n  rankdir=LR;\n  node [shape=box];\n");
    for (at, driver) in drivers.iter().enumerate() {
        let text = driver.text.as_str().replace('\\', "\\\\").replace('"', "\\\"");
        let _ = writeln!(out, "  n{at} [label=\"{text}\"];");
        let above = drivers.iter().take(at).rposition(|other| other.level < driver.level);
        if let Some(above) = above {
            let _ = writeln!(out, "  n{above} -> n{at};");
        }
    }
    out.push_str("}\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebook::{extra::Extra, safe_text::SafeText};

    #[test]
    fn a_tree_leaves_the_notebook_with_its_levels_and_its_quotes() {
        let driver = |level, text| Driver { level, text: SafeText::line(text), extra: Extra::new() };
        let tree =
            [driver(1, "Nadie falta"), driver(2, "«Esperar» a \"cada\" uno"), driver(3, "Llamar"), driver(2, "Bus")];
        assert_eq!(write(&tree, Form::Text), "Nadie falta\n  «Esperar» a \"cada\" uno\n    Llamar\n  Bus\n");
        let dot = write(&tree, Form::Dot);
        assert!(dot.contains("n1 [label=\"«Esperar» a \\\"cada\\\" uno\"];"), "{dot}");
        for edge in ["n0 -> n1;", "n1 -> n2;", "n0 -> n3;"] {
            assert!(dot.contains(edge), "{edge}: {dot}");
        }
        assert_eq!(dot.matches("->").count(), 3);
    }
}
