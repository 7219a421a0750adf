//! What each route of an organization needs, said once in the words of the engine; whether somebody has it, the domain says.

use tenure_domain::access_model::{AssignedFrom, engine};
use tenure_domain::bits::Permission;
use tenure_domain::grant::Offer;
use tenure_domain::may_grant::{Grantee, Granter, Right, Side, Widened, may_grant, may_manage, may_manage_all, may_select};
use tenure_domain::membership::Status;
use tenure_domain::organization::may_remodel;
use tenure_domain::resource::{Known, Resource, ResourceGroup};
use tenure_domain::selection::Selection;
use tenure_domain::token::covers;
use tenure_domain::workspace::Place;
use tenure_domain::{KindKey, Name};
use uuid::Uuid;

use super::ground::{Actor, Ground, HERE, offer, somebody};
use crate::support::Route;

/// Something that a deed takes, besides being an active member of its organization. Deeds happen to somebody who has one grant,
/// here, of the product's level for that.
#[derive(Clone, Copy, Debug)]
pub(super) enum Need {
    /// To know of the place.
    Knows,
    /// A permission here,
    Has(Permission),
    /// at the root,
    AtRoot(Permission),
    /// or wherever.
    Somewhere(Permission),
    /// To see who it happens to: wherever they have access.
    Sees,
    /// To see a contact here that nobody has.
    SeesContact,
    /// To give the level to somebody who has nothing here,
    Gives(Right),
    /// or something else to who has that level: the level that they are lifted to,
    Lifts,
    /// or the product's other grant.
    Regrants,
    /// To manage whom it happens to, here,
    Manages(Right),
    /// or altogether.
    ManagesAll,
    /// To be able to do, and to see, all that they can who may have tokens.
    Covers,
    /// To change the access model.
    Remodels,
    /// That there is a kind of resources.
    IsKind,
    /// To know of a resource that nobody has.
    KnowsResource,
    /// The permission that deleting one takes.
    Deletes,
    /// To choose resources for whom it happens to: from this side, and whether they get one.
    Selects(Side, bool),
    /// That there is a kind of resources that is bundled in groups.
    IsGrouped,
    /// To know of a group that nobody has.
    KnowsGroup,
    /// To be somebody else: what belongs to its maker is nobody's here.
    IsItsMaker,
}

/// What becomes of a deed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    Allowed,
    /// 403 or 404.
    Refused,
    /// It would be theirs, if the model had such a thing: 422 or 404.
    Senseless,
}

use Need::{
    AtRoot, Covers, Deletes, Gives, Has, IsGrouped, IsItsMaker, IsKind, Knows, KnowsGroup, KnowsResource, Lifts, Manages,
    ManagesAll, Regrants, Remodels, Sees, SeesContact, Selects, Somewhere,
};

/// Every route below `/organizations/{org}`, and all that it needs.
#[rustfmt::skip]
pub(super) const NEEDS: &[(&str, &[Need])] = &[
    ("GET ",                                      &[]),
    ("PATCH ",                                    &[AtRoot(engine::ORGANIZATION_MANAGE)]),
    ("GET /access-model",                         &[]),
    ("PUT /access-model",                         &[Remodels]),
    ("POST /access-model/plan",                   &[Remodels]),
    ("GET /workspaces",                           &[Knows]),
    ("POST /workspaces",                          &[Has(engine::WORKSPACES_MANAGE)]),
    ("PATCH /workspaces/{ws}",                    &[Has(engine::WORKSPACES_SETTINGS)]),
    ("GET /workspaces/{ws}/move",                 &[Has(engine::WORKSPACES_MANAGE)]),
    ("POST /workspaces/{ws}/move",                &[Has(engine::WORKSPACES_MANAGE)]),
    ("DELETE /workspaces/{ws}",                   &[Has(engine::WORKSPACES_MANAGE)]),
    ("GET /members",                              &[Has(engine::MEMBERS_VIEW)]),
    ("GET /members.csv",                          &[Has(engine::MEMBERS_VIEW), Has(engine::MEMBERS_EXPORT)]),
    ("GET /members/{member}",                     &[Sees]),
    ("PATCH /members/{member}",                   &[Knows, ManagesAll]),
    ("POST /members/{member}/password-reset",     &[Knows, ManagesAll]),
    ("POST /members/{member}/email",              &[Knows, ManagesAll]),
    ("GET /members/{member}/tokens",              &[Sees, ManagesAll]),
    ("POST /members/{member}/tokens",             &[Knows, ManagesAll, Covers]),
    ("POST /members/{member}/tokens/{id}/replacement", &[Knows, ManagesAll, Covers]),
    ("DELETE /members/{member}/tokens/{id}",      &[Knows, ManagesAll]),
    ("GET /members/{member}/grants",              &[Sees]),
    ("GET /members/{member}/grants/{ws}",         &[Sees]),
    ("PUT /members/{member}/grants/{ws}",         &[Knows, Regrants]),
    ("GET /members/{member}/grants/{ws}/preview", &[Knows, Has(engine::MEMBERS_VIEW)]),
    ("GET /members/{member}/grants/{ws}/revocation", &[Manages(Right::Manage)]),
    ("POST /members/{member}/grants/{ws}/revocation", &[Manages(Right::Manage)]),
    ("GET /members/{member}/deletion",            &[ManagesAll]),
    ("POST /members/{member}/deletion",           &[ManagesAll]),
    ("POST /members/{member}/unlock",             &[Knows, ManagesAll]),
    ("POST /members/{member}/statistics",         &[Knows, ManagesAll]),
    ("GET /members/{member}/deactivation",        &[ManagesAll]),
    ("POST /members/{member}/deactivation",       &[ManagesAll]),
    ("GET /members/{member}/reactivation",        &[ManagesAll]),
    ("POST /members/{member}/reactivation",       &[ManagesAll, Gives(Right::Manage)]),
    ("POST /members/deletion",                    &[ManagesAll]),
    ("POST /members/levels",                      &[Lifts]),
    ("GET /members/{member}/selections/{kind}",   &[IsKind, Sees]),
    ("POST /members/import",                      &[Gives(Right::Invite)]),
    ("GET /members/import/{plan}",                &[IsItsMaker]),
    ("POST /members/import/{plan}/execution",     &[IsItsMaker]),
    ("PUT /members/{member}/selections/{kind}",   &[IsKind, Knows, Selects(Side::Member, true)]),
    ("GET /jobs",                                 &[]),
    ("GET /jobs/{id}",                            &[IsItsMaker]),
    ("POST /jobs/{id}/stop",                      &[IsItsMaker]),
    ("POST /jobs/{id}/undo",                      &[IsItsMaker]),
    ("GET /receipts",                             &[Somewhere(engine::MEMBERS_MANAGE)]),
    ("GET /receipts/{id}",                        &[Has(engine::MEMBERS_MANAGE)]),
    ("POST /receipts/{id}/undo",                  &[Gives(Right::Manage)]),
    ("GET /invitations",                          &[Somewhere(engine::MEMBERS_VIEW)]),
    ("POST /invitations",                         &[Gives(Right::Invite)]),
    ("PATCH /invitations/{id}",                   &[Manages(Right::Invite), Gives(Right::Invite)]),
    ("DELETE /invitations/{id}",                  &[Manages(Right::Invite)]),
    ("POST /invitations/{id}/resend",             &[Manages(Right::Invite)]),
    ("GET /contacts",                             &[Has(engine::CONTACTS_VIEW)]),
    ("POST /contacts",                            &[Has(engine::CONTACTS_HANDLE)]),
    ("GET /contacts/{id}",                        &[SeesContact]),
    ("DELETE /contacts/{id}",                     &[SeesContact, Has(engine::CONTACTS_DELETE)]),
    ("PUT /contacts/{id}/assignee",               &[SeesContact, Has(engine::CONTACTS_HANDLE)]),
    ("GET /access",                               &[Knows, Has(engine::MEMBERS_VIEW)]),
    ("POST /access/batch",                        &[Knows, Has(engine::MEMBERS_VIEW)]),
    ("GET /access/who",                           &[Knows, Has(engine::MEMBERS_VIEW)]),
    ("GET /resources",                            &[]),
    ("POST /resources",                           &[AtRoot(engine::RESOURCES_MANAGE), IsKind]),
    ("GET /resources/{id}",                       &[IsKind, KnowsResource]),
    ("PATCH /resources/{id}",                     &[IsKind, KnowsResource, AtRoot(engine::RESOURCES_MANAGE)]),
    ("DELETE /resources/{id}",                    &[IsKind, KnowsResource, AtRoot(engine::RESOURCES_MANAGE), Deletes]),
    ("GET /resources/{id}/members",               &[IsKind, KnowsResource, Somewhere(engine::MEMBERS_VIEW)]),
    ("PUT /resources/{id}/members/{member}",      &[IsKind, KnowsResource, Knows, Selects(Side::Resource, true)]),
    ("DELETE /resources/{id}/members/{member}",   &[IsKind, KnowsResource, Knows, Selects(Side::Resource, false)]),
    ("GET /resource-groups",                      &[]),
    ("POST /resource-groups",                     &[AtRoot(engine::RESOURCES_MANAGE), IsGrouped]),
    ("GET /resource-groups/{id}",                 &[IsGrouped, KnowsGroup]),
    ("PATCH /resource-groups/{id}",               &[IsGrouped, KnowsGroup, AtRoot(engine::RESOURCES_MANAGE)]),
    ("DELETE /resource-groups/{id}",              &[IsGrouped, KnowsGroup, AtRoot(engine::RESOURCES_MANAGE)]),
    ("GET /insights",                             &[Somewhere(engine::INSIGHTS_VIEW)]),
    ("GET /journal",                              &[AtRoot(engine::JOURNAL_VIEW)]),
    ("GET /journal.csv",                          &[AtRoot(engine::JOURNAL_VIEW), AtRoot(engine::MEMBERS_EXPORT)]),
    ("POST /presence",                            &[]),
    ("GET /stream",                               &[]),
];

/// What a route needs; a route that isn't there fails the build of whoever adds it (a5).
pub(super) fn needs_of(route: &Route) -> &'static [Need] {
    let short = route.name().replace("/organizations/{org}", "");
    let found = NEEDS.iter().find(|(name, _)| *name == short);
    found.unwrap_or_else(|| panic!("a5: say what `{short}` needs")).1
}

impl Ground {
    /// What the model says of somebody's asking for this.
    pub(super) fn verdict(&self, actor: &Actor, needs: &[Need]) -> Verdict {
        let is_here = actor.status == Some(Status::Active);
        let of_the_model = |need: &&Need| matches!(need, IsKind | IsGrouped | KnowsResource | KnowsGroup | Selects(..));
        match () {
            () if !is_here || !needs.iter().filter(|need| !of_the_model(need)).all(|need| self.meets(actor, *need)) => {
                Verdict::Refused
            }
            () if needs.iter().any(|need| matches!(need, IsGrouped)) => match self.stage.product.grouped {
                None => Verdict::Senseless,
                Some(_) if needs.iter().all(|need| self.meets(actor, *need)) => Verdict::Allowed,
                Some(_) => Verdict::Refused,
            },
            () if !needs.iter().any(|need| matches!(need, IsKind)) => Verdict::Allowed,
            () => self.of_resources(actor, needs),
        }
    }

    fn of_resources(&self, actor: &Actor, needs: &[Need]) -> Verdict {
        let Some(kind) = self.stage.product.kind.and_then(|key| self.model.resource_kind(key)) else { return Verdict::Senseless };
        let sides = needs.iter().filter_map(|need| if let Selects(side, _) = need { Some(side) } else { None });
        let fits = |side: &Side| match kind.assigned_from {
            AssignedFrom::Both => true,
            AssignedFrom::Member => *side == Side::Member,
            AssignedFrom::Resource => *side == Side::Resource,
        };
        let theirs = needs.iter().filter(|need| !matches!(need, IsKind)).all(|need| self.meets(actor, *need));
        let names = needs.iter().any(|need| matches!(need, Selects(Side::Member, true)));
        match () {
            // What somebody doesn't know of, who may choose, they can't name.
            () if names && self.meets(actor, ManagesAll) && !self.meets(actor, KnowsResource) => Verdict::Senseless,
            () if !theirs => Verdict::Refused,
            () if sides.into_iter().all(fits) => Verdict::Allowed,
            () => Verdict::Senseless,
        }
    }

    fn meets(&self, actor: &Actor, need: Need) -> bool {
        let (access, here) = (&actor.access, &self.places[HERE]);
        match need {
            Knows => access.workspaces().any(|at| here.is_within(at)),
            Has(permission) => access.can(permission, here),
            AtRoot(permission) => access.can(permission, &self.places[0]),
            Somewhere(permission) => self.places.iter().any(|place| access.can(permission, place)),
            // They have access here and below.
            Sees => self.places.iter().any(|place| place.is_within(here.workspace()) && access.can(engine::MEMBERS_VIEW, place)),
            SeesContact => {
                access.can(engine::CONTACTS_VIEW, here) && access.visibility_at(here).shows(actor.id, None, |_, _| false)
            }
            Gives(right) => self.gives(actor, &offer(&[self.stage.product.target], &[], &[]), None, right),
            Lifts => self.gives(actor, &offer(&[self.stage.product.lifted], &[], &[]), Some(here), Right::Manage),
            Regrants => {
                let (levels, restrictions) = self.stage.product.regrant;
                self.gives(actor, &offer(levels, &[], restrictions), Some(here), Right::Manage)
            }
            Manages(right) => self.manages(actor, |granter, grantee| may_manage(granter, grantee, here, right).is_ok()),
            ManagesAll => self.manages(actor, |granter, grantee| {
                may_manage_all(granter, grantee.id.unwrap(), grantee.access.unwrap(), [here]).is_ok()
            }),
            Covers => {
                let held = offer(&[self.stage.product.target], self.stage.product.tokens.as_slice(), &[]);
                let theirs = self.access(Status::Active, Some((here.workspace(), &held)));
                covers(access, &theirs, &self.places, &[])
            }
            Remodels => may_remodel(self.granter(actor), access, &self.places[0]).is_ok(),
            KnowsResource => Known::of(access, &self.places[0], &self.held(actor)).has(&self.fresh_resource(), &actor.own),
            Deletes => {
                let kind = self.model.resource_kind(self.stage.product.kind.unwrap_or_default());
                let takes = kind.and_then(|kind| kind.delete.as_deref()).and_then(|key| self.model.permission(key));
                takes.is_none_or(|permission| access.can(permission, &self.places[0]))
            }
            Selects(side, gets_one) => self.selects(actor, side, gets_one),
            IsKind => self.stage.product.kind.is_some(),
            IsGrouped => self.stage.product.grouped.is_some(),
            KnowsGroup => {
                let own = &Selection::None;
                Known::of(access, &self.places[0], &self.held(actor)).has_group(&self.fresh_group(), own)
            }
            IsItsMaker => false,
        }
    }

    fn granter<'a>(&self, actor: &'a Actor) -> Granter<'a> {
        debug_assert_eq!(actor.access.setting().root, self.places[0].workspace(), "they are of this ground");
        Granter::Member { id: actor.id, access: &actor.access }
    }

    /// To whom it happens, with what they hold.
    fn manages(&self, actor: &Actor, may: impl FnOnce(Granter<'_>, Grantee<'_>) -> bool) -> bool {
        let held = offer(&[self.stage.product.target], &[], &[]);
        let theirs = self.access(Status::Active, Some((self.places[HERE].workspace(), &held)));
        may(self.granter(actor), Grantee { id: Some(somebody()), access: Some(&theirs), standing: None })
    }

    fn gives(&self, actor: &Actor, given: &Offer, standing: Option<&Place>, right: Right) -> bool {
        let here = &self.places[HERE];
        let held = offer(&[self.stage.product.target], &[], &[]);
        let grant = standing.map(|place| self.grant(place.workspace(), &held));
        let theirs = self.access(Status::Active, standing.map(|place| (place.workspace(), &held)));
        let grantee = Grantee { id: Some(somebody()), access: Some(&theirs), standing: grant.as_ref() };
        may_grant(self.granter(actor), grantee, given, here, right).is_ok()
    }

    fn selects(&self, actor: &Actor, side: Side, gets_one: bool) -> bool {
        let Some(kind) = self.stage.product.kind.and_then(|key| self.model.resource_kind(key)) else { return false };
        // What is no member's to choose is not asked for.
        let gets_one = gets_one && (side != Side::Member || self.stage.product.from_member);
        let resource = self.fresh_resource();
        let resources = if gets_one { vec![&resource] } else { Vec::new() };
        let widened = Widened { all: false, resources, groups: Vec::new() };
        let places = [self.places[HERE].clone()];
        self.manages(actor, |granter, grantee| {
            let to = (grantee.id.unwrap(), grantee.access.unwrap());
            may_select(granter, to, &places, side, kind, &actor.own, &widened).is_ok()
        })
    }

    /// The places of somebody's grants.
    fn held(&self, actor: &Actor) -> Vec<Place> {
        self.places.iter().filter(|place| actor.access.workspaces().any(|at| at == place.workspace())).cloned().collect()
    }

    fn fresh_resource(&self) -> Resource {
        Resource {
            organization: self.stage.owner.organization.parse::<Uuid>().unwrap().into(),
            id: Uuid::from_u128(7).into(),
            kind: KindKey::parse(self.stage.product.kind.unwrap_or("none")).unwrap(),
            name: Name::parse("Fresh").unwrap(),
            for_everyone: false,
            groups: [].into(),
            created_at: self.stage.house.now(),
            version: 1,
        }
    }

    fn fresh_group(&self) -> ResourceGroup {
        ResourceGroup {
            organization: self.stage.owner.organization.parse::<Uuid>().unwrap().into(),
            id: Uuid::from_u128(8).into(),
            kind: KindKey::parse(self.stage.product.grouped.unwrap_or("none")).unwrap(),
            name: Name::parse("Fresh group").unwrap(),
            created_at: self.stage.house.now(),
            version: 1,
        }
    }
}
