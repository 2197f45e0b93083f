//! Inside a room, what a file names must not lead back to it. The ties between files are read from the sources: `use`
//! lines with their groups, and paths in the code, each followed through what a module passes on (`pub use`) to the file
//! that has it. The check is tried on made-up sources first.

use std::collections::{BTreeMap, BTreeSet};

use super::architecture::{Source, is_word, sources, words};

/// Circles that stand: their files, and why.
const ALLOWED: [(&[&str], &str); 0] = [];

/// The files of `usecases` that both the use cases and the views build on, apart from `usecases/queries`.
const FOUNDATION: [&str; 5] = [
    "usecases/change.rs",
    "usecases/context.rs",
    "usecases/error.rs",
    "usecases/mod.rs",
    "usecases/view.rs",
];

type Path = Vec<String>;

/// A name that a `use` line brings into a module.
struct Import {
    name: String,
    path: Path,
    passed_on: bool,
}

/// A file with its imports, and its code without them and without its tests.
struct File<'s> {
    source: &'s Source,
    imports: Vec<Import>,
    code: String,
}

impl File<'_> {
    fn new(source: &Source) -> File<'_> {
        let end = source.code.find("#[cfg(test)]\nmod tests {");
        let (mut imports, mut code) = (Vec::new(), String::new());
        for statement in source.code[..end.unwrap_or(source.code.len())].split(';') {
            let Some((before, visibility, tree)) = declaration(statement) else {
                code.push_str(statement);
                code.push(';');
                continue;
            };
            code.push_str(before);
            let passed_on = !visibility.is_empty();
            expand(tree, &[], &mut |path, name| {
                imports.push(Import {
                    name,
                    path,
                    passed_on,
                });
            });
        }
        File {
            source,
            imports,
            code,
        }
    }
}

/// A statement that ends in a `use` declaration: what stands before it, its visibility, and what it names.
fn declaration(statement: &str) -> Option<(&str, &str, &str)> {
    let starts = std::iter::once(0).chain(statement.match_indices('\n').map(|(at, _)| at + 1));
    starts.into_iter().find_map(|at| {
        let (visibility, tree) = statement[at..].split_once("use ")?;
        let visibility = visibility.trim();
        let declares = visibility.is_empty()
            || visibility == "pub"
            || (visibility.starts_with("pub(") && visibility.ends_with(')'));
        declares.then_some((&statement[..at], visibility, tree))
    })
}

/// Every path of a `use` line, with the name that it has in the module.
fn expand(tree: &str, before: &[String], found: &mut impl FnMut(Path, String)) {
    let (mut depth, mut start) = (0, 0);
    let mut parts = Vec::new();
    for (at, c) in tree.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&tree[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&tree[start..]);
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        let (path, group) = match part.split_once('{') {
            Some((path, group)) => (path, group.strip_suffix('}')),
            None => (part, None),
        };
        let (path, alias) = path.split_once(" as ").unwrap_or((path, ""));
        let mut whole = before.to_vec();
        let names = path.split("::").map(str::trim);
        whole.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
        if let Some(group) = group {
            expand(group, &whole, found);
            continue;
        }
        if whole.len() > 1 && whole.last().is_some_and(|name| name == "self") {
            whole.pop();
        }
        let name = if alias.is_empty() {
            whole.last().cloned().unwrap_or_default()
        } else {
            alias.trim().to_owned()
        };
        found(whole, name);
    }
}

/// All files by the path of their module.
struct Modules<'s>(BTreeMap<Path, File<'s>>);

impl<'s> Modules<'s> {
    fn new(sources: &'s [Source]) -> Modules<'s> {
        let inside = sources.iter().filter(|source| !source.module.is_empty());
        Modules(
            inside
                .map(|source| (source.module.clone(), File::new(source)))
                .collect(),
        )
    }

    /// A path from the root of the crate, or nothing where it leads out of it.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Path> {
        let (first, rest) = path.split_first()?;
        let child = || {
            let child = [module, &path[..1]].concat();
            self.0.contains_key(&child).then_some(child)
        };
        let mut base = match first.as_str() {
            "crate" | "kommit" => Vec::new(),
            "self" => module.to_vec(),
            "super" => module.split_last()?.1.to_vec(),
            _ => child()?,
        };
        for name in rest {
            if name == "super" {
                base.pop();
            } else {
                base.push(name.clone());
            }
        }
        Some(base)
    }

    /// The file that has what a path from the root names.
    fn home(&self, path: &[String], steps: usize) -> Option<&File<'s>> {
        let length = (1..=path.len())
            .rev()
            .find(|length| self.0.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let file = &self.0[module];
        let import = rest
            .first()
            .and_then(|name| file.imports.iter().find(|import| import.name == *name));
        match import.and_then(|import| self.absolute(module, &import.path)) {
            Some(further) if steps > 0 => self.home(&[&further, &rest[1..]].concat(), steps - 1),
            _ => Some(file),
        }
    }

    /// The files that each file takes names from. A part takes names from the module that it is a part of, and a module
    /// passes on the names of its parts: neither counts.
    fn ties(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut ties: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (module, file) in &self.0 {
            let mut named: Vec<Path> = Vec::new();
            for import in &file.imports {
                let path = self.absolute(module, &import.path);
                named.extend(path.filter(|path| !(import.passed_on && path.starts_with(module))));
            }
            named.extend(chains(&file.code).filter_map(|chain| self.called(module, file, &chain)));
            let own = ties.entry(&file.source.file).or_default();
            for home in named.iter().filter_map(|path| self.home(path, 8)) {
                if !module.starts_with(&home.source.module) {
                    own.insert(&home.source.file);
                }
            }
        }
        ties
    }

    /// A path in the code, from the root: by what is imported, else as it stands.
    fn called(&self, module: &[String], file: &File, chain: &[String]) -> Option<Path> {
        match file.imports.iter().find(|import| import.name == chain[0]) {
            Some(import) => {
                let path = self.absolute(module, &import.path)?;
                Some([&path, &chain[1..]].concat())
            }
            None => self.absolute(module, chain),
        }
    }
}

/// Every path of more than one name in the code.
fn chains(code: &str) -> impl Iterator<Item = Path> {
    let starts = words(code).filter(|(at, _)| !code[..*at].ends_with("::"));
    starts.filter_map(|(at, word)| {
        let mut chain = vec![word.to_owned()];
        let mut rest = &code[at + word.len()..];
        while let Some(further) = rest.strip_prefix("::") {
            let name: String = further.chars().take_while(|c| is_word(*c)).collect();
            if name.is_empty() {
                break;
            }
            rest = &further[name.len()..];
            chain.push(name);
        }
        (chain.len() > 1).then_some(chain)
    })
}

/// The groups of files that each lead to all the others of the group.
fn circles(ties: &BTreeMap<&str, BTreeSet<&str>>) -> BTreeSet<Vec<String>> {
    let reached = |from: &str| {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&str> = ties[from].iter().copied().collect();
        while let Some(file) = open.pop() {
            if seen.insert(file) {
                open.extend(&ties[file]);
            }
        }
        seen
    };
    let reach: BTreeMap<&str, BTreeSet<&str>> = ties.keys().map(|file| (*file, reached(file))).collect();
    let group = |file: &&str| -> Vec<String> {
        let back = reach[file].iter().filter(|other| reach[**other].contains(file));
        back.map(|other| (*other).to_owned()).collect()
    };
    ties.keys().map(group).filter(|group| !group.is_empty()).collect()
}

#[test]
fn no_files_of_a_room_name_each_other_in_a_circle() {
    let sources: Vec<Source> = sources().into_iter().map(|(source, _)| source).collect();
    let found = circles(&Modules::new(&sources).ties());
    let allowed = ALLOWED.map(|(files, _)| files.iter().map(|file| (*file).to_owned()).collect());
    assert_eq!(found, BTreeSet::from(allowed), "on the right, those that stand");
}

#[test]
fn use_cases_and_views_meet_only_in_the_queries() {
    let sources: Vec<Source> = sources().into_iter().map(|(source, _)| source).collect();
    let modules = Modules::new(&sources);
    let is_view = |file: &str| file.starts_with("usecases/views/");
    let is_step = |file: &str| {
        file.starts_with("usecases/")
            && !is_view(file)
            && !file.starts_with("usecases/queries/")
            && !FOUNDATION.contains(&file)
    };
    for (from, to) in modules.ties() {
        let across = to.iter().find(|to| {
            (is_view(from) && is_step(to)) || (!is_view(from) && from.starts_with("usecases/") && is_view(to))
        });
        assert_eq!(across, None, "named by {from}");
    }
}

#[test]
fn the_check_of_circles_finds_what_it_is_there_to_find() {
    let found = |files: &[(&str, &str)]| {
        let sources: Vec<Source> = files.iter().map(|(file, code)| Source::new(file, code)).collect();
        circles(&Modules::new(&sources).ties())
    };
    let circle = |files: &[&str]| BTreeSet::from([files.iter().map(|file| (*file).to_owned()).collect()]);
    let two = circle(&["cli/a.rs", "cli/b.rs"]);
    let back = ("cli/b.rs", "use super::a::A;");
    for code in [
        "use super::b::B;",
        "pub(crate) use super::b::B;",
        "use crate::cli::{c::C, b::{self, B}};",
        "use super::b;",
        "fn f() -> super::b::B {}",
        "use super::C as Other;\nfn f() { Other::new() }",
        "use super::C;",
    ] {
        let whole = ("cli/mod.rs", "mod a;\nmod b;\npub use b::{B as C, D};");
        assert_eq!(found(&[("cli/a.rs", code), back, whole]), two, "{code}");
    }
    assert_eq!(
        found(&[
            ("cli/a.rs", "use super::b::B;"),
            ("cli/b.rs", "use super::c::C;"),
            ("cli/c.rs", "use super::a::A;")
        ]),
        circle(&["cli/a.rs", "cli/b.rs", "cli/c.rs"])
    );
    for code in [
        "use std::b::B;",
        "// use super::b::B;",
        "#[cfg(test)]\nmod tests {\n    use super::super::b::B;\n}",
        "fn f() { c::super::b }",
    ] {
        assert_eq!(found(&[("cli/a.rs", code), back]), BTreeSet::new(), "{code}");
    }
    // A part and the whole, and a whole that passes its part on.
    assert_eq!(
        found(&[
            (
                "tui/list/mod.rs",
                "mod draw;\npub use draw::Look;\nfn f() { draw::rows() }"
            ),
            ("tui/list/draw.rs", "use super::List;"),
        ]),
        BTreeSet::new()
    );
}
