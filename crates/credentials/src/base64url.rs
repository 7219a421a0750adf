//! The one text form of tokens and secrets: base64url without padding, and only its canonical spelling.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::zeroize::Zeroizing;

pub(crate) fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of a text that [`encode`] could have made. Padding, white space, another alphabet and stray bits in the last
/// letter are refused: two spellings of one token would be two keys for one door, and slip past whoever looks for the first.
pub(crate) fn decode(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    URL_SAFE_NO_PAD.decode(text).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_canonical_spelling_is_read() {
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
        assert_eq!(decode("-_8").unwrap().as_slice(), [0xfb, 0xff]);
        for other in ["-_8=", "+/8", "-_9", " -_8", "-_8\n", "-_8\0", "-", "-_8a8"] {
            assert!(decode(other).is_none(), "{other:?}");
        }
    }
}
