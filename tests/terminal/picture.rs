//! The README's picture is a real screen of the demo. `KOMMIT_PICTURE=new cargo test --test terminal` takes it anew.

use std::fs;
use std::path::Path;

use portable_pty::CommandBuilder;

use crate::pty::Pty;
use crate::svg::svg;

const KOMMIT: &str = env!("CARGO_BIN_EXE_kommit");

#[test]
fn the_readmes_picture_is_what_the_program_shows() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("demo.db");
    let mut command = CommandBuilder::new(KOMMIT);
    command.args([
        "--db",
        &database.display().to_string(),
        "--color",
        "always",
        "demo",
    ]);
    let mut screen = Pty::spawn(command, 120, 32);
    screen
        .wait_for("Venter på deg")
        .send("4")
        .wait_for("streken")
        .wait_for("regel");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/picture.svg");
    let taken = |screen: &Pty| svg(screen.terminal(), "Prioritering");
    if std::env::var_os("KOMMIT_PICTURE").is_some() {
        fs::write(&path, taken(&screen)).expect("the picture is saved");
    }
    let shown = fs::read_to_string(&path).expect("the README's picture");
    screen.wait_until(
        "what assets/picture.svg shows; if it should look otherwise, take it anew",
        |screen| taken(screen) == shown,
    );
}
