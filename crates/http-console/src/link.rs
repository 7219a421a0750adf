//! Addresses of lists: the same list with one thing more, less or otherwise.

use form_urlencoded::Serializer;

/// A list's address, in parts.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    path: String,
    pairs: Vec<(String, String)>,
}

impl Link {
    /// From an address as it came, without where a page begins, what was just done, and what choices were looked for.
    pub(crate) fn of(uri: &axum::http::Uri) -> Self {
        let pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned();
        let once = ["cursor", "done", "find", "intent"];
        let kept = pairs.filter(|(key, value)| !value.is_empty() && !once.contains(&key.as_str()));
        Self { path: uri.path().to_owned(), pairs: kept.collect() }
    }

    /// The page at an address, to come back to: what was just done is told once.
    pub(crate) fn here(uri: &axum::http::Uri) -> Self {
        let pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned();
        Self { path: uri.path().to_owned(), pairs: pairs.filter(|(key, _)| key != "done").collect() }
    }

    /// To this path.
    pub(crate) fn to(path: &str) -> Self {
        Self { path: path.to_owned(), pairs: Vec::new() }
    }

    /// With this, instead of whatever was said of it.
    pub(crate) fn with(&self, key: &str, value: &str) -> Self {
        let mut other = self.without(key);
        other.pairs.push((key.to_owned(), value.to_owned()));
        other
    }

    /// What is said of these.
    pub(crate) fn pairs<const N: usize>(&self, of: [&str; N]) -> Vec<(String, String)> {
        self.pairs.iter().filter(|(key, _)| of.contains(&key.as_str())).cloned().collect()
    }

    /// Without anything said of this.
    pub(crate) fn without(&self, key: &str) -> Self {
        let pairs = self.pairs.iter().filter(|(own, _)| own != key).cloned().collect();
        Self { path: self.path.clone(), pairs }
    }

    /// Without this value of it.
    pub(crate) fn without_value(&self, key: &str, value: &str) -> Self {
        let pairs = self.pairs.iter().filter(|(own, said)| own != key || said != value).cloned().collect();
        Self { path: self.path.clone(), pairs }
    }

    /// Somewhere else, with the same said.
    pub(crate) fn at(&self, path: &str) -> Self {
        Self { path: path.to_owned(), pairs: self.pairs.clone() }
    }

    /// As text.
    pub(crate) fn text(&self) -> String {
        if self.pairs.is_empty() {
            return self.path.clone();
        }
        let mut query = Serializer::new(String::new());
        query.extend_pairs(&self.pairs);
        format!("{}?{}", self.path, query.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_with_one_thing_otherwise() {
        let link = Link::of(&"/members?q=a%26b&status=active&status=pending&cursor=x&done=saved&level=".parse().unwrap());
        assert_eq!(link.text(), "/members?q=a%26b&status=active&status=pending");
        assert_eq!(link.without_value("status", "active").text(), "/members?q=a%26b&status=pending");
        assert_eq!(link.without("status").with("sort", "-name").text(), "/members?q=a%26b&sort=-name");
        assert_eq!(link.without("status").without("q").text(), "/members");
        let here = Link::here(&"/members?q=a&cursor=x&done=saved".parse().unwrap());
        assert_eq!(here.text(), "/members?q=a&cursor=x", "where a page begins is kept, what was done isn't told twice");
    }
}
