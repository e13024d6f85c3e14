//! Which part of a packed workbook is what: the workbook names its sheets, and another part says where they are.

use std::collections::HashMap;
use std::io::BufReader;

use quick_xml::events::Event;

use super::super::number::Epoch;
use super::super::pack::Pack;
use super::super::xml::{self, Xml};
use crate::exchange::codes::ReadError;

/// A sheet that holds cells.
#[derive(Debug)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Whether it is hidden, or very hidden.
    pub hidden: bool,
    /// Which part it is.
    pub part: usize,
}

/// The parts that are read.
#[derive(Debug)]
pub struct Parts {
    /// From which day dates count.
    pub epoch: Epoch,
    /// The sheets in their order.
    pub sheets: Vec<Listed>,
    /// The table of texts.
    pub strings: Option<usize>,
    /// The formats of cells.
    pub styles: Option<usize>,
}

/// Where a part is that another one uses, and of which kind it is.
struct Relation {
    kind: String,
    path: String,
}

impl Parts {
    /// Finds the parts.
    pub fn read(pack: &mut Pack<'_>) -> Result<Self, ReadError> {
        let by_name = names(pack);
        let relations = relations(pack, &by_name, "")?;
        let book = relations.values().find(|relation| relation.kind == "officeDocument");
        let book = book.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.path.clone());
        let relations = self::relations(pack, &by_name, &book)?;
        let of_kind = |kind: &str| {
            let relation = relations.values().find(|relation| relation.kind == kind)?;
            by_name.get(&relation.path).copied()
        };
        let (strings, styles) = (of_kind("sharedStrings"), of_kind("styles"));
        let mut parts = Self { epoch: Epoch::Of1900, sheets: Vec::new(), strings, styles };
        let at = by_name.get(&book).ok_or(xml::DAMAGED)?;
        let part = pack.by_index(*at).map_err(|_broken| xml::DAMAGED)?;
        let mut reader = Xml::new(BufReader::new(part));
        loop {
            match reader.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "workbookPr" => {
                        let old = xml::attribute(&start, "date1904").is_some_and(|yes| yes == "1" || yes == "true");
                        parts.epoch = if old { Epoch::Of1904 } else { parts.epoch };
                    }
                    "sheet" => {
                        let relation = xml::attribute(&start, "id").and_then(|id| relations.get(&id));
                        let relation = relation.ok_or(xml::DAMAGED)?;
                        // Charts and dialogs have no cells.
                        if relation.kind == "worksheet" {
                            let part = *by_name.get(&relation.path).ok_or(xml::DAMAGED)?;
                            let name = xml::attribute(&start, "name").unwrap_or_default();
                            let hidden = xml::attribute(&start, "state").is_some_and(|state| state != "visible");
                            parts.sheets.push(Listed { name, hidden, part });
                        }
                    }
                    _ => {}
                },
                Event::Eof => return Ok(parts),
                _ => {}
            }
        }
    }
}

/// The parts by their names, as one program writes them and another reads them: small letters, straight slashes.
fn names(pack: &Pack<'_>) -> HashMap<String, usize> {
    let name = |name: &[u8]| String::from_utf8_lossy(name).replace('\\', "/").to_lowercase();
    pack.file_names_raw().enumerate().map(|(at, raw)| (name(raw), at)).collect()
}

/// What a part uses; none if nothing is said about that. The package itself has the empty name.
fn relations(
    pack: &mut Pack<'_>,
    by_name: &HashMap<String, usize>,
    of: &str,
) -> Result<HashMap<String, Relation>, ReadError> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let path = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let mut relations = HashMap::new();
    let Some(at) = by_name.get(&path) else { return Ok(relations) };
    let part = pack.by_index(*at).map_err(|_broken| xml::DAMAGED)?;
    let mut reader = Xml::new(BufReader::new(part));
    loop {
        match reader.next()? {
            Event::Start(start) if start.local_name().as_ref() == "Relationship" => {
                let of = |name| xml::attribute(&start, name).unwrap_or_default();
                let kind = of("Type").rsplit('/').next().unwrap_or_default().to_owned();
                relations.insert(of("Id"), Relation { kind, path: resolve(folder, &of("Target")) });
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// The name of a part that is named from inside a folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/").to_lowercase();
    let start = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in start.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}
