//! A stored hash: the PHC string's parts, and the one place that asks Argon2.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Params, Version};
use rand::CryptoRng;
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;

use super::PasswordError;
use super::memory::Memory;

const SALT_BYTES: usize = 16;
const OUTPUT_BYTES: usize = Params::DEFAULT_OUTPUT_LEN;

/// A row that somebody wrote into the store by hand must not be able to take the server's memory or its threads.
const MOST_MEMORY_KIB: u32 = 256 * 1024;
const MOST_PASSES: u32 = 16;

/// The parameters of a cost, if it is within bounds.
pub(super) fn cost(memory_kib: u32, passes: u32, lanes: u32) -> Option<Params> {
    let bearable = memory_kib <= MOST_MEMORY_KIB && passes <= MOST_PASSES;
    bearable.then(|| Params::new(memory_kib, passes, lanes, None).ok()).flatten()
}

pub(super) struct Stored {
    algorithm: Algorithm,
    version: Version,
    params: Params,
    salt: Vec<u8>,
    output: Vec<u8>,
}

impl Stored {
    /// Reads a PHC string of any Argon2 variant and any bearable cost, such as another product may have left.
    pub(super) fn parse(phc: &str) -> Result<Self, PasswordError> {
        Self::read(phc).ok_or(PasswordError::Unreadable)
    }

    fn read(phc: &str) -> Option<Self> {
        let hash = PasswordHash::new(phc).ok()?;
        let params = Params::try_from(&hash).ok()?;
        cost(params.m_cost(), params.t_cost(), params.p_cost())?;
        Some(Self {
            algorithm: Algorithm::new(hash.algorithm.as_str()).ok()?,
            // The format's oldest strings have no version, and mean 1.0.
            version: hash.version.map_or(Ok(Version::V0x10), Version::try_from).ok()?,
            params,
            salt: hash.salt?.to_vec(),
            output: hash.hash?.as_bytes().to_vec(),
        })
    }

    /// What stands in for an unknown person's hash: of the shape that real ones of this cost have, and nobody's.
    pub(super) fn nobody(params: &Params, rng: &mut impl CryptoRng) -> Self {
        let (mut salt, mut output) = (vec![0; SALT_BYTES], vec![0; OUTPUT_BYTES]);
        rng.fill_bytes(&mut salt);
        rng.fill_bytes(&mut output);
        Self { algorithm: Algorithm::Argon2id, version: Version::V0x13, params: params.clone(), salt, output }
    }

    /// Hashes a password with a new salt: the PHC string to store.
    pub(super) fn make(
        params: &Params,
        password: &SecretString,
        memory: &Memory,
        rng: &mut impl CryptoRng,
    ) -> Result<String, PasswordError> {
        let stored = Self::nobody(params, rng);
        let output = stored.compute(password, memory)?;
        stored.phc(&output).ok_or(PasswordError::Unreadable)
    }

    /// Whether this is the hash of a password, compared in constant time.
    pub(super) fn matches(&self, password: &SecretString, memory: &Memory) -> Result<bool, PasswordError> {
        Ok(self.compute(password, memory)?.ct_eq(&self.output).into())
    }

    /// Whether a hash that is made now would be of this kind and cost.
    pub(super) fn is_made_with(&self, params: &Params) -> bool {
        let cost = |params: &Params| (params.m_cost(), params.t_cost(), params.p_cost());
        let plain = self.params.keyid().is_empty() && self.params.data().is_empty();
        let kind = (self.algorithm, self.version, self.output.len());
        kind == (Algorithm::Argon2id, Version::V0x13, OUTPUT_BYTES) && cost(&self.params) == cost(params) && plain
    }

    fn compute(&self, password: &SecretString, memory: &Memory) -> Result<Vec<u8>, PasswordError> {
        let argon = Argon2::new(self.algorithm, self.version, self.params.clone());
        let mut output = vec![0; self.output.len()];
        argon
            .hash_password_into_with_memory(
                password.expose_secret().as_bytes(),
                &self.salt,
                &mut output,
                memory.lend(self.params.block_count()),
            )
            .map_err(|_| PasswordError::Unreadable)?;
        Ok(output)
    }

    fn phc(&self, output: &[u8]) -> Option<String> {
        let hash = PasswordHash {
            algorithm: self.algorithm.ident(),
            version: Some(self.version.into()),
            params: ParamsString::try_from(&self.params).ok()?,
            salt: Some(Salt::new(&self.salt).ok()?),
            hash: Some(Output::new(output).ok()?),
        };
        Some(hash.to_string())
    }
}
