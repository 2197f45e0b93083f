//! The commands as people and scripts meet them: the real program, its streams and its exit codes.

mod anchors;
mod backup;
mod contributions;
mod exits;
mod exports;
mod figures;
mod files;
mod forecast;
mod help;
mod hostile;
mod imports;
mod media;
mod meeting;
mod minutes;
mod place;
mod plain;
mod portfolio;
mod proof;
mod race;
mod repayment;
mod report;
mod round;
mod rule;
mod solutions;
mod what_if;
