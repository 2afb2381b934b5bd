//! A fence around libraries that may panic: what fails within them becomes a message and not the end of the run.
//!
//! Takes: a piece of work. Gives: its result, or what the library said when it gave up. Only calls of libraries belong in here: a panic
//! of our own is a bug and must be seen as one. Must not know which libraries there are.

use std::any::Any;
use std::panic::{AssertUnwindSafe, Location, catch_unwind, set_hook, take_hook};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many pieces of work are under way, on any thread.
static UNDER_WAY: AtomicUsize = AtomicUsize::new(0);

/// Typst asserts what it believes of its own layout, and some rare text proves it wrong; so may a bibliography that nobody would write. A
/// panic there says nothing of the other PDFs and of the site. It is safe to go on: what was being made is dropped, and what Typst
/// remembers it enters only when it is whole.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static QUIET: Once = Once::new();
    QUIET.call_once(keep_quiet);
    UNDER_WAY.fetch_add(1, Ordering::SeqCst);
    let result = catch_unwind(AssertUnwindSafe(work));
    UNDER_WAY.fetch_sub(1, Ordering::SeqCst);
    result.map_err(|payload| said(&*payload))
}

/// Typst lays out on several threads, and each would print its panic before it is caught. Those of our own code are printed.
fn keep_quiet() {
    let loud = take_hook();
    set_hook(Box::new(move |panic| {
        if UNDER_WAY.load(Ordering::SeqCst) == 0 || panic.location().is_none_or(is_ours) {
            loud(panic);
        }
    }));
}

/// Dependencies are compiled by their full paths, this crate by paths from its root.
fn is_ours(location: &Location<'_>) -> bool {
    location.file().starts_with("src")
}

fn said(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}
