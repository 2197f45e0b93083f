//! Where the entries of a language file stand. The build script looks for them, so that the program need not at each start.

/// The entries of a file, each with its name: an entry begins with its name at the start of a line and goes on to the next one.
pub(super) fn entries(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let begins = |line: &str| line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-');
    let mut rest = source;
    std::iter::from_fn(move || {
        loop {
            let (mut end, mut lines) = (0, rest.split_inclusive('\n'));
            let first = lines.next()?;
            end += first.len();
            if !begins(first) {
                rest = &rest[end..];
                continue;
            }
            end += lines
                .take_while(|line| !begins(line) && !line.starts_with('#'))
                .map(str::len)
                .sum::<usize>();
            let (entry, after) = rest.split_at(end);
            rest = after;
            let (name, _) = first.split_once(' ').unwrap_or((first, ""));
            return Some((name, entry));
        }
    })
}
