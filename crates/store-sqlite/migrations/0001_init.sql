-- Instants are whole microseconds since 1970. UUIDs are 16 bytes, booleans 0 and 1, JSON is text.
-- Keys begin with the organization, and foreign keys carry it: no row can point into another tenant. The exceptions are what no
-- tenant owns: users with their sessions and kept answers, and indexes by which couriers find work in all organizations.
-- Ids without a foreign key name what may be gone by then (a withdrawn member, an erased contact), or what is made in the same unit.

create table installation (
    id integer not null primary key check (id = 1),
    set_up_at integer not null
) strict;

create table organizations (
    id blob not null primary key,
    name text not null,
    name_key text not null,
    root_id blob not null,
    model text not null,
    document text not null,
    plan text,
    features text not null,
    seats integer,
    active integer not null check (active in (0, 1)),
    undo_window_days integer,
    second_factor_required integer not null default 0 check (second_factor_required in (0, 1)),
    tokens_per_member integer not null,
    created_at integer not null,
    version integer not null
) strict;
create index organizations_by_name on organizations (name_key, id);

-- `path` is the chain of ids from the root to the node itself, each as 32 hexadecimal digits and '/'. A subtree is a range.
create table workspaces (
    organization_id blob not null references organizations (id),
    id blob not null,
    parent_id blob,
    kind text,
    name text not null,
    name_key text not null,
    path text not null,
    depth integer not null,
    active integer not null check (active in (0, 1)),
    features_off text not null,
    created_at integer not null,
    version integer not null,
    primary key (organization_id, id),
    unique (organization_id, path),
    foreign key (organization_id, parent_id) references workspaces (organization_id, id)
) strict;
create index workspaces_by_parent on workspaces (organization_id, parent_id);
create index workspaces_by_name on workspaces (organization_id, depth, name_key, id);

create table users (
    id blob not null primary key,
    email text not null,
    email_confirmed integer not null check (email_confirmed in (0, 1)),
    password_hash text,
    operator integer not null check (operator in (0, 1)),
    reset_generation integer not null default 0,
    reset_expires_at integer,
    reset_sent_at text not null default '[]',
    new_email text,
    email_follows integer not null default 0 check (email_follows in (0, 1)),
    created_at integer not null,
    version integer not null
) strict;
create index users_operators on users (email) where operator;
-- Those whose memberships have copies of the address that they had before.
create index users_followed on users (id) where email_follows;

-- Which user has an address: claimed before the user's row is written, so it has no foreign key.
create table user_emails (
    email text not null primary key,
    user_id blob not null
) strict, without rowid;

-- A login's second factor. `secret` counts, `begun_secret` doesn't yet; both are sealed by the server's key. `last_step` is the last step
-- of time whose code was used.
create table second_factors (
    user_id blob not null primary key references users (id),
    secret blob,
    since integer,
    last_step integer not null default 0,
    begun_secret blob,
    begun_at integer,
    check ((secret is null) = (since is null)),
    check ((begun_secret is null) = (begun_at is null))
) strict;

-- Recovery codes that are left, as SHA-256. Each row is deleted by whoever uses it.
create table recovery_codes (
    user_id blob not null references users (id),
    code_hash blob not null,
    primary key (user_id, code_hash)
) strict, without rowid;

create table sessions (
    id blob not null primary key,
    user_id blob not null references users (id),
    secret_hash blob not null unique,
    device text,
    created_at integer not null,
    seen_at integer not null,
    expires_at integer not null
) strict;
create index sessions_of_user on sessions (user_id);
create index sessions_by_end on sessions (expires_at);

-- `active_key` is `last_active_at`, or 0 for never: nulls have no place in a keyset.
create table memberships (
    organization_id blob not null references organizations (id),
    id blob not null,
    user_id blob references users (id),
    email text not null,
    status text not null check (status in ('pending', 'active', 'inactive')),
    first_name text,
    last_name text,
    display_name text not null,
    name_key text not null,
    phone text,
    language text not null,
    time_zone text not null,
    digest text not null,
    created_at integer not null,
    last_active_at integer,
    active_key integer not null,
    version integer not null,
    primary key (organization_id, id)
) strict;
create unique index memberships_by_login on memberships (organization_id, user_id) where user_id is not null;
create index memberships_of_user on memberships (user_id) where user_id is not null;
create index memberships_by_name on memberships (organization_id, name_key, id);
create index memberships_by_email on memberships (organization_id, email, id);
create index memberships_by_activity on memberships (organization_id, active_key, id);
create index memberships_by_status on memberships (organization_id, status, name_key, id);

-- Which member has an address: claimed before the member's row is written, so it has no foreign key.
create table membership_emails (
    organization_id blob not null,
    email text not null,
    member_id blob not null,
    primary key (organization_id, email)
) strict, without rowid;

-- Members who were deleted, as they were, until they are erased: for undos and letters. They hold no address, login or seat.
create table deleted_memberships (
    organization_id blob not null references organizations (id),
    id blob not null,
    user_id blob references users (id),
    email text not null,
    status text not null check (status in ('active', 'inactive')),
    first_name text,
    last_name text,
    display_name text not null,
    phone text,
    language text not null,
    time_zone text not null,
    digest text not null,
    created_at integer not null,
    last_active_at integer,
    version integer not null,
    kept_until integer not null,
    primary key (organization_id, id)
) strict;
create index deleted_memberships_of_user on deleted_memberships (user_id) where user_id is not null;
create index deleted_memberships_by_email on deleted_memberships (organization_id, email);
create index deleted_memberships_by_end on deleted_memberships (kept_until, organization_id, id);

-- Who is online, until when. The member has no foreign key: a lease may outlive who was withdrawn, and is swept out when it has
-- run out. `wave` counts up in each organization, and is committed in its order.
create table presences (
    organization_id blob not null references organizations (id),
    member_id blob not null,
    online_until integer not null,
    wave integer not null,
    primary key (organization_id, member_id)
) strict;
create index presences_by_wave on presences (organization_id, wave, member_id);
create index presences_by_end on presences (online_until);

-- The latest wave of each organization.
create table presence_waves (
    organization_id blob not null primary key references organizations (id),
    wave integer not null
) strict;

-- Removing a membership takes its grants, its selections, its tokens and its invitation with it, and removing a resource or a
-- group of them takes it out of selections and the one out of the other; nothing else cascades.
create table grants (
    organization_id blob not null,
    member_id blob not null,
    workspace_id blob not null,
    levels text not null,
    permissions text not null,
    restrictions text not null,
    given_by_kind text not null check (given_by_kind in ('member', 'operator')),
    given_by blob not null,
    given_at integer not null,
    version integer not null,
    primary key (organization_id, member_id, workspace_id),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade,
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id)
) strict;
create index grants_at on grants (organization_id, workspace_id, member_id);

-- One row for each level of a grant: lists filter by them.
create table grant_levels (
    organization_id blob not null,
    workspace_id blob not null,
    level text not null,
    member_id blob not null,
    primary key (organization_id, workspace_id, level, member_id),
    foreign key (organization_id, member_id, workspace_id)
        references grants (organization_id, member_id, workspace_id) on delete cascade
) strict, without rowid;
create index grant_levels_by_level on grant_levels (organization_id, level, member_id);
create index grant_levels_of_member on grant_levels (organization_id, member_id, workspace_id);

-- What members are let to see one by one. They are the whole organization's.
create table resources (
    organization_id blob not null references organizations (id),
    id blob not null,
    kind text not null,
    name text not null,
    name_key text not null,
    for_everyone integer not null check (for_everyone in (0, 1)),
    created_at integer not null,
    version integer not null,
    primary key (organization_id, id)
) strict;
create index resources_by_name on resources (organization_id, name_key, id);
create index resources_of_kind on resources (organization_id, kind, name_key, id);
create index resources_for_everyone on resources (organization_id, kind, name_key, id) where for_everyone;

-- Resources of one kind that are chosen together.
create table resource_groups (
    organization_id blob not null references organizations (id),
    id blob not null,
    kind text not null,
    name text not null,
    name_key text not null,
    created_at integer not null,
    version integer not null,
    primary key (organization_id, id)
) strict;
create index resource_groups_by_name on resource_groups (organization_id, name_key, id);
create index resource_groups_of_kind on resource_groups (organization_id, kind, name_key, id);

-- Which resource is in which groups. It goes with the resource, and with the group.
create table grouped_resources (
    organization_id blob not null,
    group_id blob not null,
    resource_id blob not null,
    primary key (organization_id, group_id, resource_id),
    foreign key (organization_id, group_id) references resource_groups (organization_id, id) on delete cascade,
    foreign key (organization_id, resource_id) references resources (organization_id, id) on delete cascade
) strict, without rowid;
create index grouped_resources_of on grouped_resources (organization_id, resource_id, group_id);

-- What programs act for members with. It goes with the membership, and before that when somebody is deactivated. `made_by` has no
-- foreign key: whoever made it may be deleted in the same transaction.
create table tokens (
    organization_id blob not null,
    id blob not null,
    member_id blob not null,
    secret_hash blob not null unique,
    name text not null,
    permissions text,
    made_by blob not null,
    created_at integer not null,
    expires_at integer,
    last_used_at integer,
    primary key (organization_id, id),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade
) strict;
create index tokens_of_member on tokens (organization_id, member_id, id);
create index tokens_by_maker on tokens (organization_id, made_by);
create index tokens_by_end on tokens (expires_at) where expires_at is not null;

-- How far a member reaches into a kind, where anything was ever chosen. `reaches_all`: all there are, and all there will be.
-- `chosen_by` chose last: somebody pending gets, on accepting, what that person may give by then.
create table selections (
    organization_id blob not null,
    member_id blob not null,
    kind text not null,
    reaches_all integer not null check (reaches_all in (0, 1)),
    chosen_by_kind text check (chosen_by_kind in ('member', 'operator')),
    chosen_by blob,
    version integer not null,
    primary key (organization_id, member_id, kind),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade
) strict, without rowid;
create index selections_of_all on selections (organization_id, kind, member_id) where reaches_all;

-- One row for each resource that was chosen singly. It goes with the member, and with the resource.
create table selection_resources (
    organization_id blob not null,
    member_id blob not null,
    kind text not null,
    resource_id blob not null,
    primary key (organization_id, member_id, kind, resource_id),
    foreign key (organization_id, member_id, kind) references selections (organization_id, member_id, kind) on delete cascade,
    foreign key (organization_id, resource_id) references resources (organization_id, id) on delete cascade
) strict, without rowid;
create index selection_resources_of on selection_resources (organization_id, resource_id, member_id);

-- One row for each group that was chosen. It goes with the member, and with the group.
create table selection_groups (
    organization_id blob not null,
    member_id blob not null,
    kind text not null,
    group_id blob not null,
    primary key (organization_id, member_id, kind, group_id),
    foreign key (organization_id, member_id, kind) references selections (organization_id, member_id, kind) on delete cascade,
    foreign key (organization_id, group_id) references resource_groups (organization_id, id) on delete cascade
) strict, without rowid;
create index selection_groups_of on selection_groups (organization_id, group_id, member_id);

-- `mail_at` and `mail_domain` are the room that its newest mail has taken among those that leave in its hour.
create table invitations (
    organization_id blob not null,
    id blob not null,
    member_id blob not null,
    generation integer not null,
    note text,
    expires_at integer not null,
    invited_by_kind text not null check (invited_by_kind in ('member', 'operator')),
    invited_by blob not null,
    mail_at integer,
    mail_domain text,
    created_at integer not null,
    version integer not null,
    primary key (organization_id, id),
    unique (organization_id, member_id),
    check ((mail_at is null) = (mail_domain is null)),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade
) strict;
create index invitations_sent_by on invitations (organization_id, invited_by);

-- How many mails of invitations leave in an hour, counted since 1970: to one domain, or with the empty domain to all together.
create table invitation_mails (
    organization_id blob not null references organizations (id),
    hour integer not null,
    domain text not null,
    mails integer not null,
    primary key (organization_id, hour, domain)
) strict;

create table portfolios (
    organization_id blob not null,
    id blob not null,
    workspace_id blob not null,
    first_holder blob not null,
    holder blob,
    open integer not null check (open in (0, 1)),
    primary key (organization_id, id),
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id),
    foreign key (organization_id, holder) references memberships (organization_id, id)
) strict;
create unique index portfolios_open on portfolios (organization_id, workspace_id, first_holder) where open;
create index portfolios_of_holder on portfolios (organization_id, holder, id);
create index portfolios_at on portfolios (organization_id, workspace_id, holder, id);
create index portfolios_closed on portfolios (organization_id, id) where not open;

-- `name_reveals`: the name looks like an address or a number, which partial masking hides.
create table contacts (
    organization_id blob not null,
    id blob not null,
    workspace_id blob not null,
    name text not null,
    name_key text not null,
    name_reveals integer not null check (name_reveals in (0, 1)),
    email text,
    phone text,
    portfolio_id blob,
    created_at integer not null,
    version integer not null,
    primary key (organization_id, id),
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id),
    foreign key (organization_id, portfolio_id) references portfolios (organization_id, id)
) strict;
create index contacts_of_portfolio on contacts (organization_id, portfolio_id, id);
create index contacts_at on contacts (organization_id, workspace_id, id);

-- Contacts that were assigned singly out of a portfolio that had been handed over. `turn` counts up in each portfolio.
create table departures (
    organization_id blob not null,
    portfolio_id blob not null,
    contact_id blob not null,
    turn integer not null,
    primary key (organization_id, portfolio_id, contact_id),
    foreign key (organization_id, portfolio_id) references portfolios (organization_id, id)
) strict, without rowid;

-- The latest departure of a portfolio is asked for at each further one, and at each handover.
create index departures_by_turn on departures (organization_id, portfolio_id, turn);

-- The member has no foreign key: a receipt outlives who was withdrawn or deleted. `revoked` is a list of grants.
create table receipts (
    organization_id blob not null,
    id blob not null,
    act text not null,
    member_id blob not null,
    workspace_id blob not null,
    revoked text not null,
    chosen text not null,
    successor blob,
    by_kind text not null check (by_kind in ('member', 'operator')),
    by_id blob not null,
    at integer not null,
    undo_until integer,
    state text not null check (state in ('standing', 'undone', 'superseded')),
    primary key (organization_id, id)
) strict;
create index receipts_of_member on receipts (organization_id, member_id, workspace_id);

-- Where a receipt is told: it is listed to who manages at all of them. These are the workspaces that it is about, and (`gone`) what lay
-- above those of them that were deleted.
create table receipt_workspaces (
    organization_id blob not null,
    workspace_id blob not null,
    receipt_id blob not null,
    gone integer not null check (gone in (0, 1)),
    primary key (organization_id, workspace_id, receipt_id),
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id),
    foreign key (organization_id, receipt_id) references receipts (organization_id, id)
) strict, without rowid;
create index receipt_workspaces_of on receipt_workspaces (organization_id, receipt_id, workspace_id);

-- `since`: the portfolio's last departure before this handover. `nth` counts a portfolio's receipts.
create table receipt_portfolios (
    organization_id blob not null,
    receipt_id blob not null,
    portfolio_id blob not null,
    since integer not null,
    nth integer not null,
    primary key (organization_id, receipt_id, portfolio_id),
    foreign key (organization_id, receipt_id) references receipts (organization_id, id),
    foreign key (organization_id, portfolio_id) references portfolios (organization_id, id)
) strict, without rowid;
create index receipt_portfolios_of on receipt_portfolios (organization_id, portfolio_id);

create table journal (
    organization_id blob not null references organizations (id),
    id blob not null,
    at integer not null,
    actor_kind text not null check (actor_kind in ('member', 'operator', 'system')),
    actor blob,
    kind text not null,
    target_kind text not null,
    target blob not null,
    before_state text not null,
    after_state text not null,
    reason text,
    position integer,
    primary key (organization_id, id)
) strict;
create index journal_by_time on journal (organization_id, at, id);
create index journal_by_actor on journal (organization_id, actor, at, id);
create index journal_by_target on journal (organization_id, target, at, id);
create index journal_by_kind on journal (organization_id, kind, at, id);
create unique index journal_by_position on journal (organization_id, position) where position is not null;
create index journal_unsealed on journal (organization_id, at, id) where position is null;

-- The next position of each organization's journal.
create table journal_heads (
    organization_id blob not null primary key references organizations (id),
    next integer not null
) strict, without rowid;

create table errands (
    organization_id blob not null references organizations (id),
    id blob not null,
    at integer not null,
    actor_kind text not null check (actor_kind in ('member', 'operator', 'system')),
    actor blob,
    member_id blob not null,
    matter text not null,
    details text not null,
    invitation_id blob,
    generation integer,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'dropped', 'given_up')),
    due_at integer not null,
    leased_until integer,
    attempts integer not null default 0,
    claim integer not null default 0,
    reason text,
    settled_at integer,
    primary key (organization_id, id)
) strict;
create index errands_due on errands (due_at, id) where state = 'waiting';
create index errands_of_invitation on errands (organization_id, invitation_id, generation);
create index errands_waiting_for on errands (organization_id, member_id) where state = 'waiting';
create index errands_by_end on errands (settled_at) where settled_at is not null;

-- One deed for many people. `begun_by` has no foreign key: a job outlives who began it.
create table jobs (
    organization_id blob not null references organizations (id),
    id blob not null,
    begun_by blob not null,
    task text not null,
    details text not null,
    reason text,
    state text not null check (state in ('planned', 'running', 'done', 'stopped')),
    total integer not null,
    done integer not null,
    refused integer not null,
    created_at integer not null,
    ended_at integer,
    leased_until integer not null,
    primary key (organization_id, id)
) strict;
create index jobs_due on jobs (leased_until, id) where state = 'running';
create index jobs_running on jobs (organization_id, leased_until) where state = 'running';
create index jobs_ended on jobs (organization_id, ended_at) where ended_at is not null;
create index jobs_begun_by on jobs (organization_id, begun_by, id);
create index jobs_by_end on jobs (ended_at) where ended_at is not null;
create index jobs_planned on jobs (leased_until) where state = 'planned';

create table job_items (
    organization_id blob not null,
    job_id blob not null,
    position integer not null,
    member_id blob not null,
    receipt_id blob,
    outcome text check (outcome in ('done', 'refused')),
    rule text,
    asked text,
    primary key (organization_id, job_id, position),
    foreign key (organization_id, job_id) references jobs (organization_id, id) on delete cascade
) strict, without rowid;
create index job_items_open on job_items (organization_id, job_id, position) where outcome is null;
create index job_items_refused on job_items (organization_id, job_id, position) where outcome = 'refused';

create table replays (
    user_id blob not null references users (id),
    route text not null,
    key text not null,
    body_hash text not null,
    status integer not null,
    body text not null,
    kept_until integer not null,
    primary key (user_id, route, key)
) strict;
create index replays_by_end on replays (kept_until);

-- What was tried of passwords: when, as far as it still counts. `who` is a keyed hash of an address, whether or not anybody has it, and
-- `network` one of where it came from; of a network as a whole `who` is empty.
create table attempts (
    purpose text not null check (purpose in ('password', 'code', 'network', 'confirmation')),
    who blob not null,
    network blob not null,
    tries text not null,
    locked_until integer,
    kept_until integer not null,
    primary key (purpose, who, network)
) strict;
create index attempts_by_end on attempts (kept_until);
-- One address may have been tried from any number of networks.
create index attempts_by_lock on attempts (who, locked_until) where locked_until is not null;
