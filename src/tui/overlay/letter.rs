//! The letter that answers yes to a question.

/// The letter of the verb. «Å» before a verb reads as the mark of the infinitive, so the last word gives its letter then.
pub(super) fn first_letter(verb: &str) -> char {
    let word = match verb.rsplit_once(' ') {
        Some((verb, last)) if verb.starts_with('Å') => last,
        _ => verb,
    };
    let letter = word.chars().find(|c| c.is_alphabetic());
    letter.and_then(|c| c.to_uppercase().next()).unwrap_or('+')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_button_reads_as_an_infinitive() {
        assert_eq!(first_letter("Åpne runden"), 'R');
        assert_eq!(first_letter("Åpne avstemningen"), 'A');
        assert_eq!(first_letter("Lever vurderingen"), 'L');
    }
}
