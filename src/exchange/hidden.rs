//! What a workbook holds that its reader doesn't show: hidden rows and columns of a worksheet. They are read like the others,
//! so the user is warned of them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::ops::RangeInclusive;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use zip::ZipArchive;

/// The hidden rows and columns of a worksheet, counted from 1.
#[derive(Default)]
pub(super) struct Hidden {
    rows: BTreeSet<u64>,
    columns: Vec<RangeInclusive<u64>>,
}

impl Hidden {
    /// Of the sheet called `name`. A workbook in which the sheet isn't found where every spreadsheet puts it shows all that it
    /// has, as far as is known.
    pub(super) fn of_sheet(bytes: &[u8], name: &str) -> Hidden {
        let mut hidden = Hidden::default();
        let Some(part) = part_of_sheet(bytes, name) else {
            return hidden;
        };
        let mut row = 0;
        each_element(&part, |element, attributes| {
            let number = |name: &str| attributes.get(name).and_then(|text| text.parse::<u64>().ok());
            let is_hidden = |height: &str| {
                let flag = attributes
                    .get("hidden")
                    .is_some_and(|flag| flag == "1" || flag == "true");
                let size = attributes.get(height).and_then(|size| size.parse::<f64>().ok());
                flag || size.is_some_and(|size| size <= 0.0)
            };
            match element {
                "row" => {
                    // A row without a number is the next one.
                    row = number("r").unwrap_or(row + 1);
                    if is_hidden("ht") {
                        hidden.rows.insert(row);
                    }
                }
                "col" if is_hidden("width") => {
                    if let (Some(first), Some(last)) = (number("min"), number("max")) {
                        hidden.columns.push(first..=last);
                    }
                }
                _ => {}
            }
        });
        hidden
    }

    /// Whether a row is hidden; the first is 1.
    pub(super) fn has_row(&self, row: u64) -> bool {
        self.rows.contains(&row)
    }

    /// Whether the column after `place` others is hidden.
    pub(super) fn has_column(&self, place: usize) -> bool {
        let number = u64::try_from(place).unwrap_or(u64::MAX).saturating_add(1);
        self.columns.iter().any(|range| range.contains(&number))
    }
}

/// The part of the archive that holds a sheet: the table of contents says by which relation, and the relations say where.
fn part_of_sheet(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    const CONTENTS: &str = "workbook.xml";
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let parts: Vec<String> = (0..archive.len())
        .filter_map(|at| Some(archive.by_index(at).ok()?.name().ok()?.to_string()))
        .collect();
    let contents = parts.iter().find(|part| part.ends_with(CONTENTS))?;
    let folder = contents.strip_suffix(CONTENTS)?;
    let mut relation = None;
    each_element(&read(&mut archive, contents)?, |element, attributes| {
        if element == "sheet" && attributes.get("name").is_some_and(|found| found == name) {
            relation = attributes.get("id").cloned();
        }
    });
    let mut target = None;
    let relations = read(&mut archive, &format!("{folder}_rels/{CONTENTS}.rels"))?;
    each_element(&relations, |element, attributes| {
        if element == "Relationship" && attributes.get("Id") == relation.as_ref() {
            target = attributes.get("Target").cloned();
        }
    });
    let target = target?;
    let part = target
        .strip_prefix('/')
        .map_or_else(|| format!("{folder}{target}"), str::to_owned);
    read(&mut archive, &part)
}

fn read(archive: &mut ZipArchive<Cursor<&[u8]>>, part: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    // How much a workbook may be unpacked to has been looked at before.
    archive.by_name(part).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Every element of a part by its own name, with its attributes by theirs.
fn each_element(part: &[u8], mut see: impl FnMut(&str, &BTreeMap<String, String>)) {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let attributes = element.attributes().flatten().filter_map(|attribute| {
                    let value = unescape(&attribute.value).ok()?.into_owned();
                    Some((attribute.key.local_name().as_ref().to_owned(), value))
                });
                see(element.local_name().as_ref(), &attributes.collect());
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}
