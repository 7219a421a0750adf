//! The statements that fill a hall.
#![expect(clippy::unused_self, clippy::format_collect, reason = "each part reads as one of the hall's, whether it needs it or not")]

use super::{Hall, Kind, PEOPLE, id};
use crate::samples::{at, document};

/// How a database says what the two say differently.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// An id, given the eight hexadecimal digits of its kind and the expression of its number.
    pub id: fn(&str, &str) -> String,
    /// An expression of text as JSON.
    pub json: fn(&str) -> String,
    /// 32 bytes that no other number has.
    pub hash: fn(&str) -> String,
    /// Yes and no.
    pub flags: [&'static str; 2],
}

/// The name of a member, folded.
pub(super) fn name(number: u64) -> String {
    format!("given{} family{number}", number % 700)
}

pub(super) fn email(number: u64) -> String {
    format!("person{number}@example.test")
}

pub(super) fn active(number: u64) -> i64 {
    at(number).micros()
}

impl Words {
    fn of(self, kind: Kind, number: &str) -> String {
        (self.id)(&format!("{:08x}", kind as u32), number)
    }
}

/// All numbers from 1 on.
fn numbers(most: u64) -> String {
    format!("with recursive n(i) as (select cast(1 as bigint) union all select i + 1 from n where i < {most}) ")
}

impl Hall {
    /// The statements that fill it, in their order.
    pub fn fill(&self, words: Words) -> Vec<String> {
        let mut statements = self.places(words);
        statements.extend(self.people(words));
        statements.extend(self.teams(words));
        statements.extend(self.served(words));
        statements.extend(self.told(words));
        statements.extend(self.jobs(words));
        statements
    }

    fn places(&self, words: Words) -> Vec<String> {
        let [yes, _] = words.flags;
        let (organization, start) = (words.of(Kind::Organization, "1"), at(0).micros());
        let document = document().replace('\'', "''");
        let mut statements = vec![format!(
            "insert into organizations (id, name, name_key, root_id, model, document, features, active, \
             tokens_per_member, created_at, version) \
             values ({organization}, 'Hall', 'hall', {}, 'office', '{document}', '{{}}', {yes}, 1, {start}, 1)",
            words.of(Kind::Workspace, "1")
        )];
        for number in 1..=21 {
            let chain = Self::chain(number);
            let path: String = chain.iter().map(|id| format!("{}/", id.uuid().simple())).collect();
            let parent = match number {
                1 => "null".to_owned(),
                21 => words.of(Kind::Workspace, "2"),
                _ => words.of(Kind::Workspace, "1"),
            };
            statements.push(format!(
                "insert into workspaces (organization_id, id, parent_id, name, name_key, path, depth, active, features_off, \
                 created_at, version) values ({organization}, {}, {parent}, 'Place {number}', 'place {number}', '{path}', {}, \
                 {yes}, '[]', {start}, 1)",
                words.of(Kind::Workspace, &number.to_string()),
                chain.len() - 1
            ));
        }
        statements
    }

    /// Two thousand jobs of member 1's that have ended, one of nobody's that is running, and job 1 with half of all people.
    fn jobs(&self, words: Words) -> Vec<String> {
        let (organization, start) = (words.of(Kind::Organization, "1"), at(0).micros());
        let job = words.of(Kind::Job, "i");
        let (jobs, people) = (numbers(2_000), numbers(PEOPLE / 2));
        vec![
            format!(
                "{jobs}insert into jobs (organization_id, id, begun_by, task, details, state, total, done, refused, created_at, \
                 ended_at, leased_until) select {organization}, {job}, {}, 'deletion', '{{}}', \
                 case when i = 7 then 'running' else 'done' end, 1, 1, 0, {start}, case when i = 7 then null else {start} + i end, \
                 {start} from n",
                words.of(Kind::Member, "1")
            ),
            format!(
                "{people}insert into job_items (organization_id, job_id, position, member_id, outcome, rule) \
                 select {organization}, {}, i, {}, case when i % 1000 = 0 then 'refused' when i > 49000 then null else 'done' end, \
                 case when i % 1000 = 0 then 'not_found' end from n",
                words.of(Kind::Job, "1"),
                words.of(Kind::Member, "i")
            ),
        ]
    }

    fn people(&self, words: Words) -> Vec<String> {
        let ([yes, no], n, start) = (words.flags, numbers(PEOPLE), at(0).micros());
        let (organization, member) = (words.of(Kind::Organization, "1"), words.of(Kind::Member, "i"));
        let user = words.of(Kind::User, "i");
        let active = format!("case when i % 5 = 0 then 0 else {start} + i * 1000000 end");
        let place = "case when i <= 5 then 1 when i % 10 < 6 then 2 else 4 + i % 15 end";
        let level = "case when i <= 5 then 'chief' when i % 10 = 7 then 'clerk' else 'agent' end";
        let grant = |place: &str, level: &str, which: &str| {
            let place = words.of(Kind::Workspace, place);
            [
                format!(
                    "{n}insert into grants (organization_id, member_id, workspace_id, levels, permissions, restrictions, \
                     given_by_kind, given_by, given_at, version) select {organization}, {member}, {place}, {}, '[]', '[]', \
                     'member', {member}, {start}, 1 from n where {which}",
                    (words.json)(&format!("'[\"' || ({level}) || '\"]'"))
                ),
                format!(
                    "{n}insert into grant_levels (organization_id, workspace_id, level, member_id) \
                     select {organization}, {place}, {level}, {member} from n where {which}"
                ),
            ]
        };
        let mut statements = vec![
            format!(
                "{n}insert into users (id, email, email_confirmed, operator, created_at, version) \
                 select {user}, 'person' || i || '@example.test', {yes}, {no}, {start}, 1 from n where i % 10 <> 0"
            ),
            // One in fifty, all of them pending, has no name and is called by their address.
            format!(
                "{n}insert into memberships (organization_id, id, user_id, email, status, first_name, last_name, display_name, \
                 name_key, language, time_zone, digest, created_at, last_active_at, active_key, version) \
                 select {organization}, {member}, case when i % 10 = 0 then null else {user} end, 'person' || i || '@example.test', \
                 case when i % 10 = 0 then 'pending' when i % 5000 = 1 then 'inactive' else 'active' end, \
                 case when i % 50 = 0 then null else 'Given' || (i % 700) end, \
                 case when i % 50 = 0 then null else 'Family' || i end, \
                 case when i % 50 = 0 then 'person' || i || '@example.test' else 'Given' || (i % 700) || ' Family' || i end, \
                 case when i % 50 = 0 then 'person' || i || '@example.test' else 'given' || (i % 700) || ' family' || i end, \
                 'en', 'UTC', 'never', {start}, case when i % 5 = 0 then null else {start} + i * 1000000 end, {active}, 1 from n"
            ),
        ];
        statements.extend(grant(place, level, "true"));
        statements.extend(grant("3", "'clerk'", "i between 50000 and 50009"));
        let invitation = words.of(Kind::Invitation, "i");
        statements.push(format!(
            "{n}insert into invitations (organization_id, id, member_id, generation, expires_at, invited_by_kind, invited_by, \
             created_at, version) select {organization}, {invitation}, {member}, 1, {start}, 'member', {}, {start}, 1 \
             from n where i % 10 = 0",
            words.of(Kind::Member, "1")
        ));
        statements.push(format!(
            "{n}insert into errands (organization_id, id, at, actor_kind, member_id, matter, details, invitation_id, generation, \
             due_at) select {organization}, {}, {start}, 'system', {member}, 'invitation', '{{}}', {invitation}, 1, {start} \
             from n where i % 10 = 0",
            words.of(Kind::Errand, "i")
        ));
        statements
    }

    /// Twenty thousand teams, all but three of them in a hundred groups and had by those alone. Member 4717 chose them
    /// all, and is a clerk, of whom no choice counts.
    fn teams(&self, words: Words) -> Vec<String> {
        let ([yes, no], start) = (words.flags, at(0).micros());
        let organization = words.of(Kind::Organization, "1");
        let (resource, member) = (|number: &str| words.of(Kind::Resource, number), words.of(Kind::Member, "i"));
        let mut statements = vec![format!(
            "{}insert into resources (organization_id, id, kind, name, name_key, for_everyone, created_at, version) \
             select {organization}, {}, 'team', 'Team ' || i, 'team ' || i, {no}, {start}, 1 from n",
            numbers(20_000),
            resource("i"),
        )];
        statements.push(format!(
            "{}insert into selections (organization_id, member_id, kind, reaches_all, version) \
             select {organization}, {member}, 'team', case when i = 4717 then {yes} else {no} end, 1 from n",
            numbers(PEOPLE),
        ));
        let group = |number: &str| words.of(Kind::Group, number);
        statements.push(format!(
            "{}insert into resource_groups (organization_id, id, kind, name, name_key, created_at, version) \
             select {organization}, {}, 'team', 'Group ' || i, 'group ' || i, {start}, 1 from n",
            numbers(100),
            group("i"),
        ));
        statements.push(format!(
            "{}insert into grouped_resources (organization_id, group_id, resource_id) \
             select {organization}, {}, {} from n where i > 3",
            numbers(20_000),
            group("1 + i % 100"),
            resource("i"),
        ));
        for (of, which) in [("1", "i % 4 = 3"), ("2 + i % 99", "i between 20000 and 20999 and i % 4 <> 3")] {
            statements.push(format!(
                "{}insert into selection_groups (organization_id, member_id, kind, group_id) \
                 select {organization}, {member}, 'team', {} from n where {which}",
                numbers(PEOPLE),
                group(of),
            ));
        }
        for (team, which) in [("1", "i between 1 and 10"), ("2", "i % 2 = 0"), ("3", "i = 8 or i between 3000 and 6000")] {
            statements.push(format!(
                "{}insert into selection_resources (organization_id, member_id, kind, resource_id) \
                 select {organization}, {member}, 'team', {} from n where {which}",
                numbers(PEOPLE),
                resource(team),
            ));
        }
        statements.push(format!(
            "update memberships set chosen = 'team' where organization_id = {organization} and (\
             id in (select member_id from selection_resources where organization_id = {organization}) or \
             id in (select member_id from selection_groups where organization_id = {organization}) or \
             id in (select member_id from selections where organization_id = {organization} and reaches_all))",
        ));
        statements
    }

    /// Half of the contacts are in no portfolio, two in ten in the one of member 1, one in ten in the 1,000 of member 7, and as
    /// many in the 1,000 that others hold, or nobody. All other portfolios are empty, one for each of half of the members.
    fn served(&self, words: Words) -> Vec<String> {
        let ([yes, no], start) = (words.flags, at(0).micros());
        let organization = words.of(Kind::Organization, "1");
        let member = |number: &str| words.of(Kind::Member, number);
        let portfolio = |number: &str| words.of(Kind::Portfolio, number);
        vec![
            format!(
                "{}insert into portfolios (organization_id, id, workspace_id, first_holder, holder, open) \
                 select {organization}, {}, {}, {}, case when i = 1 then {} when i > 1001 and i <= 2001 then {} \
                 when i <= 2001 and i % 4 = 0 then null else {} end, {yes} from n",
                numbers(PEOPLE / 2),
                portfolio("i"),
                words.of(Kind::Workspace, "case when i % 20 = 19 then 3 else 2 end"),
                member("i"),
                member("1"),
                member("7"),
                member("i"),
            ),
            format!(
                "{}insert into contacts (organization_id, id, workspace_id, name, name_key, name_reveals, email, phone, \
                 portfolio_id, created_at, version) select {organization}, {}, {}, 'Client' || (i % 700) || ' Number' || i, \
                 'client' || (i % 700) || ' number' || i, {no}, 'client' || i || '@mail.test', '+4930' || (1000000 + i), \
                 case when i % 2 = 0 then null when i % 10 in (1, 3) then {} when i % 10 = 5 then {} else {} end, {start}, 1 from n",
                numbers(PEOPLE),
                words.of(Kind::Contact, "i"),
                words.of(Kind::Workspace, "case when i between 100 and 109 then 3 when i % 10 = 0 then 4 + i % 15 else 2 end"),
                portfolio("1"),
                portfolio("1002 + (i / 10) % 1000"),
                portfolio("2 + (i / 10) % 1000"),
            ),
        ]
    }

    fn told(&self, words: Words) -> Vec<String> {
        let start = at(0).micros();
        let organization = words.of(Kind::Organization, "1");
        let (few, many) = (numbers(PEOPLE / 10), numbers(PEOPLE));
        let member = id::<uuid::Uuid>(Kind::Member, 1);
        let user = words.of(Kind::User, "1");
        vec![
            format!(
                "{few}insert into receipts (organization_id, id, act, member_id, workspace_id, revoked, chosen, by_kind, by_id, \
                 at, state) select {organization}, {}, 'revocation', {}, {}, '[{{\"member\":\"{member}\",\"workspace\":\"{member}\",\
                 \"levels\":[\"agent\"],\"permissions\":[],\"restrictions\":[],\"given_by_kind\":\"member\",\
                 \"given_by\":\"{member}\",\"given_at\":0,\"version\":1}}]', '[]', 'member', {}, {start} + i, 'standing' from n",
                words.of(Kind::Receipt, "i"),
                words.of(Kind::Member, "i"),
                words.of(Kind::Workspace, "case when i % 5 = 0 then 4 + i % 15 else 2 end"),
                words.of(Kind::Member, "1"),
            ),
            format!(
                "insert into receipt_workspaces (organization_id, workspace_id, receipt_id, gone) \
                 select organization_id, workspace_id, id, false from receipts where organization_id = {organization}"
            ),
            format!(
                "{many}insert into journal (organization_id, id, at, actor_kind, actor, kind, target_kind, target, before_state, \
                 after_state, position) select {organization}, {}, {start} + i, 'member', {}, \
                 case when i % 10000 = 0 then 'organization_changed' else 'access_granted' end, 'member', {}, '{{}}', '{{}}', \
                 case when i <= {PEOPLE} / 2 then i else null end from n",
                words.of(Kind::Record, "i"),
                words.of(Kind::Member, "1 + i % 20"),
                words.of(Kind::Member, "1 + i % 1000"),
            ),
            format!("insert into journal_heads (organization_id, next) values ({organization}, {PEOPLE} / 2 + 1)"),
            format!(
                "{many}insert into presences (organization_id, member_id, online_until, wave) \
                 select {organization}, {}, {start} + i, i / 3 from n",
                words.of(Kind::Member, "i"),
            ),
            format!(
                "{many}insert into statistics (organization_id, member_id, key, value, reported_at) \
                 select {organization}, {}, 'calls_handled', i, {start} + i from n",
                words.of(Kind::Member, "i"),
            ),
            format!(
                "{few}insert into deleted_memberships (organization_id, id, email, status, display_name, language, time_zone, digest, \
                 created_at, version, kept_until) select {organization}, {}, 'gone' || i || '@example.test', 'active', 'Gone ' || i, \
                 'en', 'UTC', 'never', {start}, 1, {start} + i from n",
                words.of(Kind::Member, &format!("{PEOPLE} + i")),
            ),
            format!(
                "{few}insert into sessions (id, user_id, secret_hash, created_at, seen_at, expires_at) \
                 select {}, {user}, {}, {start}, {start}, {start} + 1 from n",
                words.of(Kind::Session, "i"),
                (words.hash)("i"),
            ),
            format!(
                "{few}insert into tokens (organization_id, id, member_id, secret_hash, name, made_by, created_at, expires_at) \
                 select {organization}, {}, {}, {}, 'Token', {}, {start}, {start} + 1 from n",
                words.of(Kind::Token, "i"),
                words.of(Kind::Member, "i"),
                (words.hash)("i"),
                words.of(Kind::Member, "i"),
            ),
            format!(
                "{many}insert into attempts (purpose, who, network, tries, kept_until) \
                 select 'password', {}, {}, {}, {start} + i from n",
                (words.hash)("i"),
                (words.hash)("1"),
                (words.json)("'[]'"),
            ),
            // One address that was tried from everywhere.
            format!(
                "{many}insert into attempts (purpose, who, network, tries, kept_until) \
                 select 'password', {}, {}, {}, {start} + i from n",
                (words.hash)("0"),
                (words.hash)("i"),
                (words.json)("'[]'"),
            ),
        ]
    }
}
