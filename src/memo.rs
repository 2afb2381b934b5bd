//! A memo: what was made of something, for as long as it is made of the same.
//!
//! Takes: the name of what is made, a key of all that it is made of, and how. Gives: what was made the last time, or is made now. A
//! preview makes a publication anew after each change of one text, and nearly all of it is what it was. Must not know what is kept.

use std::any::Any;
use std::collections::HashMap;
use std::hash::Hasher;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// BLAKE3 over all that something is made of.
pub type Key = [u8; 32];

/// Values by what they are and what they are made of.
type Values = HashMap<(&'static str, Key), Value>;

struct Value {
    made: Arc<dyn Any + Send + Sync>,
    /// Since the last sweep.
    wanted: bool,
}

/// Into so many parts are values divided, by the first byte of their keys: stages that run side by side seldom want the same part.
const PARTS: usize = 16;

pub struct Memo {
    /// None where nothing is kept.
    values: Option<[Mutex<Values>; PARTS]>,
}

static NONE: Memo = Memo { values: None };

impl Memo {
    /// For whoever runs the stages once: it keeps nothing, and no key is made.
    pub fn none() -> &'static Memo {
        &NONE
    }

    /// Empty.
    pub fn blank() -> Memo {
        Memo { values: Some(std::array::from_fn(|_| Mutex::default())) }
    }

    /// What was made of the same before; otherwise what `make` makes of it. `of` says all that it depends on.
    pub fn or<T: Send + Sync + 'static>(
        &self,
        what: &'static str,
        of: impl FnOnce(&mut Seal),
        make: impl FnOnce() -> T,
    ) -> Arc<T> {
        let Some(parts) = &self.values else { return Arc::new(make()) };
        let key = (what, sealed(of));
        let values = &parts[usize::from(key.1[0]) % PARTS];
        if let Some(value) = locked(values).get_mut(&key) {
            value.wanted = true;
            if let Ok(made) = Arc::clone(&value.made).downcast() {
                return made;
            }
        }
        // Not under the lock: others are made meanwhile.
        let made = Arc::new(make());
        locked(values).insert(key, Value { made: Arc::clone(&made) as Arc<dyn Any + Send + Sync>, wanted: true });
        made
    }

    /// A key of what many values depend on. Where nothing is kept, nobody looks at it.
    pub fn key(&self, of: impl FnOnce(&mut Seal)) -> Key {
        if self.values.is_some() { sealed(of) } else { Key::default() }
    }

    /// Forgets what nobody has asked for since the last time.
    pub fn sweep(&self) {
        for values in self.values.iter().flatten() {
            locked(values).retain(|_, value| std::mem::take(&mut value.wanted));
        }
    }
}

fn locked(values: &Mutex<Values>) -> MutexGuard<'_, Values> {
    values.lock().unwrap_or_else(PoisonError::into_inner)
}

fn sealed(of: impl FnOnce(&mut Seal)) -> Key {
    let mut seal = Seal::default();
    of(&mut seal);
    *blake3::hash(&seal.0).as_bytes()
}

/// What a key is made of: whatever can be hashed, one after another.
#[derive(Default)]
pub struct Seal(Vec<u8>);

impl Hasher for Seal {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        let (mut first, key) = ([0; 8], blake3::hash(&self.0));
        first.copy_from_slice(&key.as_bytes()[..8]);
        u64::from_le_bytes(first)
    }
}
