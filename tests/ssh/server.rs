//! The machine of a story, with sshd on loopback, and the council's keys. It is set up once, as the page for whoever sets up a
//! council tells, and each story has one that stands as that one did.

use std::fs::{self, Permissions};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::ops::Deref;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
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

/// The fund on a machine, and the keys of those who come in.
pub struct Machine {
    folder: TempDir,
}

/// A machine that was set up from its first step, with everybody registered.
struct SetUp {
    /// What was written to the machine.
    made: TempDir,
    machine: Machine,
}

pub struct Server {
    sshd: Child,
    port: u16,
    machine: Machine,
    /// As long as a story needs it, the next one has it too.
    _set_up: Arc<SetUp>,
}

impl Deref for Server {
    type Target = Machine;
    fn deref(&self) -> &Machine {
        &self.machine
    }
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

/// A command in a root of its own.
fn in_a_fresh_root(log: fs::File) -> Command {
    let mut command = Command::new("unshare");
    command
        .args(["--mount", "--pid", "--fork", "--kill-child", FRESH_ROOT])
        .env_clear()
        .env(
            "PATH",
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        )
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::null())
        .stdout(log.try_clone().unwrap())
        .stderr(log);
    command
}

impl SetUp {
    /// The one that another story has, or a new one.
    fn shared() -> Arc<SetUp> {
        static SHARED: Mutex<Weak<SetUp>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let set_up = Arc::new(SetUp::from_the_first_step());
            *shared = Arc::downgrade(&set_up);
            set_up
        })
    }

    /// A council that is registered, on what was a bare machine.
    fn from_the_first_step() -> SetUp {
        let made = tempfile::tempdir().unwrap();
        let machine = Machine::bare();
        let done = in_a_fresh_root(machine.log_file())
            .arg("set-up")
            .args([made.path(), machine.folder.path()])
            .args([
                assert_cmd::cargo::cargo_bin!("kommit").as_os_str(),
                SET_UP.as_ref(),
            ])
            .status();
        assert!(done.unwrap().success(), "{}", machine.log());
        for (handle, roles) in PEOPLE {
            machine.administers(&["member", "add", handle, "--name", handle, "--role", roles]);
            machine.registers(handle, handle);
        }
        let invited = "kind,number,name,county_number,county_name,population\nkommune,0101,Halden,01,Østfold,30790\n\
                       kommune,0104,Moss,01,Østfold,32407\n";
        let file = machine.file("invited.csv", invited);
        machine.administers(&["import", "participants", file.to_str().unwrap()]);
        SetUp { made, machine }
    }
}

impl Server {
    /// A council logged in; none where stories over SSH can't be told.
    pub fn start() -> Option<Server> {
        if !can_be_told() {
            return None;
        }
        let set_up = SetUp::shared();
        let machine = set_up.machine.another();
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let mut command = in_a_fresh_root(machine.log_file());
        command
            .arg("serve")
            .args([set_up.made.path(), machine.folder.path()])
            .arg(port.to_string());
        let mut server = Server {
            sshd: command.spawn().unwrap(),
            port,
            machine,
            _set_up: set_up,
        };
        server.wait_until("sshd listens", |server| {
            let ended = server.sshd.try_wait().unwrap();
            assert!(ended.is_none(), "{ended:?}: {}", server.log());
            TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        Some(server)
    }

    pub fn port(&self) -> u16 {
        self.port
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

impl Machine {
    /// With nothing on it yet.
    fn bare() -> Machine {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), Permissions::from_mode(0o711)).unwrap();
        Machine { folder }
    }

    /// Another with the same fund and keys.
    fn another(&self) -> Machine {
        let other = Machine::bare();
        let copied = Command::new("cp")
            .arg("-a")
            .args([self.folder.path().join("."), other.folder.path().to_owned()])
            .status();
        assert!(copied.unwrap().success());
        other
    }

    fn log_file(&self) -> fs::File {
        fs::File::create(self.folder.path().join("log")).unwrap()
    }

    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
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
            // The quickest there is: the other, which nobody proves here, takes 60 ms of CPU on each side.
            "KexAlgorithms=curve25519-sha256",
        ] {
            settings.extend(["-o".into(), option.into()]);
        }
        settings
    }

    /// The newest rows of the log, the newest first.
    pub fn newest(&self, count: usize) -> Vec<Json> {
        let log = self.administers(&["audit", "--limit", &count.to_string()]);
        log["items"].as_array().unwrap().clone()
    }
}
