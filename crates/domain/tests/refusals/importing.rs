//! Refusals of rows of a sheet, and of sheets.

use tenure_domain::RefusalKind::{Conflict, Forbidden, Invalid, NotFound};
use tenure_domain::import::{Cells, Column, Import, MOST_ROWS, RowRefused, Shown};
use tenure_domain::job::{Beginning, JobState, NewPlan, execute, plan};
use tenure_domain::strategies::id;
use tenure_domain::workspace::Place;
use tenure_domain::{EmailAddress, WorkspaceId};

use crate::acts::place;
use crate::small::{ADA, BERLIN, BOB, CEM, small, who, workspace};
use crate::{Line, check, no};

fn cells(of: &[(Column, &str)]) -> Cells {
    Cells::new(2, of.iter().map(|(column, text)| (*column, (*text).to_owned())))
}

#[test]
fn a_row_that_makes_no_sense_is_refused_with_its_cell() {
    use Column::{Email, FirstName, Grants, Language, Levels, Member, Phone, TimeZone};
    let scene = small();
    let bob = who(&scene, BOB);
    let (at, berlin): (WorkspaceId, WorkspaceId) = (scene.organization.root, workspace(BERLIN));
    let change = |hides, of: &[(Column, &str)]| no(cells(of).change(&Shown::of(&bob.membership, &bob.grants, hides), at));
    let newcomer = |of: &[(Column, &str)]| no(cells(of).newcomer(EmailAddress::parse("gus@example.test").unwrap(), at));
    let line = |when, refused, kind, rule, says, pointer| Line { when, refused, kind, rule, says, pointer: Some(pointer) };
    let twice = format!("{berlin}:agent {berlin}:reader");
    let otherwise = format!("{berlin}:agent");
    let many = (1..=21).map(|number| format!("{}:agent", workspace(number))).collect::<Vec<_>>().join(" ");
    let own = bob.membership.email.as_str();
    check(vec![
        line("nobody is named", no(cells(&[(FirstName, "Gus")]).named()), Invalid, "nobody", "`email`", "/email"),
        line("no id", no(cells(&[(Member, "Bob")]).named()), NotFound, "not_found", "no such member", "/member"),
        line("no address", no(cells(&[(Email, "gus@")]).named()), Invalid, "email", "e-mail", "/email"),
        line("another address", change(false, &[(Email, "b@x.test")]), Conflict, "email_not_changed", "import", "/email"),
        line("no address beside a member", change(false, &[(Email, "b")]), Invalid, "email", "e-mail", "/email"),
        line("a hidden address", change(true, &[(Email, own)]), Forbidden, "masked", "hidden", "/email"),
        line("no name", change(false, &[(FirstName, "a\u{7}b")]), Invalid, "control_character", "control", "/first_name"),
        line("a local number", change(false, &[(Phone, "030")]), Invalid, "phone", "+49", "/phone"),
        line("no language", change(false, &[(Language, "fr")]), Invalid, "language", "`de`", "/language"),
        line("no time zone", newcomer(&[(TimeZone, "Mars")]), Invalid, "time_zone", "Europe/Berlin", "/time_zone"),
        line("no grants", change(false, &[(Grants, "agent")]), Invalid, "bad_grants", "workspace:level", "/grants"),
        line("one workspace twice", change(false, &[(Grants, &twice)]), Invalid, "bad_grants", "once", "/grants"),
        line("no levels", change(false, &[(Levels, "Agent!")]), Invalid, "bad_levels", "access levels", "/levels"),
        line(
            "two cells against each other",
            change(false, &[(Grants, &otherwise), (Levels, "reader")]),
            Invalid,
            "levels_disagree",
            "`grants`",
            "/levels",
        ),
        line(
            "levels where they have none",
            change(false, &[(Levels, "agent")]),
            Invalid,
            "levels_elsewhere",
            "`grants`",
            "/levels",
        ),
        line("too many at once", newcomer(&[(Grants, &many)]), Invalid, "too_many_grants", "20", "/grants"),
        line("an invitation to nothing", newcomer(&[(FirstName, "Gus")]), Invalid, "no_level", "at least one", "/grants"),
        line("the same person twice", Some(Box::new(RowRefused::Duplicate)), Conflict, "duplicate", "same person", "/email"),
    ]);
    assert!(change(true, &[(Email, ""), (Phone, "")]).is_none(), "what is hidden is an empty cell");
    assert!(change(false, &[(Email, &own.to_uppercase()), (Language, ""), (TimeZone, "")]).is_none());
}

#[test]
fn levels_without_grants_count_at_one_workspace() {
    let scene = small();
    let at = workspace(BERLIN);
    let gus = EmailAddress::parse("gus@example.test").unwrap();
    let newcomer = cells(&[(Column::Levels, "agent reader"), (Column::Grants, "")]).newcomer(gus, at).unwrap();
    assert_eq!(newcomer.grants.len(), 1);
    assert_eq!((newcomer.grants[0].0, newcomer.grants[0].1.len()), (at, 2));
    let bob = who(&scene, BOB);
    let shown = Shown::of(&bob.membership, &bob.grants, false);
    let levels = |text: &str| cells(&[(Column::Levels, text)]).change(&shown, at).unwrap().grants;
    assert!(levels("").is_empty() && levels(&shown.cell(Column::Levels)).is_empty());
    assert_eq!(levels("agent").len(), 1);
}

#[test]
fn a_plan_is_for_whoever_may_do_something_to_somebody_and_has_so_many_rows_at_most() {
    let scene = small();
    let asking = |actor, import: Import| {
        let person = who(&scene, actor);
        let access = person.access(&scene.organization);
        let places: Vec<Place> = person.grants.iter().map(|grant| place(&scene, grant.workspace)).collect();
        let (organization, by) = (scene.organization.id, person.id());
        let facts = Beginning { organization, by, access: &access, places: &places, place: None };
        let planned = plan(&facts, NewPlan { id: id(9), import, asked: Vec::new() }, scene.now);
        planned.map(|decided| {
            let job = decided.value.0;
            assert_eq!(job.state, JobState::Planned);
            assert!(!job.is_forgotten(scene.now) && job.is_forgotten(scene.now.plus(tenure_domain::DAY)));
            let begun = execute(&facts, job, None, scene.now).unwrap();
            assert_eq!(begun.state, JobState::Done, "nobody waits");
            assert_eq!(execute(&facts, begun.clone(), None, scene.now), Ok(begun), "twice is once");
        })
    };
    let most = u32::try_from(MOST_ROWS).unwrap();
    let rows = |rows| Import { rows, ..Import::default() };
    let line = |when, refused, kind, rule, says, pointer| Line { when, refused, kind, rule, says, pointer };
    check(vec![
        line("an agent", no(asking(CEM, rows(1))), Forbidden, "missing_permission", "members.manage", None),
        line("too many rows", no(asking(ADA, rows(most + 1))), Invalid, "too_many", "10000", None),
    ]);
    assert!(no(asking(ADA, rows(most))).is_none());
}
