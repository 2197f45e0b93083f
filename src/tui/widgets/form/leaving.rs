//! A field is read when it is left, so that a wrong date is told of there and not only once the whole form is handed in.

use super::{Form, Reply};
use crate::tui::key::Key;

impl Form {
    /// Takes a key. `read` reads a form as it is read when it is handed in, and changes nothing else: of what it refuses, that
    /// which is about the field that was left is told of at once, in the same words. A field that is empty may still be filled
    /// in, so nothing is said of that.
    pub fn key(&mut self, key: Key, read: impl FnOnce(&mut Form)) -> Reply {
        let before = self.at;
        let reply = self.take(key);
        if self.at != before {
            self.tell_of(before, read);
        }
        reply
    }

    fn tell_of(&mut self, left: usize, read: impl FnOnce(&mut Form)) {
        let mut trial = self.clone();
        trial.clear();
        read(&mut trial);
        for (at, (field, tried)) in self.fields.iter_mut().zip(trial.fields).enumerate() {
            // What was told of one field may have been mended in another.
            let asked = at == left || field.told_on_leaving;
            match tried.trouble.filter(|_| asked && !field.text().trim().is_empty()) {
                Some(refusal) => {
                    field.trouble = Some(refusal);
                    field.told_on_leaving = true;
                }
                None if field.told_on_leaving => field.forget(),
                None => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::domain::refusal::refuse;
    use crate::i18n::phrase;
    use crate::tui::testing;
    use crate::tui::widgets::form::{Field, Form};

    /// Two amounts, of which the second may not be the larger, and a day.
    fn read(form: &mut Form) {
        let cost = form.amount("cost");
        let applied = form.amount("applied");
        if applied > cost && cost.is_some() {
            form.refuse("applied", refuse("amount-missing"));
        }
        form.date("on");
    }

    fn typed(keys: &str) -> Form {
        let mut form = Form::new(
            vec![
                Field::amount("cost", phrase("tui-open"), ""),
                Field::amount("applied", phrase("tui-save"), ""),
                Field::date("on", phrase("tui-undo"), ""),
            ],
            "tui-save",
        );
        form.dated(date(2018, 5, 7));
        for key in testing::keys(keys) {
            form.key(key, read);
        }
        form
    }

    fn troubles(form: &Form) -> Vec<Option<&'static str>> {
        let fields = form.fields.iter();
        fields
            .map(|field| field.trouble.as_ref().map(|refusal| refusal.code))
            .collect()
    }

    #[test]
    fn what_is_wrong_in_a_field_is_told_when_it_is_left_and_the_keys_go_where_they_were_sent() {
        let form = typed("12 34<Tab>");
        assert_eq!(troubles(&form), [Some("amount-invalid"), None, None]);
        assert_eq!(form.at, 1);
        assert_eq!(troubles(&typed("12 34")), [None; 3], "it is being typed");
        assert_eq!(
            troubles(&typed("<Tab><Tab><Tab>")),
            [None; 3],
            "nothing was typed"
        );
        assert_eq!(
            troubles(&typed("<Tab><Tab>31.2.2018<S-Tab>"))[2],
            Some("date-invalid")
        );
        assert_eq!(
            troubles(&typed("<Tab><Tab>12.12<Tab>"))[2],
            Some("date-without-year")
        );
        assert_eq!(
            troubles(&typed("12 34<Tab><S-Tab><BS>")),
            [None; 3],
            "it is being mended"
        );
    }

    #[test]
    fn what_two_fields_say_together_is_told_of_the_one_that_was_left_until_either_is_mended() {
        let form = typed("5<Tab>7<Tab>");
        assert_eq!(troubles(&form), [None, Some("amount-missing"), None]);
        assert_eq!(
            troubles(&typed("5<Tab>7<Tab><S-Tab><S-Tab><End>0<Tab>")),
            [None; 3]
        );
    }

    #[test]
    fn what_was_refused_by_the_step_stays_until_the_field_is_mended() {
        let mut form = typed("5<Tab>5<Tab>7.5.2018");
        form.refuse("cost", refuse("bank-below-zero"));
        for key in testing::keys("<Tab><Tab>") {
            form.key(key, read);
        }
        assert_eq!(troubles(&form), [Some("bank-below-zero"), None, None]);
    }
}
