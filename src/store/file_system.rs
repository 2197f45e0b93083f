//! What a fund's file lies on: whether it can be written at all, and whether SQLite's locks and shared memory reach everybody
//! who may open it.

use std::fs::{self, canonicalize};
use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, StatVfsMountFlags, access, statvfs};
use rustix::io::Errno;

use super::StoreError;

/// File systems of other machines: programs on two of them see neither each other's locks nor the memory that SQLite shares
/// between those that have a file open.
const NETWORK: [&str; 18] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "coda",
    "ceph",
    "lustre",
    "gpfs",
    "beegfs",
    "davfs",
    "vboxsf",
    "vmhgfs",
    "prl_fs",
    "glusterfs",
    "sshfs",
];

/// The type of the network file system that a path lies on; none for one of this machine, or where the system doesn't tell.
#[must_use]
pub fn network(path: &Path) -> Option<String> {
    let mounts = fs::read_to_string("/proc/self/mountinfo").ok()?;
    network_of(&mounts, &nearest(path)?)
}

/// The path itself, or the folder in which it is to be.
fn nearest(path: &Path) -> Option<PathBuf> {
    if let Ok(found) = canonicalize(path) {
        return Some(found);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    canonicalize(folder.unwrap_or_else(|| Path::new("."))).ok()
}

fn network_of(mounts: &str, path: &Path) -> Option<String> {
    // Of several that are mounted over each other the last one counts.
    let mounted = mounts
        .lines()
        .filter_map(mount)
        .filter(|(at, _)| path.starts_with(at));
    let (_, kind) = mounted.max_by_key(|(at, _)| at.components().count())?;
    let plain = kind.strip_prefix("fuse.").unwrap_or(kind);
    NETWORK.contains(&plain).then(|| plain.to_owned())
}

/// Where a line of `mountinfo` says that something is mounted, and what: `36 35 98:0 / /mnt rw - ext3 /dev/root rw`, with any
/// number of fields before the hyphen.
fn mount(line: &str) -> Option<(PathBuf, &str)> {
    let (head, tail) = line.split_once(" - ")?;
    let at = head.split(' ').nth(4)?;
    let kind = tail.split(' ').next()?;
    Some((at.replace("\\040", " ").into(), kind))
}

/// # Errors
/// `Missing` when there is no such file, `Forbidden` when it, or the way to it, is closed to whoever asks. Not opened
/// to see that: closing any descriptor of a file drops all POSIX locks that this process has on it.
pub(super) fn readable(path: &Path) -> Result<(), StoreError> {
    let forbidden = || StoreError::Forbidden(path.to_owned());
    match fs::metadata(path) {
        Ok(file) if file.is_file() => {}
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Err(forbidden()),
        _ => return Err(StoreError::Missing(path.to_owned())),
    }
    match access(path, Access::READ_OK) {
        Err(Errno::ACCESS) => Err(forbidden()),
        _ => Ok(()),
    }
}

/// Whether nobody can write to what a file lies on, so that it stays as it is while it is open.
pub(super) fn is_read_only(path: &Path) -> bool {
    let medium = nearest(path).and_then(|path| statvfs(path).ok());
    medium.is_some_and(|medium| medium.f_flag.contains(StatVfsMountFlags::RDONLY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_lies_on_what_is_mounted_nearest_above_it_and_last() {
        let mounts = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
36 22 0:31 / /home rw master:2 propagate_from:1 - nfs4 server:/home rw,vers=4.2
37 36 8:2 / /home/kommit rw - xfs /dev/sda2 rw
38 22 0:40 / /mnt/in\\040common rw - cifs //server/felles rw
39 22 0:41 / /mnt/far rw - fuse.sshfs kari@far: rw
40 22 0:42 / /mnt/twice rw - nfs server:/a rw
41 40 8:3 / /mnt/twice rw - ext4 /dev/sda3 rw
";
        for (path, kind) in [
            ("/var/lib/kommit/fund.db", None),
            ("/home/kari/fund.db", Some("nfs4")),
            ("/home/kommit/fund.db", None),
            ("/homely/fund.db", None),
            ("/mnt/in common/fund.db", Some("cifs")),
            ("/mnt/far/fund.db", Some("sshfs")),
            ("/mnt/twice/fund.db", None),
        ] {
            assert_eq!(network_of(mounts, Path::new(path)).as_deref(), kind, "{path}");
        }
        assert_eq!(network_of("", Path::new("/fund.db")), None);
    }
}
