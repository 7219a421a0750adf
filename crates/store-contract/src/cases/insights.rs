//! What insights are read from.

use std::sync::Arc;

use tenure_domain::event::Event;
use tenure_domain::insight::{Staffed, Wider};
use tenure_domain::membership::Status;
use tenure_domain::record::Actor;
use tenure_domain::resource::{Known, Resource};
use tenure_domain::selection::{LevelReach, Selection};
use tenure_domain::visibility::Masking;
use tenure_domain::{Instant, KindKey, LevelKey, MemberId};
use tenure_port_store::{PageAsk, ResourceSights, Store};

use crate::contract::cases;
use crate::samples::{Office, at, level, levels, record};

fn desks(office: &Office) -> (LevelReach, Staffed) {
    let reach = office.organization.model.level_reach(&KindKey::parse("desk").unwrap());
    let staffed = Staffed { levels: reach.clone(), workers: levels(&["agent"]), leaders: levels(&["chief"]) };
    (reach, staffed)
}

fn sights(office: &Office) -> ResourceSights {
    let known = Known { whole: [KindKey::parse("desk").unwrap()].into(), ..Known::default() };
    ResourceSights { viewer: office.chief, known }
}

async fn nobody_is_in_what_only_people_who_do_not_count_chose(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let agent = office.hire("A Gent", &[("agent", root)]).await;
    let idle = office.add("In Active", Status::Inactive, &[("agent", root)], |_| {}).await.id;
    let clerk = office.hire("Cl Erk", &[("clerk", root)]).await;
    let mut made = Vec::new();
    for called in ["Attic", "Door", "Hall", "Yard"] {
        made.push(office.resource("desk", called).await);
    }
    let group = office.group("desk", "Upstairs").await;
    office.put(&mut made[0], &[group.id]).await;
    let mut unit = office.lock().await;
    unit.resource_changes().update(&Resource { for_everyone: true, ..made[3].clone() }).await.unwrap();
    unit.commit().await.unwrap();
    let (reach, _) = desks(&office);
    let nobody_in = async |limit| {
        let (mut names, mut ask) = (Vec::new(), PageAsk::first(limit));
        loop {
            let page = office.store.queries().nobody_in(office.id(), &sights(&office), &reach, &ask).await.unwrap();
            names.extend(page.items.iter().map(|one| one.name.to_string()));
            let Some(next) = page.next else { return names };
            ask.after = Some(next);
        }
    };
    assert_eq!(nobody_in(9).await, ["Attic", "Door", "Hall"], "what is for everyone is nobody's to work in");
    for without in [idle, clerk] {
        office.select(without, "desk", Selection::only([made[1].id])).await;
    }
    assert_eq!(nobody_in(1).await, ["Attic", "Door", "Hall"], "page by page, and of nobody who doesn't count");
    office.select(agent, "desk", Selection::only([made[1].id])).await;
    assert_eq!(nobody_in(9).await, ["Attic", "Hall"]);
    office.select(agent, "desk", Selection::only([group.id])).await;
    assert_eq!(nobody_in(9).await, ["Door", "Hall"]);
    office.select(agent, "desk", Selection::All).await;
    assert!(nobody_in(9).await.is_empty());
}

async fn whoever_works_in_none_is_found_however_it_came_about(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let mut agents = Vec::new();
    for called in ["A One", "B Two", "C Three", "D Four"] {
        agents.push(office.hire(called, &[("agent", root)]).await);
    }
    office.hire("Cl Erk", &[("clerk", root)]).await;
    office.add("In Active", Status::Inactive, &[("agent", root)], |_| {}).await;
    office.add("Lea Der", Status::Active, &[("agent", root), ("chief", office.workspace(root, "Elsewhere").await)], |_| {}).await;
    let (desk, other, group) =
        (office.resource("desk", "Door").await, office.resource("desk", "Hall").await, office.group("desk", "Upstairs").await);
    let team = office.resource("team", "Blue").await;
    let (_, staffed) = desks(&office);
    let everyone = office.everyone().await;
    let in_none = async |limit: u32| {
        let (mut found, mut ask) = (Vec::<MemberId>::new(), PageAsk::first(limit));
        loop {
            let page = office.store.queries().in_none(office.id(), &everyone, &staffed, &ask).await.unwrap();
            assert!(page.items.len() <= limit as usize);
            found.extend(page.items.iter().map(|row| row.membership.id));
            let Some(next) = page.next else { break };
            ask.after = Some(next);
        }
        found.sort_unstable();
        found
    };
    let sorted = |of: &[usize]| {
        let mut of: Vec<MemberId> = of.iter().map(|at| agents[*at]).collect();
        of.sort_unstable();
        of
    };
    assert_eq!(in_none(9).await, sorted(&[0, 1, 2, 3]));
    office.select(agents[0], "desk", Selection::only([desk.id])).await;
    office.select(agents[1], "desk", Selection::only([group.id])).await;
    office.select(agents[2], "desk", Selection::All).await;
    office.select(agents[3], "team", Selection::only([team.id])).await;
    assert_eq!(in_none(1).await, sorted(&[3]), "another kind is none of this one");
    // What goes leaves those in none who had nothing else.
    office.select(agents[3], "desk", Selection::only([desk.id, other.id])).await;
    let mut unit = office.lock().await;
    unit.resource_changes().remove(&desk).await.unwrap();
    unit.resource_group_changes().remove(&group).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(in_none(1).await, sorted(&[0, 1]));
    office.select(agents[3], "desk", Selection::None).await;
    assert_eq!(in_none(2).await, sorted(&[0, 1, 3]));
    // Nor does a kind that the model has no more leave anything behind.
    let desks = KindKey::parse("desk").unwrap();
    let mut unit = office.lock().await;
    unit.holding_changes().forget_kind(&desks).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(in_none(9).await, sorted(&[0, 1, 2, 3]));
    let few = office.viewer(&[], Masking::None).await;
    assert!(office.store.queries().in_none(office.id(), &few, &staffed, &PageAsk::first(9)).await.unwrap().items.is_empty());
    // Whoever looks at one workspace sees those who reach it, and nobody beside it.
    let (here, there) = (office.workspace(root, "Here").await, office.workspace(root, "There").await);
    let (beside, below) = (office.hire("Be Side", &[("agent", there)]).await, office.hire("Be Low", &[("agent", here)]).await);
    let local = office.viewer(&[(here, true)], Masking::None).await;
    let page = office.store.queries().in_none(office.id(), &local, &staffed, &PageAsk::first(9)).await.unwrap();
    let seen: Vec<MemberId> = page.items.iter().map(|row| row.membership.id).collect();
    assert!(seen.contains(&below) && seen.contains(&agents[0]) && !seen.contains(&beside), "{seen:?}");
}

async fn invitations_are_unanswered_once_they_expired(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (_, early) = office.invite("Ear Ly", &[("agent", office.root())]).await;
    let (_, late) = office.invite("La Te", &[("agent", office.root())]).await;
    let everyone = office.everyone().await;
    let unanswered = async |now: Instant, limit| {
        let (mut found, mut ask) = (Vec::new(), PageAsk::first(limit));
        loop {
            let page = office.store.queries().unanswered(office.id(), &everyone, now, &ask).await.unwrap();
            found.extend(page.items.iter().map(|row| row.invitation.id));
            let Some(next) = page.next else { return found };
            ask.after = Some(next);
        }
    };
    let end = early.expires_at;
    assert!(unanswered(end.minus(std::time::Duration::from_micros(1)), 9).await.is_empty());
    let mut both = [early.id, late.id];
    both.sort_unstable();
    assert_eq!(unanswered(end, 1).await, both, "to the microsecond, and page by page");
}

async fn whoever_has_more_than_most_and_does_nothing_stands_out(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let here = office.workspace(office.root(), "Here").await;
    let lead = office.hire("Le Ad", &[("agent", here)]).await;
    let wider = Wider { level: level("agent"), narrower: vec![level("clerk"), level("guest")] };
    let everyone = office.everyone().await;
    let outliers = async |since: Instant| {
        let ask = PageAsk::first(9);
        let page = office.store.queries().outliers(office.id(), &everyone, &wider, since, &ask).await.unwrap();
        let told = |found: &tenure_port_store::Outlier| (found.row.membership.id, found.workspace, found.instead.clone());
        page.items.iter().map(told).collect::<Vec<_>>()
    };
    let since = at(1_000);
    for nth in 0..8 {
        office.hire(&format!("Cl Erk{nth}"), &[("clerk", here)]).await;
    }
    assert!(outliers(since).await.is_empty(), "eight others are too few");
    let elsewhere = office.viewer(&[(office.workspace(office.root(), "There").await, true)], Masking::None).await;
    let unseen = async || {
        let page = office.store.queries().outliers(office.id(), &elsewhere, &wider, since, &PageAsk::first(9)).await.unwrap();
        page.items.is_empty()
    };
    office.hire("Gu Est", &[("guest", here)]).await;
    let found = vec![(lead, here, LevelKey::parse("clerk").unwrap())];
    assert_eq!(outliers(since).await, found);
    assert!(unseen().await, "who may not see them isn't told");
    assert!(outliers(at(0)).await.is_empty(), "whoever came since then has had no time");
    office.hire("An Other", &[("agent", here)]).await;
    assert!(outliers(since).await.is_empty(), "two of eleven are no exception");
    for nth in 0..9 {
        office.hire(&format!("More{nth} Clerks"), &[("clerk", here)]).await;
    }
    assert_eq!(outliers(since).await.len(), 2);
    let mut unit = office.lock().await;
    let did = Event::ProfileChanged { member: lead, fields: vec!["phone"] };
    unit.journal().append(&[record(office.id(), at(2_000), Actor::Member(lead), did)]).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(outliers(since).await.len(), 1, "whoever did something uses it");
    assert_eq!(outliers(at(3_000)).await.len(), 2, "as long as it is lately");
}

async fn newcomers_come_newest_first_with_what_they_have(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let agent = office.hire("A Gent", &[("agent", office.root())]).await;
    let (waits, invitation) = office.invite("Wai Ts", &[("agent", office.root())]).await;
    office.add("In Active", Status::Inactive, &[("agent", office.root())], |_| {}).await;
    let desk = office.resource("desk", "Door").await;
    office.select(agent, "desk", Selection::only([desk.id])).await;
    let everyone = office.everyone().await;
    let newcomers = async |since: Instant, limit| {
        let (mut found, mut ask) = (Vec::new(), PageAsk::first(limit));
        loop {
            let page = office.store.queries().newcomers(office.id(), &everyone, since, &ask).await.unwrap();
            found.extend(page.items);
            let Some(next) = page.next else { return found };
            ask.after = Some(next);
        }
    };
    let found = newcomers(at(0), 1).await;
    let mut ids: Vec<MemberId> = found.iter().map(|one| one.row.membership.id).collect();
    assert!(ids.is_sorted_by(|one, other| one > other));
    ids.sort_unstable();
    let mut all = [office.chief, agent, waits.id];
    all.sort_unstable();
    assert_eq!(ids, all);
    let one = |id| found.iter().find(|one| one.row.membership.id == id).unwrap();
    assert_eq!((one(waits.id).invitation, one(agent).invitation), (Some(invitation.id), None));
    assert_eq!(one(agent).chosen, [KindKey::parse("desk").unwrap()].into());
    assert!(one(waits.id).chosen.is_empty() && !one(agent).has_factor);
    assert!(newcomers(at(1_000_000), 9).await.is_empty());
    // Whoever looks at one workspace sees those who reach it, and nobody beside it.
    let (here, there) = (office.workspace(office.root(), "Here").await, office.workspace(office.root(), "There").await);
    let beside = office.hire("Be Side", &[("agent", here)]).await;
    let elsewhere = office.viewer(&[(there, true)], Masking::None).await;
    let page = office.store.queries().newcomers(office.id(), &elsewhere, at(0), &PageAsk::first(9)).await.unwrap();
    let seen: Vec<MemberId> = page.items.iter().map(|one| one.row.membership.id).collect();
    assert!(seen.contains(&waits.id) && !seen.contains(&beside), "{seen:?}");
}

cases!($ insights:
    nobody_is_in_what_only_people_who_do_not_count_chose,
    whoever_works_in_none_is_found_however_it_came_about,
    invitations_are_unanswered_once_they_expired,
    whoever_has_more_than_most_and_does_nothing_stands_out,
    newcomers_come_newest_first_with_what_they_have,
);
