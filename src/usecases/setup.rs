//! A new fund in a new file. The one write that has no session yet: the user who creates the file owns it.

use std::path::Path;

use serde_json::json;

use super::{Access, Clock, OpError};
use crate::domain::anchor::Anchor;
use crate::domain::log_action::LogAction;
use crate::domain::policy::Actor;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scheme::Scheme;
use crate::store::{Fund, NewAudit, Store, StoreError, network};

/// The text of an embedded scheme.
///
/// # Errors
/// `scheme-name-unknown` names the ones there are.
pub fn scheme_source(name: &str) -> Result<&'static str, Refusal> {
    Scheme::embedded(name).ok_or_else(|| refuse("scheme-name-unknown").with("value", name))
}

/// Makes a fund at `path` from the text of a scheme, for who came in by `access`. Returns the first row of its log too.
///
/// # Errors
/// What is wrong with the scheme, or with the file.
pub fn create_fund(
    path: &Path,
    scheme: &str,
    demo: bool,
    access: &Access,
    clock: &dyn Clock,
) -> Result<(Store, Anchor), OpError> {
    let fund = Fund {
        scheme: Scheme::parse(scheme)?,
        demo,
    };
    // Locks don't reach from machine to machine. A demo is one person's.
    if let Some(kind) = network(path).filter(|_| !demo) {
        let path = path.to_owned();
        return Err(StoreError::Network { path, kind }.into());
    }
    let name = fund.scheme.name.clone();
    let (at, via) = (clock.now().to_string(), access.way_in().to_string());
    let log = NewAudit {
        at: &at,
        actor: Actor::ADMINISTRATOR,
        via: &via,
        action: LogAction::FundCreate,
        subject: &name,
        payload: json!({ "scheme": name, "demo": demo }),
    };
    Ok(Store::create(path, scheme, fund, &log)?)
}
