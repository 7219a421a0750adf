//! The buffers that Argon2 fills: kept from one hash to the next, and wiped in between.

use std::sync::{Mutex, PoisonError};

use argon2::Block;
use secrecy::zeroize::Zeroize;

/// Idle buffers of one size. Asking the system for 19 MiB and giving them back for every sign-in costs more than keeping them.
pub(super) struct Memory {
    blocks: usize,
    most: usize,
    idle: Mutex<Vec<Vec<Block>>>,
}

/// A buffer on loan, all zeros.
pub(super) struct Buffer<'a> {
    memory: &'a Memory,
    blocks: Vec<Block>,
}

impl Memory {
    /// Keeps at most so many buffers of so many blocks (1 KiB each).
    pub(super) fn new(blocks: usize, most: usize) -> Self {
        Self { blocks, most, idle: Mutex::new(Vec::new()) }
    }

    /// A buffer for so many blocks. One of another size than usual is made for the occasion and not kept.
    pub(super) fn lend(&self, blocks: usize) -> Buffer<'_> {
        let idle = if blocks == self.blocks { self.idle().pop() } else { None };
        Buffer { memory: self, blocks: idle.unwrap_or_else(|| vec![Block::new(); blocks]) }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Vec<Block>>> {
        // A push or a pop leaves the list whole even if a thread broke beside it.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    pub(super) fn idle_and_clean(&self) -> usize {
        let idle = self.idle();
        assert!(idle.iter().flatten().all(|block| block.as_ref().iter().all(|word| *word == 0)), "a buffer wasn't wiped");
        idle.len()
    }
}

impl AsMut<[Block]> for Buffer<'_> {
    fn as_mut(&mut self) -> &mut [Block] {
        &mut self.blocks
    }
}

impl Drop for Buffer<'_> {
    fn drop(&mut self) {
        // From its last block the hash can be had without any guessing.
        self.blocks.iter_mut().for_each(Zeroize::zeroize);
        let mut idle = self.memory.idle();
        if self.blocks.len() == self.memory.blocks && idle.len() < self.memory.most {
            idle.push(std::mem::take(&mut self.blocks));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buffers_are_kept_up_to_a_number_and_wiped() {
        let memory = Memory::new(8, 2);
        let mut buffers = [memory.lend(8), memory.lend(8), memory.lend(8), memory.lend(16)];
        for buffer in &mut buffers {
            buffer.as_mut().iter_mut().for_each(|block| block.as_mut().fill(u64::MAX));
        }
        drop(buffers);
        assert_eq!(memory.idle_and_clean(), 2);

        let _again = memory.lend(8);
        assert_eq!(memory.idle_and_clean(), 1, "a kept buffer is lent again");
        assert_eq!(memory.lend(16).blocks.len(), 16);
    }
}
