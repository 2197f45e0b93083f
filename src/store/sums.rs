//! What is kept of the postings, day by day: the table `day_sums`, which a trigger on the postings keeps and every balance is
//! read from. Here is how the check works it out anew.

use rusqlite::Connection;

use super::StoreError;
use super::finding::Finding;

/// Every day on which what is kept of an account isn't what its vouchers come to.
pub(super) fn findings(connection: &Connection) -> Result<Vec<Finding>, StoreError> {
    let sql = "WITH posted (account, day, event, amount_ore) AS (
                 SELECT q.account, v.posted_on, v.event, sum(q.amount_ore)
                 FROM postings q JOIN vouchers v ON v.voucher = q.voucher GROUP BY q.account, v.posted_on, v.event)
               SELECT coalesce(s.account, p.account), coalesce(s.day, p.day),
                      coalesce(s.amount_ore, 0) - coalesce(p.amount_ore, 0)
               FROM day_sums s FULL JOIN posted p ON p.account = s.account AND p.day = s.day AND p.event = s.event
               WHERE s.amount_ore IS NOT p.amount_ore ORDER BY 1, 2";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Finding::Sum {
            account: row.get(0)?,
            day: row.get(1)?,
            difference: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    use super::super::audit::NewAudit;
    use super::super::ledger::About;
    use super::super::{Fund, Read, Store, StoreError};
    use super::*;
    use crate::domain::forecast::{Flow, Flows};
    use crate::domain::ledger::{Account, Entry, Event, Posting, Source, lowest_from};
    use crate::domain::log_action::LogAction;
    use crate::domain::money::Ore;
    use crate::domain::proposal::Ref;
    use crate::domain::scheme::Scheme;

    const NEW: NewAudit = NewAudit {
        at: "2018-02-01T12:00:00Z",
        actor: "administrator",
        via: "local",
        action: LogAction::LedgerImport,
        subject: "",
        payload: serde_json::Value::Null,
    };

    const EVENTS: [Event; 4] = [
        Event::Other,
        Event::Disbursement,
        Event::Opening,
        Event::Repayment,
    ];

    fn accounts() -> [Account; 6] {
        let project = Ref::new(2018, 1);
        [
            Account::Bank,
            Account::Outstanding(project),
            Account::Outstanding(Ref::new(2018, 2)),
            Account::Contributions(Source::Ks),
            Account::Costs,
            Account::Refunds,
        ]
    }

    /// An entry: its kind, the day by which it counts, the day of its value, two accounts and an amount.
    type Line = (usize, i32, i32, usize, usize, i64);

    fn day(nth: i32) -> Date {
        date(2017, 11, 15) + jiff::Span::new().days(nth)
    }

    fn entry(&(event, on, value, from, to, amount): &Line) -> Entry {
        let posting = |account: usize, amount| Posting {
            account: accounts()[account],
            amount: Ore::new(amount),
        };
        let postings = vec![posting(from, -amount), posting(to, amount)];
        let mut entry = Entry::new(EVENTS[event], day(on), String::new(), postings).unwrap();
        entry.value_on = day(value);
        entry
    }

    fn books(path: &std::path::Path, lines: &[Line]) -> Store {
        let source = Scheme::embedded("blank").unwrap();
        let fund = Fund {
            scheme: Scheme::parse(source).unwrap(),
            demo: false,
        };
        let (mut store, _) = Store::create(path, source, fund, &NEW).unwrap();
        let posted: Result<(), StoreError> = store.write(|write| {
            for line in lines {
                write.post(&entry(line), About::default())?;
            }
            write.log(&NEW)?;
            Ok(())
        });
        posted.unwrap();
        store
    }

    fn postings(lines: &[Line]) -> Vec<(Entry, Posting)> {
        let entries = lines.iter().map(entry);
        entries
            .flat_map(|entry| {
                let postings = entry.postings().to_vec().into_iter();
                postings.map(move |posting| (entry.clone(), posting))
            })
            .collect()
    }

    fn each_date(read: &Read, lines: &[Line], on: Date) -> Result<(), StoreError> {
        let postings = postings(lines);
        let days: Vec<Date> = postings.iter().map(|(entry, _)| entry.posted_on).collect();
        let balances = read.account_balances(on)?;
        for account in accounts() {
            let till = |day: Date| -> Ore {
                let those = postings
                    .iter()
                    .filter(|(entry, of)| of.account == account && entry.posted_on <= day);
                those.map(|(_, posting)| posting.amount).sum()
            };
            let kept = balances.iter().find(|(of, _)| *of == account);
            let kept = kept.map_or(Ore::ZERO, |(_, amount)| *amount);
            let later = days.iter().filter(|day| **day > on);
            let lowest = later.map(|day| till(*day)).fold(till(on), Ore::min);
            let found = lowest_from(read.changes_of(account, on)?, on);
            assert_eq!((kept, found), (till(on), lowest), "{account} {on}");
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn l1_what_is_kept_gives_the_same_figures_as_all_the_postings_on_every_date(
            lines in proptest::collection::vec(
                (0..4usize, 0..200i32, 0..200i32, 0..3usize, 3..6usize, -50i64..50), 1..40),
            from in 0..200i32, length in 0..120i32,
        ) {
            let lines: Vec<Line> = lines.into_iter().filter(|line| line.5 != 0).collect();
            let folder = tempfile::tempdir().unwrap();
            let store = books(&folder.path().join("fund.db"), &lines);
            let (first, last) = (day(from), day(from + length));
            let said: Result<(), StoreError> = store.read(|read| {
                for on in [first, last, Date::MIN, Date::MAX] {
                    each_date(read, &lines, on)?;
                }
                let mut flows = Flows::default();
                let cost = read.changes_of_cost(Ref::new(2018, 1))?.iter().map(|(_, amount)| *amount).sum();
                let mut paid_out = Ore::ZERO;
                for (entry, posting) in postings(&lines) {
                    if (first..=last).contains(&entry.posted_on)
                        && let Some((flow, sign)) = Flow::of_posting(entry.event, posting.account)
                    {
                        flows.add(flow, if sign < 0 { -posting.amount } else { posting.amount });
                    }
                    let pays = matches!(entry.event, Event::Disbursement | Event::Opening);
                    if pays && posting.account == accounts()[1] {
                        paid_out += posting.amount;
                    }
                }
                assert_eq!((read.flows(first, last)?, cost), (flows, paid_out));
                Ok(())
            });
            said.unwrap();
            prop_assert_eq!(findings(&store.connection).unwrap(), []);
        }
    }
}
