//! Notices of what others write, as something that a task can wait for.

use std::future::pending;
use std::io;
use std::sync::Arc;

use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

use crate::usecases::{Notice, Watch};

#[expect(
    deprecated,
    reason = "its successor is unsafe for descriptors that may be closed or replaced meanwhile; a watch keeps its own until it ends"
)]
pub(super) fn waited_on(watch: Arc<Watch>) -> io::Result<AsyncFd<Arc<Watch>>> {
    AsyncFd::with_interest(watch, Interest::READABLE)
}

/// Waits for a notice. Nothing is lost when the wait is given up.
pub(super) async fn noticed(watch: Option<&AsyncFd<Arc<Watch>>>) -> Notice {
    let Some(watch) = watch else {
        return pending().await;
    };
    loop {
        let Ok(mut readable) = watch.readable().await else {
            return pending().await;
        };
        let notice = watch.get_ref().take();
        readable.clear_ready();
        if let Some(notice) = notice {
            return notice;
        }
    }
}
