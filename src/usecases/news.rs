//! What a session hears of others: what they have done, and that the one which conducted a secret election has ended (M15).

use super::meetings::NoteLostElection;
use super::{Change, OpError, Session};
use crate::domain::meeting::MeetingKey;

impl Session {
    /// What others have done since this was asked last; `None` when the log has no new row, which the first call always says.
    pub fn news(&mut self) -> Result<Option<Vec<Change>>, OpError> {
        let mut changes = self.changes()?;
        if let (_, Some(meeting)) = changes {
            self.note_lost_election(meeting)?;
            changes = self.changes()?;
        }
        let (mut changes, _) = changes;
        let first = self.seen.is_none();
        let Some(newest) = changes.last() else {
            self.seen.get_or_insert(0);
            return Ok(None);
        };
        self.seen = Some(newest.seq);
        if first {
            return Ok(None);
        }
        self.forget_keys()?;
        let own = std::mem::take(&mut self.own);
        changes.retain(|change| !own.contains(&change.seq));
        Ok(Some(changes))
    }

    /// The rows of the log since the newest that was seen, at first that one alone; and the meeting that has lost an election.
    fn changes(&self) -> Result<(Vec<Change>, Option<MeetingKey>), OpError> {
        self.store.read(|read| {
            let since = match self.seen {
                Some(seen) => seen,
                None => read.newest_change()? - 1,
            };
            Ok((read.changes_since(since)?, read.lost_election()?))
        })
    }

    /// M15: that the process which conducted a secret election has ended is written down by the first session that sees it.
    fn note_lost_election(&mut self, meeting: MeetingKey) -> Result<(), OpError> {
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
