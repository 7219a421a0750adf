//! The built-in models: what each of them promises, and its whole policy as a golden table.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

use tenure_access_models::{BUILT_IN, built_in, compile, render_policy};
use tenure_domain::access_model::{AccessModel, AssignedFrom, Effect, EmailChange, Reach, engine};
use tenure_domain::bits::{Level, Permission, Set};
use tenure_domain::visibility::{Masking, Visibility};

fn model(name: &str) -> AccessModel {
    compile(built_in(name).unwrap()).unwrap_or_else(|faults| panic!("{name}: {faults:#?}"))
}

fn level(model: &AccessModel, key: &str) -> Level {
    model.level(key).unwrap_or_else(|| panic!("no level {key}"))
}

fn levels(model: &AccessModel, keys: &[&str]) -> Set<Level> {
    keys.iter().map(|key| level(model, key)).collect()
}

fn permissions(model: &AccessModel, keys: &[&str]) -> Set<Permission> {
    keys.iter().map(|key| model.permission(key).unwrap_or_else(|| panic!("no permission {key}"))).collect()
}

fn denied(model: &AccessModel, restriction: &str) -> Set<Permission> {
    match model.effect(model.restriction(restriction).unwrap()).unwrap() {
        Effect::Denies(denied) => *denied,
        other => panic!("{restriction} denies nothing: {other:?}"),
    }
}

#[test]
fn golden_policies_of_the_built_in_models() {
    for (name, _) in BUILT_IN {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(*name, render_policy(&model(name)));
        });
    }
}

#[test]
fn every_model_is_found_by_the_name_that_it_bears() {
    for (name, document) in BUILT_IN {
        assert_eq!(model(name).name(), *name);
        assert_eq!(built_in(name), Some(*document));
    }
    assert_eq!(built_in("Workspace"), None);
}

#[test]
fn nobody_manages_more_than_themselves() {
    for (name, _) in BUILT_IN {
        let model = model(name);
        for giver in model.levels() {
            for taker in model.manages(giver).iter() {
                let (own, theirs) = (model.level_permissions(giver), model.level_permissions(taker));
                assert!(theirs.within(own), "{name}: {taker:?} may {:?} beyond {giver:?}", theirs.minus(own));
                assert!(
                    model.manages(taker).within(model.manages(giver)),
                    "{name}: {giver:?} could make a {taker:?} who manages more"
                );
                assert!(model.governs(giver) || !model.governs(taker), "{name}: {giver:?} could make a governor");
            }
        }
    }
}

#[test]
fn who_governs_may_do_everything_everywhere() {
    for (name, _) in BUILT_IN {
        let model = model(name);
        let governing: Vec<Level> = model.levels().filter(|level| model.governs(*level)).collect();
        assert_eq!(governing.len(), 1, "{name}");
        assert_eq!(model.level_permissions(governing[0]), model.permissions().collect(), "{name}");
        assert_eq!(model.manages(governing[0]), model.levels().collect(), "{name}");
        assert!(model.grantable(governing[0]).is_empty(), "{name}: there is nothing left to add");
    }
}

#[test]
fn in_workspace_a_manager_may_all_but_delete_integrations_and_teams_and_manages_agents_alone() {
    let model = model("workspace");
    let (owner, manager, agent) = (level(&model, "owner"), level(&model, "manager"), level(&model, "agent"));
    let missing = model.level_permissions(owner).minus(model.level_permissions(manager));
    assert_eq!(missing, permissions(&model, &["integrations.delete", "teams.delete"]));
    assert_eq!(model.manages(manager), levels(&model, &["agent"]));
    assert!(model.manages(agent).is_empty());
    assert_eq!([owner, manager, agent].map(|level| model.level_permissions(level).has(engine::MEMBERS_VIEW)), [true, true, false]);
}

#[test]
fn in_workspace_managers_and_agents_carry_their_own_restrictions_and_owners_none() {
    let model = model("workspace");
    let (managers, agents) = (levels(&model, &["manager"]), levels(&model, &["agent"]));
    for (keys, who) in [
        (&["no_settings", "no_contact_deletion", "no_data_export", "no_integrations"][..], managers),
        (
            &["contacts_own", "contacts_own_and_unassigned", "contacts_of_team", "no_calls", "no_workflows", "mask_phone_email"][..],
            agents,
        ),
    ] {
        for key in keys {
            assert_eq!(model.eligible(model.restriction(key).unwrap()), who, "{key}");
        }
    }
    assert_eq!(model.restrictions().count(), 10);
    let narrows = |key: &str| model.effect(model.restriction(key).unwrap()).unwrap().clone();
    let team = model.resource_kinds()[0].key.clone();
    assert_eq!(narrows("contacts_own"), Effect::Narrows(Visibility::Own));
    assert_eq!(narrows("contacts_own_and_unassigned"), Effect::Narrows(Visibility::OwnAndUnassigned));
    assert!(matches!(narrows("contacts_of_team"), Effect::Narrows(Visibility::Shared(kind)) if kind.as_str() == team));
    assert_eq!(narrows("mask_phone_email"), Effect::Masks(Masking::Partial));
}

#[test]
fn in_workspace_every_restriction_takes_something_from_those_who_may_carry_it() {
    let model = model("workspace");
    for restriction in model.restrictions() {
        let Some(Effect::Denies(denied)) = model.effect(restriction) else { continue };
        for level in model.eligible(restriction).iter() {
            let taken = denied.intersection(model.level_permissions(level));
            assert!(!taken.is_empty(), "{} is idle", model.restriction_name(restriction));
        }
    }
    let exports: Set<Permission> = model
        .permissions()
        .filter(|permission| model.permission_key(*permission).unwrap().as_str().split_once('.').unwrap().1 == "export")
        .collect();
    assert_eq!(denied(&model, "no_data_export"), exports, "from any part of the product");
}

#[test]
fn in_workspace_masking_is_a_feature_of_the_higher_plans() {
    let model = model("workspace");
    let masking = model.feature("masking").unwrap();
    assert_eq!(model.restriction_feature(model.restriction("mask_phone_email").unwrap()), Some(masking));
    assert_eq!(model.plans().iter().map(ToString::to_string).collect::<Vec<_>>(), ["starter", "growth", "advanced"]);
    assert_eq!(["starter", "growth", "advanced"].map(|plan| model.features_of_plan(plan).has(masking)), [false, true, true]);
}

#[test]
fn in_partner_network_three_extra_permissions_can_be_added_where_the_level_lacks_them() {
    let model = model("partner-network");
    let extra = |key: &str| model.grantable(level(&model, key));
    let all = permissions(&model, &["integrations.access", "issue_comments.access", "messages.reprocess"]);
    assert_eq!(extra("normal"), all);
    assert_eq!(extra("partner"), permissions(&model, &["issue_comments.access"]));
    assert!(all.within(model.level_permissions(level(&model, "admin"))));
    assert!(all.intersection(model.level_permissions(level(&model, "normal"))).is_empty());
    assert_eq!(
        ["admin", "normal", "partner"].map(|key| model.reach(level(&model, key), "partner")),
        [Reach::All, Reach::Choose, Reach::ExactlyOne]
    );
    let kept = ["members.view", "members.invite", "members.manage", "partner.assign", "branding.manage", "saml.manage"];
    assert!(permissions(&model, &kept).intersection(model.level_permissions(level(&model, "normal"))).is_empty());
}

#[test]
fn in_account_tree_roles_add_up_and_a_user_only_looks() {
    let model = model("account-tree");
    let may = |key: &str| model.level_permissions(level(&model, key));
    let messages = permissions(&model, &["messages.read", "messages.reply"]);
    assert!(may("user").intersection(messages).is_empty());
    assert!(messages.within(may("messaging_agent")));
    let looks = |permission: Permission| model.permission_key(permission).unwrap().as_str().split_once('.').unwrap().1 == "view";
    assert!(may("user").iter().all(looks));
    let kinds: Vec<(String, bool)> = model.workspace_kinds().iter().map(|(key, _, off)| (key.to_string(), *off)).collect();
    assert_eq!(
        kinds,
        [("group", false), ("subgroup", false), ("account", true), ("location", false)].map(|(key, off)| (key.to_owned(), off))
    );
}

#[test]
fn in_contact_center_administrators_alone_manage_users_and_queues_are_staffed_from_their_side() {
    let model = model("contact-center");
    assert_eq!(model.email_change(), EmailChange::Never);
    let queue = &model.resource_kinds()[0];
    assert!(queue.cleared_on_deactivation && queue.assigned_from == AssignedFrom::Resource);
    let who = |permission: &str| -> Set<Level> {
        let permission = model.permission(permission).unwrap();
        model.levels().filter(|level| model.level_permissions(*level).has(permission)).collect()
    };
    assert_eq!(who("queue.assign"), levels(&model, &["administrator", "manager"]));
    assert_eq!(who("members.manage").union(who("members.invite")), levels(&model, &["administrator"]));
    let statistics = model.feature("call_statistics").unwrap();
    assert_eq!(
        ["starter", "professional", "pro_plus"].map(|plan| model.features_of_plan(plan).has(statistics)),
        [false, true, true]
    );
}

#[test]
fn in_feedback_four_permissions_are_given_one_by_one() {
    let model = model("feedback");
    let member = level(&model, "member");
    let four = ["user_management.use", "message_center.use", "live_conversations.use", "api.use"];
    assert_eq!(model.grantable(member), permissions(&model, &four));
    assert!(!model.level_permissions(member).has(engine::MEMBERS_VIEW));
    assert!(model.meaning(model.permission(four[0]).unwrap()).has(engine::MEMBERS_MANAGE));
    assert_eq!(model.manages(member), levels(&model, &["member"]));
    let gated = four.map(|key| model.permission_feature(model.permission(key).unwrap()).is_some());
    assert_eq!(gated, [false, true, true, true]);
    assert_eq!(model.eligible(model.restriction("hide_pii").unwrap()), model.levels().collect());
}
