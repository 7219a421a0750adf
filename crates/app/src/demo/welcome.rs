//! What a demo prints when it is ready.

use super::people::{self, MANAGER, MASKED_AGENT, TEAM_AGENT};
use super::{PASSWORD, YOU};

/// Where to go and how to sign in.
pub(crate) fn welcome(public_url: &str, database: &str, is_new: bool) -> String {
    let made = if is_new {
        "made now"
    } else if database.starts_with("sqlite") {
        "as you left it; remove its folder to begin anew"
    } else {
        "as you left it; name an empty one to begin anew"
    };
    let [manager, agent, fellow] = [MANAGER, MASKED_AGENT, TEAM_AGENT].map(people::address);
    format!(
        "\
This is a demo of Tenure, for this machine only: its data is made up, its password is known to
everybody, and its mail goes nowhere.

    Go to       {public_url}
    Sign in as  {YOU}
    Password    {PASSWORD}

{YOU} governs the organizations \"Aster Support\" (a shared inbox), \"Borealis Network\"
(partners and who may see which), \"Cedar Locations\" (a tree of accounts) and \"Dahlia Call Centre\"
(queues and calls), and is operator of this installation. Everybody else in Aster Support who has accepted signs in with the same password, such as
{manager} (a Manager), {agent} (an Agent to whom phone numbers
and addresses are masked) and {fellow} (an Agent who sees the contacts of their
team alone). The API is described at {public_url}/api/docs;
from a terminal:

    curl -c demo.cookies {public_url}/api/v1/session \\
      --json '{{\"email\": \"{YOU}\", \"password\": \"{PASSWORD}\"}}'
    curl -b demo.cookies {public_url}/api/v1/organizations

    Mail        {public_url}/api/v1/dev/mail (all since this start, with their links)
    Data        {database} ({made})

Stop with Ctrl-C.
"
    )
}
