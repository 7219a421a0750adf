-- Instants are whole microseconds since 1970. What is sorted by compares by bytes, as SQLite does.
-- Keys begin with the organization, and foreign keys carry it: no row can point into another tenant. The exceptions are what no
-- tenant owns: users with their sessions and kept answers, and indexes by which couriers find work in all organizations.
-- Ids without a foreign key name what may be gone by then (a withdrawn member, an erased contact), or what is made in the same unit.

create table installation (
    id bigint not null primary key check (id = 1),
    set_up_at bigint not null
);

create table organizations (
    id uuid not null primary key,
    name text not null,
    name_key text collate "C" not null,
    root_id uuid not null,
    model text not null,
    document text not null,
    plan text,
    features jsonb not null,
    seats bigint,
    active boolean not null,
    undo_window_days bigint,
    second_factor_required boolean not null default false,
    tokens_per_member bigint not null,
    created_at bigint not null,
    version bigint not null
);
create index organizations_by_name on organizations (name_key, id);

-- `path` is the chain of ids from the root to the node itself, each as 32 hexadecimal digits and '/'. A subtree is a range.
create table workspaces (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    parent_id uuid,
    kind text collate "C",
    name text not null,
    name_key text collate "C" not null,
    path text collate "C" not null,
    depth bigint not null,
    active boolean not null,
    features_off jsonb not null,
    created_at bigint not null,
    version bigint not null,
    primary key (organization_id, id),
    unique (organization_id, path),
    foreign key (organization_id, parent_id) references workspaces (organization_id, id)
);
create index workspaces_by_parent on workspaces (organization_id, parent_id);
create index workspaces_by_name on workspaces (organization_id, depth, name_key, id);

create table users (
    id uuid not null primary key,
    email text collate "C" not null,
    email_confirmed boolean not null,
    password_hash text,
    operator boolean not null,
    reset_generation bigint not null default 0,
    reset_expires_at bigint,
    reset_sent_at jsonb not null default '[]',
    new_email jsonb,
    email_follows boolean not null default false,
    created_at bigint not null,
    version bigint not null
);
create index users_operators on users (email) where operator;
-- Those whose memberships have copies of the address that they had before.
create index users_followed on users (id) where email_follows;

-- Which user has an address: claimed before the user's row is written, so it has no foreign key.
create table user_emails (
    email text collate "C" not null primary key,
    user_id uuid not null
);

-- A login's second factor. `secret` counts, `begun_secret` doesn't yet; both are sealed by the server's key. `last_step` is the last step
-- of time whose code was used.
create table second_factors (
    user_id uuid not null primary key references users (id),
    secret bytea,
    since bigint,
    last_step bigint not null default 0,
    begun_secret bytea,
    begun_at bigint,
    check ((secret is null) = (since is null)),
    check ((begun_secret is null) = (begun_at is null))
);

-- Recovery codes that are left, as SHA-256. Each row is deleted by whoever uses it.
create table recovery_codes (
    user_id uuid not null references users (id),
    code_hash bytea not null,
    primary key (user_id, code_hash)
);

create table sessions (
    id uuid not null primary key,
    user_id uuid not null references users (id),
    secret_hash bytea not null unique,
    device text,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null
);
create index sessions_of_user on sessions (user_id);
create index sessions_by_end on sessions (expires_at);

-- `active_key` is `last_active_at`, or 0 for never: nulls have no place in a keyset.
create table memberships (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    user_id uuid references users (id),
    email text collate "C" not null,
    status text not null check (status in ('pending', 'active', 'inactive')),
    first_name text,
    last_name text,
    display_name text not null,
    name_key text collate "C" not null,
    phone text,
    language text not null,
    time_zone text not null,
    digest text not null,
    created_at bigint not null,
    last_active_at bigint,
    active_key bigint not null,
    version bigint not null,
    primary key (organization_id, id)
);
create unique index memberships_by_login on memberships (organization_id, user_id) where user_id is not null;
create index memberships_of_user on memberships (user_id) where user_id is not null;
create index memberships_by_name on memberships (organization_id, name_key, id);
create index memberships_by_email on memberships (organization_id, email, id);
create index memberships_by_activity on memberships (organization_id, active_key, id);
create index memberships_by_status on memberships (organization_id, status, name_key, id);

-- Which member has an address: claimed before the member's row is written, so it has no foreign key.
create table membership_emails (
    organization_id uuid not null,
    email text collate "C" not null,
    member_id uuid not null,
    primary key (organization_id, email)
);

-- Members who were deleted, as they were, until they are erased: for undos and letters. They hold no address, login or seat.
create table deleted_memberships (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    user_id uuid references users (id),
    email text collate "C" not null,
    status text not null check (status in ('active', 'inactive')),
    first_name text,
    last_name text,
    display_name text not null,
    phone text,
    language text not null,
    time_zone text not null,
    digest text not null,
    created_at bigint not null,
    last_active_at bigint,
    version bigint not null,
    kept_until bigint not null,
    primary key (organization_id, id)
);
create index deleted_memberships_of_user on deleted_memberships (user_id) where user_id is not null;
create index deleted_memberships_by_email on deleted_memberships (organization_id, email);
create index deleted_memberships_by_end on deleted_memberships (kept_until, organization_id, id);

-- Who is online, until when. The member has no foreign key: a lease may outlive who was withdrawn, and is swept out when it has
-- run out. `wave` counts up in each organization, and is committed in its order.
create table presences (
    organization_id uuid not null references organizations (id),
    member_id uuid not null,
    online_until bigint not null,
    wave bigint not null,
    primary key (organization_id, member_id)
);
create index presences_by_wave on presences (organization_id, wave, member_id);
create index presences_by_end on presences (online_until);

-- The latest wave of each organization.
create table presence_waves (
    organization_id uuid not null primary key references organizations (id),
    wave bigint not null
);

-- Removing a membership takes its grants, its selections, its tokens and its invitation with it, and removing a resource or a
-- group of them takes it out of selections and the one out of the other; nothing else cascades.
create table grants (
    organization_id uuid not null,
    member_id uuid not null,
    workspace_id uuid not null,
    levels jsonb not null,
    permissions jsonb not null,
    restrictions jsonb not null,
    given_by_kind text not null check (given_by_kind in ('member', 'operator')),
    given_by uuid not null,
    given_at bigint not null,
    version bigint not null,
    primary key (organization_id, member_id, workspace_id),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade,
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id)
);
create index grants_at on grants (organization_id, workspace_id, member_id);

-- One row for each level of a grant: lists filter by them.
create table grant_levels (
    organization_id uuid not null,
    workspace_id uuid not null,
    level text collate "C" not null,
    member_id uuid not null,
    primary key (organization_id, workspace_id, level, member_id),
    foreign key (organization_id, member_id, workspace_id)
        references grants (organization_id, member_id, workspace_id) on delete cascade
);
create index grant_levels_by_level on grant_levels (organization_id, level, member_id);
create index grant_levels_of_member on grant_levels (organization_id, member_id, workspace_id);

-- What members are let to see one by one. They are the whole organization's.
create table resources (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    kind text collate "C" not null,
    name text not null,
    name_key text collate "C" not null,
    for_everyone boolean not null,
    created_at bigint not null,
    version bigint not null,
    primary key (organization_id, id)
);
create index resources_by_name on resources (organization_id, name_key, id);
create index resources_of_kind on resources (organization_id, kind, name_key, id);
create index resources_for_everyone on resources (organization_id, kind, name_key, id) where for_everyone;

-- Resources of one kind that are chosen together.
create table resource_groups (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    kind text collate "C" not null,
    name text not null,
    name_key text collate "C" not null,
    created_at bigint not null,
    version bigint not null,
    primary key (organization_id, id)
);
create index resource_groups_by_name on resource_groups (organization_id, name_key, id);
create index resource_groups_of_kind on resource_groups (organization_id, kind, name_key, id);

-- Which resource is in which groups. It goes with the resource, and with the group.
create table grouped_resources (
    organization_id uuid not null,
    group_id uuid not null,
    resource_id uuid not null,
    primary key (organization_id, group_id, resource_id),
    foreign key (organization_id, group_id) references resource_groups (organization_id, id) on delete cascade,
    foreign key (organization_id, resource_id) references resources (organization_id, id) on delete cascade
);
create index grouped_resources_of on grouped_resources (organization_id, resource_id, group_id);

-- What programs act for members with. It goes with the membership, and before that when somebody is deactivated. `made_by` has no
-- foreign key: whoever made it may be deleted in the same transaction.
create table tokens (
    organization_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    secret_hash bytea not null unique,
    name text not null,
    permissions jsonb,
    made_by uuid not null,
    created_at bigint not null,
    expires_at bigint,
    last_used_at bigint,
    primary key (organization_id, id),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade
);
create index tokens_of_member on tokens (organization_id, member_id, id);
create index tokens_by_maker on tokens (organization_id, made_by);
create index tokens_by_end on tokens (expires_at) where expires_at is not null;

-- How far a member reaches into a kind, where anything was ever chosen. `reaches_all`: all there are, and all there will be.
-- `chosen_by` chose last: somebody pending gets, on accepting, what that person may give by then.
create table selections (
    organization_id uuid not null,
    member_id uuid not null,
    kind text collate "C" not null,
    reaches_all boolean not null,
    chosen_by_kind text check (chosen_by_kind in ('member', 'operator')),
    chosen_by uuid,
    version bigint not null,
    primary key (organization_id, member_id, kind),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade
);
create index selections_of_all on selections (organization_id, kind, member_id) where reaches_all;

-- One row for each resource that was chosen singly. It goes with the member, and with the resource.
create table selection_resources (
    organization_id uuid not null,
    member_id uuid not null,
    kind text collate "C" not null,
    resource_id uuid not null,
    primary key (organization_id, member_id, kind, resource_id),
    foreign key (organization_id, member_id, kind) references selections (organization_id, member_id, kind) on delete cascade,
    foreign key (organization_id, resource_id) references resources (organization_id, id) on delete cascade
);
create index selection_resources_of on selection_resources (organization_id, resource_id, member_id);

-- One row for each group that was chosen. It goes with the member, and with the group.
create table selection_groups (
    organization_id uuid not null,
    member_id uuid not null,
    kind text collate "C" not null,
    group_id uuid not null,
    primary key (organization_id, member_id, kind, group_id),
    foreign key (organization_id, member_id, kind) references selections (organization_id, member_id, kind) on delete cascade,
    foreign key (organization_id, group_id) references resource_groups (organization_id, id) on delete cascade
);
create index selection_groups_of on selection_groups (organization_id, group_id, member_id);

-- `mail_at` and `mail_domain` are the room that its newest mail has taken among those that leave in its hour.
create table invitations (
    organization_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    generation bigint not null,
    note text,
    expires_at bigint not null,
    invited_by_kind text not null check (invited_by_kind in ('member', 'operator')),
    invited_by uuid not null,
    mail_at bigint,
    mail_domain text,
    created_at bigint not null,
    version bigint not null,
    primary key (organization_id, id),
    unique (organization_id, member_id),
    check ((mail_at is null) = (mail_domain is null)),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade
);
create index invitations_sent_by on invitations (organization_id, invited_by);

-- How many mails of invitations leave in an hour, counted since 1970: to one domain, or with the empty domain to all together.
create table invitation_mails (
    organization_id uuid not null references organizations (id),
    hour bigint not null,
    domain text not null,
    mails bigint not null,
    primary key (organization_id, hour, domain)
);

create table portfolios (
    organization_id uuid not null,
    id uuid not null,
    workspace_id uuid not null,
    first_holder uuid not null,
    holder uuid,
    open boolean not null,
    primary key (organization_id, id),
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id),
    foreign key (organization_id, holder) references memberships (organization_id, id)
);
create unique index portfolios_open on portfolios (organization_id, workspace_id, first_holder) where open;
create index portfolios_of_holder on portfolios (organization_id, holder, id);
create index portfolios_at on portfolios (organization_id, workspace_id, holder, id);
create index portfolios_closed on portfolios (organization_id, id) where not open;

-- `name_reveals`: the name looks like an address or a number, which partial masking hides.
create table contacts (
    organization_id uuid not null,
    id uuid not null,
    workspace_id uuid not null,
    name text not null,
    name_key text collate "C" not null,
    name_reveals boolean not null,
    email text collate "C",
    phone text,
    portfolio_id uuid,
    created_at bigint not null,
    version bigint not null,
    primary key (organization_id, id),
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id),
    foreign key (organization_id, portfolio_id) references portfolios (organization_id, id)
);
create index contacts_of_portfolio on contacts (organization_id, portfolio_id, id);
create index contacts_at on contacts (organization_id, workspace_id, id);

-- Contacts that were assigned singly out of a portfolio that had been handed over. `turn` counts up in each portfolio.
create table departures (
    organization_id uuid not null,
    portfolio_id uuid not null,
    contact_id uuid not null,
    turn bigint not null,
    primary key (organization_id, portfolio_id, contact_id),
    foreign key (organization_id, portfolio_id) references portfolios (organization_id, id)
);

-- The latest departure of a portfolio is asked for at each further one, and at each handover.
create index departures_by_turn on departures (organization_id, portfolio_id, turn);

-- The member has no foreign key: a receipt outlives who was withdrawn or deleted. `revoked` is a list of grants.
create table receipts (
    organization_id uuid not null,
    id uuid not null,
    act text not null,
    member_id uuid not null,
    workspace_id uuid not null,
    revoked jsonb not null,
    chosen jsonb not null,
    successor uuid,
    by_kind text not null check (by_kind in ('member', 'operator')),
    by_id uuid not null,
    at bigint not null,
    undo_until bigint,
    state text not null check (state in ('standing', 'undone', 'superseded')),
    primary key (organization_id, id)
);
create index receipts_of_member on receipts (organization_id, member_id, workspace_id);

-- Where a receipt is told: it is listed to who manages at all of them. These are the workspaces that it is about, and (`gone`) what lay
-- above those of them that were deleted.
create table receipt_workspaces (
    organization_id uuid not null,
    workspace_id uuid not null,
    receipt_id uuid not null,
    gone boolean not null,
    primary key (organization_id, workspace_id, receipt_id),
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id),
    foreign key (organization_id, receipt_id) references receipts (organization_id, id)
);
create index receipt_workspaces_of on receipt_workspaces (organization_id, receipt_id, workspace_id);

-- `since`: the portfolio's last departure before this handover. `nth` counts a portfolio's receipts.
create table receipt_portfolios (
    organization_id uuid not null,
    receipt_id uuid not null,
    portfolio_id uuid not null,
    since bigint not null,
    nth bigint not null,
    primary key (organization_id, receipt_id, portfolio_id),
    foreign key (organization_id, receipt_id) references receipts (organization_id, id),
    foreign key (organization_id, portfolio_id) references portfolios (organization_id, id)
);
create index receipt_portfolios_of on receipt_portfolios (organization_id, portfolio_id);

create table journal (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    at bigint not null,
    actor_kind text not null check (actor_kind in ('member', 'operator', 'system')),
    actor uuid,
    kind text collate "C" not null,
    target_kind text not null,
    target uuid not null,
    before_state jsonb not null,
    after_state jsonb not null,
    reason text,
    position bigint,
    primary key (organization_id, id)
);
create index journal_by_time on journal (organization_id, at, id);
create index journal_by_actor on journal (organization_id, actor, at, id);
create index journal_by_target on journal (organization_id, target, at, id);
create index journal_by_kind on journal (organization_id, kind, at, id);
create unique index journal_by_position on journal (organization_id, position) where position is not null;
create index journal_unsealed on journal (organization_id, at, id) where position is null;

-- The next position of each organization's journal.
create table journal_heads (
    organization_id uuid not null primary key references organizations (id),
    next bigint not null
);

create table errands (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    at bigint not null,
    actor_kind text not null check (actor_kind in ('member', 'operator', 'system')),
    actor uuid,
    member_id uuid not null,
    matter text not null,
    details jsonb not null,
    invitation_id uuid,
    generation bigint,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'dropped', 'given_up')),
    due_at bigint not null,
    leased_until bigint,
    attempts bigint not null default 0,
    claim bigint not null default 0,
    reason text,
    settled_at bigint,
    primary key (organization_id, id)
);
create index errands_due on errands (due_at, id) where state = 'waiting';
create index errands_of_invitation on errands (organization_id, invitation_id, generation);
create index errands_waiting_for on errands (organization_id, member_id) where state = 'waiting';
create index errands_by_end on errands (settled_at) where settled_at is not null;

-- One deed for many people. `begun_by` has no foreign key: a job outlives who began it.
create table jobs (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    begun_by uuid not null,
    task text not null,
    details jsonb not null,
    reason text,
    state text not null check (state in ('planned', 'running', 'done', 'stopped')),
    total bigint not null,
    done bigint not null,
    refused bigint not null,
    created_at bigint not null,
    ended_at bigint,
    leased_until bigint not null,
    primary key (organization_id, id)
);
create index jobs_due on jobs (leased_until, id) where state = 'running';
create index jobs_running on jobs (organization_id, leased_until) where state = 'running';
create index jobs_ended on jobs (organization_id, ended_at) where ended_at is not null;
create index jobs_begun_by on jobs (organization_id, begun_by, id);
create index jobs_by_end on jobs (ended_at) where ended_at is not null;
create index jobs_planned on jobs (leased_until) where state = 'planned';

create table job_items (
    organization_id uuid not null,
    job_id uuid not null,
    position bigint not null,
    member_id uuid not null,
    receipt_id uuid,
    outcome text check (outcome in ('done', 'refused')),
    rule text,
    asked jsonb,
    primary key (organization_id, job_id, position),
    foreign key (organization_id, job_id) references jobs (organization_id, id) on delete cascade
);
create index job_items_open on job_items (organization_id, job_id, position) where outcome is null;
create index job_items_refused on job_items (organization_id, job_id, position) where outcome = 'refused';

create table replays (
    user_id uuid not null references users (id),
    route text not null,
    key text not null,
    body_hash text not null,
    status bigint not null,
    body text not null,
    kept_until bigint not null,
    primary key (user_id, route, key)
);
create index replays_by_end on replays (kept_until);

-- What was tried of passwords: when, as far as it still counts. `who` is a keyed hash of an address, whether or not anybody has it, and
-- `network` one of where it came from; of a network as a whole `who` is empty.
create table attempts (
    purpose text not null check (purpose in ('password', 'code', 'network', 'confirmation')),
    who bytea not null,
    network bytea not null,
    tries jsonb not null,
    locked_until bigint,
    kept_until bigint not null,
    primary key (purpose, who, network)
);
create index attempts_by_end on attempts (kept_until);
-- One address may have been tried from any number of networks.
create index attempts_by_lock on attempts (who, locked_until) where locked_until is not null;
