//! The machine of a story, with sshd on loopback, and the council's keys.

use std::fs::{self, Permissions};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value as Json;
use tempfile::TempDir;

/// How long anything may take before a story gives up; only a broken program ever waits for it.
pub const BOUND: Duration = Duration::from_secs(60);

const FRESH_ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ssh/fresh-root");
const SET_UP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/ssh/set-up");

/// Everybody on the machine, with their roles. Each has a key of the same name.
const PEOPLE: [(&str, &str); 5] = [
    ("kari", "member"),
    ("ola", "member"),
    ("lise", "chair"),
    ("sofie", "secretariat"),
    ("karl", "ks"),
];

pub struct Server {
    sshd: Child,
    port: u16,
    folder: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        // With it everything that it has started, which has its own numbers of processes.
        let _gone = self.sshd.kill();
        let _reaped = self.sshd.wait();
    }
}

/// What was said, and the exit code.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Said {
        Said {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Said {
    #[track_caller]
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|fault| panic!("{fault}: {self:?}"))
    }

    /// The code of an error in JSON.
    #[track_caller]
    pub fn refusal(&self) -> String {
        assert_ne!(self.code, 0, "{self:?}");
        self.json()["error"]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}

/// Whether a story can be told here. Where it must be and can't, it fails.
fn can_be_told() -> bool {
    let missing = if !rustix::process::geteuid().is_root() {
        "root"
    } else if !Path::new("/usr/sbin/sshd").exists() {
        "openssh-server (apt-get install openssh-server)"
    } else {
        return may_mount();
    };
    assert!(
        std::env::var_os("CI").is_none(),
        "the stories over SSH need {missing}"
    );
    eprintln!("left out: the stories over SSH need {missing}");
    false
}

/// Whether a machine of a story's own can be made: the system may forbid even root to.
fn may_mount() -> bool {
    let mut alone = Command::new("unshare");
    alone.args([
        "--mount", "--pid", "--fork", "mount", "-t", "tmpfs", "none", "/mnt",
    ]);
    let tried = alone.output().expect("unshare (apt-get install util-linux)");
    if !tried.status.success() {
        eprintln!("left out: nothing may be mounted here: {tried:?}");
    }
    tried.status.success()
}

impl Server {
    /// A council logged in from a bare machine; none where stories over SSH can't be told.
    pub fn start() -> Option<Server> {
        if !can_be_told() {
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), Permissions::from_mode(0o711)).unwrap();
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let log = fs::File::create(folder.path().join("log")).unwrap();
        let mut command = Command::new("unshare");
        command
            .args(["--mount", "--pid", "--fork", "--kill-child", FRESH_ROOT])
            .arg(folder.path())
            .args([
                assert_cmd::cargo::cargo_bin!("kommit").as_os_str(),
                SET_UP.as_ref(),
            ])
            .arg(port.to_string())
            .env_clear()
            .env(
                "PATH",
                "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            )
            .env("LANG", "C.UTF-8")
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log);
        let mut server = Server {
            sshd: command.spawn().unwrap(),
            port,
            folder,
        };
        server.wait_until("sshd listens", |server| {
            let ended = server.sshd.try_wait().unwrap();
            assert!(ended.is_none(), "{ended:?}: {}", server.log());
            TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        for (handle, roles) in PEOPLE {
            server.administers(&["member", "add", handle, "--name", handle, "--role", roles]);
            server.registers(handle, handle);
        }
        let invited = "kind,number,name,county_number,county_name,population\nkommune,0101,Halden,01,Østfold,30790\n\
                       kommune,0104,Moss,01,Østfold,32407\n";
        let file = server.file("invited.csv", invited);
        server.administers(&["import", "participants", file.to_str().unwrap()]);
        Some(server)
    }

    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn db(&self) -> PathBuf {
        self.folder.path().join("lib/kommit.db")
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        path
    }

    /// Waits for a condition, within a bound.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, mut holds: impl FnMut(&mut Server) -> bool) {
        let end = Instant::now() + BOUND;
        while !holds(self) {
            assert!(Instant::now() < end, "waited until {what}: {}", self.log());
            thread::yield_now();
        }
    }

    /// The program at the machine, as the service account.
    pub fn at_the_machine(&self, args: &[&str]) -> Said {
        let owner = fs::metadata(self.db()).unwrap();
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("kommit"));
        command.env_clear().arg("--db").arg(self.db()).args(args);
        command.uid(owner.uid()).gid(owner.gid());
        command.output().unwrap().into()
    }

    /// The administrator's command, which must succeed.
    #[track_caller]
    pub fn administers(&self, args: &[&str]) -> Json {
        let said = self.at_the_machine(&[args, &["--json"]].concat());
        assert_eq!(said.code, 0, "{args:?}: {said:?}");
        said.json()
    }

    /// The file of a private key, made when it is asked for first.
    pub fn key(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(format!("{name}.key"));
        if !path.exists() {
            let made = Command::new("ssh-keygen")
                .args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"])
                .arg(&path)
                .output()
                .unwrap();
            assert!(made.status.success(), "{made:?}");
        }
        path
    }

    /// Registers a key for a member, and returns its fingerprint.
    pub fn registers(&self, handle: &str, key: &str) -> String {
        let public = fs::read_to_string(self.key(key).with_extension("key.pub")).unwrap();
        let file = self.file(&format!("{key}.pub"), &public);
        let made = self.administers(&["member", "key", handle, file.to_str().unwrap()]);
        made["key"].as_str().unwrap().to_owned()
    }

    /// The client, with one key and nobody else's settings.
    pub fn client(&self, key: &str, options: &[&str]) -> Command {
        let mut command = Command::new("ssh");
        command
            .args(self.settings(key))
            .args(["-p", &self.port.to_string()]);
        command.args(options).arg("kommit@127.0.0.1").stdin(Stdio::null());
        command.env_remove("SSH_AUTH_SOCK");
        command
    }

    /// What ssh, scp and sftp are told alike.
    pub fn settings(&self, key: &str) -> Vec<String> {
        let mut settings = vec!["-F".into(), "none".into(), "-i".into()];
        settings.push(self.key(key).display().to_string());
        for option in [
            "IdentitiesOnly=yes",
            "BatchMode=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "LogLevel=ERROR",
            "ExitOnForwardFailure=yes",
        ] {
            settings.extend(["-o".into(), option.into()]);
        }
        settings
    }

    /// What somebody asks for over SSH.
    pub fn asks(&self, key: &str, asked: &str) -> Said {
        self.client(key, &[]).args(["--", asked]).output().unwrap().into()
    }

    /// As [`Server::asks`], with something sent on the line.
    pub fn sends(&self, key: &str, asked: &str, sent: &[u8]) -> Said {
        let mut command = self.client(key, &[]);
        command.args(["--", asked]).stdin(Stdio::piped());
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Who refuses need not read it.
        let _refused = child.stdin.take().unwrap().write_all(sent);
        child.wait_with_output().unwrap().into()
    }

    /// The newest rows of the log, the newest first.
    pub fn newest(&self, count: usize) -> Vec<Json> {
        let log = self.administers(&["audit", "--limit", &count.to_string()]);
        log["items"].as_array().unwrap().clone()
    }

    /// Everything that can be listened to on a port of loopback.
    pub fn speaks(port: u16) -> bool {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else {
            return false;
        };
        let mut byte = [0];
        stream.set_read_timeout(Some(BOUND)).unwrap();
        stream.read_exact(&mut byte).is_ok()
    }
}
