//! A council over a real sshd on loopback: who comes in, what they may do, and what nobody may. Told by role.
//!
//! Every story has a machine of its own: a root made of this one with what is written to it thrown away. It stands as one in
//! which the page for whoever sets up a council (`assets/ssh`) was done from its first step. That takes root and Debian's openssh-server:
//! in CI a story without them fails, elsewhere it says that it is left out, as it does where the system lets nobody mount
//! anything.

mod ends;
mod line;
#[expect(dead_code, reason = "the stories at the machine use more of it")]
#[path = "../terminal/pty.rs"]
mod pty;
mod server;
mod storm;
