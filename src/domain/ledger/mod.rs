//! The books in double entry (L1–L6): accounts, what kind of event a voucher records, and what balances mean. What is
//! posted is in [`entry`].

mod entry;

pub use entry::Entry;

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::money::Ore;
use super::named::named;
use super::participant::Kind;
use super::proposal::Ref;
use super::refusal::{Refusal, refuse};

named! {
    /// Who pays into the fund (C1–C3).
    #[derive(PartialOrd, Ord, Hash)]
    #[strum(serialize_all = "lowercase", prefix = "source-")]
    pub enum Source {
        Municipality,
        County,
        Ks,
        State,
    }
}

impl From<Kind> for Source {
    fn from(kind: Kind) -> Source {
        match kind {
            Kind::Municipality => Source::Municipality,
            Kind::County => Source::County,
        }
    }
}

/// L1: an account of the fund. Assets and expenses grow with debit (+), equity, income and liabilities with credit (−).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Account {
    Bank,
    /// What the fund has paid out on a project and not got back.
    Outstanding(Ref),
    Contributions(Source),
    OtherIncome,
    Costs,
    Losses(Ref),
    /// What the fund owes adopters, and participants that have paid more than they were asked for (C8).
    Refunds,
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Account::Bank => f.write_str("assets:bank"),
            Account::Outstanding(reference) => write!(f, "assets:outstanding:{reference}"),
            Account::Contributions(source) => write!(f, "equity:contributions:{}", source.word()),
            Account::OtherIncome => f.write_str("income:other"),
            Account::Costs => f.write_str("expenses:costs"),
            Account::Losses(reference) => write!(f, "expenses:losses:{reference}"),
            Account::Refunds => f.write_str("liabilities:refunds"),
        }
    }
}

impl FromStr for Account {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let unknown = || refuse("account-unknown").rule("L1").with("value", text);
        let (group, name) = text.rsplit_once(':').ok_or_else(unknown)?;
        match (group, name) {
            ("assets", "bank") => Ok(Account::Bank),
            ("income", "other") => Ok(Account::OtherIncome),
            ("expenses", "costs") => Ok(Account::Costs),
            ("liabilities", "refunds") => Ok(Account::Refunds),
            ("assets:outstanding", name) => name.parse().map(Account::Outstanding).map_err(|_| unknown()),
            ("expenses:losses", name) => name.parse().map(Account::Losses).map_err(|_| unknown()),
            ("equity:contributions", name) => Source::ALL
                .into_iter()
                .find(|source| source.word() == name)
                .map(Account::Contributions)
                .ok_or_else(unknown),
            _ => Err(unknown()),
        }
    }
}

named! {
    /// What kind of event a voucher records. A reversal is of the kind that it reverses, so that sums by kind are net.
    #[strum(serialize_all = "snake_case", prefix = "event-")]
    pub enum Event {
        Contribution,
        /// C8: what was received of a contribution beyond what was asked for is paid back.
        ContributionRefund,
        Disbursement,
        /// R4: an adopter pays a charge.
        Repayment,
        /// R1: an adopter has paid too much of a share that has become lower.
        Credit,
        /// What an adopter is owed is paid back.
        Refund,
        /// What won't be recovered of a project.
        WriteOff,
        /// Other income and costs.
        Other,
        /// What the fund had before these books began.
        Opening,
    }
}

impl Event {
    #[must_use]
    pub fn parse(word: &str) -> Option<Event> {
        Event::ALL.into_iter().find(|event| event.word() == word)
    }
}

/// One leg of a voucher: debit is positive, credit negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    pub account: Account,
    pub amount: Ore,
}

/// An amount that a person enters is above zero.
///
/// # Errors
/// `amount-not-positive`.
pub fn positive(amount: Ore) -> Result<(), Refusal> {
    if amount.is_positive() {
        Ok(())
    } else {
        Err(refuse("amount-not-positive").with("amount", amount))
    }
}

/// L2: a voucher is reversed once, and isn't a reversal itself. What a settlement credited isn't a slip of the hand: the
/// next one mends it.
///
/// # Errors
/// `voucher-reversed`, `voucher-is-reversal` or `voucher-is-credit`.
pub fn check_reversible(
    voucher: i64,
    event: Event,
    reverses: Option<i64>,
    reversed_by: Option<i64>,
) -> Result<(), Refusal> {
    let refusal = match (reversed_by, reverses, event) {
        (Some(other), _, _) => refuse("voucher-reversed").rule("L2").with("by", other),
        (_, Some(other), _) => refuse("voucher-is-reversal").rule("L2").with("of", other),
        (_, _, Event::Credit) => refuse("voucher-is-credit").rule("R1"),
        _ => return Ok(()),
    };
    Err(refusal.with("voucher", voucher))
}

/// What all accounts sum to, on a date (L4). Amounts carry the sign that a person expects: income and equity positive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balances {
    pub bank: Ore,
    pub outstanding: Ore,
    pub contributions: Ore,
    pub other_income: Ore,
    pub costs: Ore,
    pub losses: Ore,
    pub refunds_owed: Ore,
}

impl Balances {
    /// Adds the balance of one account.
    pub fn add(&mut self, account: Account, amount: Ore) {
        match account {
            Account::Bank => self.bank += amount,
            Account::Outstanding(_) => self.outstanding += amount,
            Account::Contributions(_) => self.contributions -= amount,
            Account::OtherIncome => self.other_income -= amount,
            Account::Costs => self.costs += amount,
            Account::Losses(_) => self.losses += amount,
            Account::Refunds => self.refunds_owed -= amount,
        }
    }

    /// L4: bank + outstanding − owed refunds.
    #[must_use]
    pub fn fund_capital(&self) -> Ore {
        self.bank + self.outstanding - self.refunds_owed
    }

    /// L4: contributions + other income − costs − losses. Equals the fund capital, always.
    #[must_use]
    pub fn equity(&self) -> Ore {
        self.contributions + self.other_income - self.costs - self.losses
    }
}

/// The lowest that a running sum comes to from `from` on, when `changes` (date, change) happen. What stands before
/// `from` is the opening. A later fact never hides behind an earlier date (L5, K3).
#[must_use]
pub fn lowest_from(mut changes: Vec<(Date, Ore)>, from: Date) -> Ore {
    changes.sort_by_key(|(on, _)| *on);
    let opening: Ore = changes
        .iter()
        .filter(|(on, _)| *on <= from)
        .map(|(_, change)| *change)
        .sum();
    let mut days: Vec<(Date, Ore)> = Vec::new();
    for (on, change) in changes.into_iter().filter(|(on, _)| *on > from) {
        match days.last_mut() {
            Some((day, sum)) if *day == on => *sum += change,
            _ => days.push((on, change)),
        }
    }
    let mut running = opening;
    days.into_iter().fold(opening, |lowest, (_, change)| {
        running += change;
        lowest.min(running)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DAY: Date = date(2018, 3, 31);

    #[test]
    fn l1_accounts_are_written_and_read_alike() {
        let reference = Ref::new(2018, 7);
        let mut accounts = vec![
            Account::Bank,
            Account::Outstanding(reference),
            Account::OtherIncome,
            Account::Costs,
            Account::Losses(reference),
            Account::Refunds,
        ];
        accounts.extend(Source::ALL.map(Account::Contributions));
        for account in accounts {
            assert_eq!(account.to_string().parse(), Ok(account));
        }
        for bad in [
            "",
            "bank",
            "assets:cash",
            "equity:contributions:oslo",
            "assets:outstanding:x",
        ] {
            assert!(bad.parse::<Account>().is_err(), "{bad}");
        }
    }

    #[test]
    fn l1_an_entry_that_does_not_sum_to_zero_is_refused() {
        let leg = |amount| Posting {
            account: Account::Bank,
            amount: Ore::new(amount),
        };
        for legs in [vec![leg(1)], vec![leg(1), leg(-2)], vec![leg(0), leg(0)], vec![]] {
            assert_eq!(
                Entry::new(Event::Contribution, DAY, String::new(), legs)
                    .unwrap_err()
                    .code,
                "entry-unbalanced"
            );
        }
        let zero = Entry::contribution(Source::Ks, Ore::ZERO, DAY, String::new());
        assert_eq!(zero.unwrap_err().code, "amount-not-positive");
    }

    #[test]
    fn l4_a_disbursement_changes_the_bank_and_never_the_fund_capital() {
        let mut balances = Balances::default();
        let paid = Entry::contribution(Source::State, Ore::kroner(100), DAY, String::new()).unwrap();
        let out = Entry::disbursement(Ref::new(2018, 7), Ore::kroner(30), DAY, String::new()).unwrap();
        for posting in paid.postings().iter().chain(out.postings()) {
            balances.add(posting.account, posting.amount);
        }
        assert_eq!(
            (balances.bank, balances.outstanding),
            (Ore::kroner(70), Ore::kroner(30))
        );
        assert_eq!(balances.fund_capital(), Ore::kroner(100));
        assert_eq!(balances.fund_capital(), balances.equity());
    }

    #[test]
    fn l5_the_lowest_balance_looks_past_the_date_of_the_change() {
        let kr = Ore::kroner;
        let changes = vec![
            (date(2018, 1, 1), kr(100)),
            (date(2018, 6, 1), kr(-90)),
            (date(2018, 6, 1), kr(40)),
        ];
        assert_eq!(lowest_from(changes.clone(), date(2018, 3, 1)), kr(50));
        assert_eq!(lowest_from(changes.clone(), date(2017, 1, 1)), kr(0));
        assert_eq!(lowest_from(changes, date(2018, 7, 1)), kr(50));
    }
}
