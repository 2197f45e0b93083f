//! What drawing needs to know besides the thing itself.

use crate::domain::policy::Actor;
use crate::i18n::Words;
use crate::tui::theme::Theme;

/// Handed down from the app to every screen and widget.
pub struct Ctx<'a> {
    pub words: &'a Words,
    pub theme: Theme,
    pub actor: &'a Actor,
}
