//! What a session hears of others: what they have done, and that the one which conducted a secret election has ended (M15).

use super::meetings::NoteLostElection;
use super::{Change, OpError, Session};

impl Session {
    /// What others have done since this was asked last; `None` when the log has no new row, which the first call always says.
    ///
    /// # Errors
    /// What the file says.
    pub fn news(&mut self) -> Result<Option<Vec<Change>>, OpError> {
        self.note_lost_election()?;
        let Some(seen) = self.seen else {
            self.seen = Some(self.store.read(|read| Ok::<_, OpError>(read.newest_change()?))?);
            return Ok(None);
        };
        let mut changes = self.store.read(|read| read.changes_since(seen))?;
        let Some(newest) = changes.last() else {
            return Ok(None);
        };
        self.seen = Some(newest.seq);
        self.forget_keys()?;
        let own = std::mem::take(&mut self.own);
        changes.retain(|change| !own.contains(&change.seq));
        Ok(Some(changes))
    }

    /// M15: that the process which conducted a secret election has ended is written down by the first session that sees it.
    fn note_lost_election(&mut self) -> Result<(), OpError> {
        let lost = self.store.read(|read| Ok::<_, OpError>(read.lost_election()?))?;
        let Some(meeting) = lost else { return Ok(()) };
        match self.perform(&NoteLostElection { meeting }) {
            Ok(_) => {
                // To this session too it is news.
                self.own.pop();
                Ok(())
            }
            // Another was first, or the file takes no writes.
            Err(OpError::Refused(_) | OpError::Denied(_)) => Ok(()),
            Err(error) if error.exit_code() == 4 => Ok(()),
            Err(error) => Err(error),
        }
    }
}
