-- What the migrations make. Written by the test `golden_schema` under TENURE_BLESS=1.

CREATE TABLE attempts (
    purpose text not null check (purpose in ('password', 'code', 'network', 'confirmation')),
    who blob not null,
    network blob not null,
    tries text not null,
    locked_until integer,
    kept_until integer not null,
    primary key (purpose, who, network)
) strict;

CREATE INDEX attempts_by_end on attempts (kept_until);

CREATE INDEX attempts_by_lock on attempts (who, locked_until) where locked_until is not null;

CREATE TABLE contact_documents (
    document integer primary key,
    organization_id blob not null,
    contact_id blob not null,
    unique (organization_id, contact_id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id)
) strict;

CREATE VIRTUAL TABLE contact_search using fts5 (
    name_key, email, phone, content = '', contentless_delete = 1, detail = column, tokenize = 'trigram case_sensitive 1'
);

CREATE TABLE contacts (
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

CREATE INDEX contacts_at on contacts (organization_id, workspace_id, id);

CREATE INDEX contacts_never_assigned on contacts (organization_id, workspace_id, id) where portfolio_id is null;

CREATE INDEX contacts_of_portfolio on contacts (organization_id, portfolio_id, id);

CREATE TABLE deleted_memberships (
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

CREATE INDEX deleted_memberships_by_email on deleted_memberships (organization_id, email);

CREATE INDEX deleted_memberships_by_end on deleted_memberships (kept_until, organization_id, id);

CREATE INDEX deleted_memberships_of_user on deleted_memberships (user_id) where user_id is not null;

CREATE TABLE departures (
    organization_id blob not null,
    portfolio_id blob not null,
    contact_id blob not null,
    turn integer not null,
    primary key (organization_id, portfolio_id, contact_id),
    foreign key (organization_id, portfolio_id) references portfolios (organization_id, id)
) strict, without rowid;

CREATE INDEX departures_by_turn on departures (organization_id, portfolio_id, turn);

CREATE TABLE errands (
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

CREATE INDEX errands_by_end on errands (settled_at) where settled_at is not null;

CREATE INDEX errands_due on errands (due_at, id) where state = 'waiting';

CREATE INDEX errands_of_invitation on errands (organization_id, invitation_id, generation);

CREATE INDEX errands_waiting_for on errands (organization_id, member_id) where state = 'waiting';

CREATE TABLE grant_levels (
    organization_id blob not null,
    workspace_id blob not null,
    level text not null,
    member_id blob not null,
    primary key (organization_id, workspace_id, level, member_id),
    foreign key (organization_id, member_id, workspace_id)
        references grants (organization_id, member_id, workspace_id) on delete cascade
) strict, without rowid;

CREATE INDEX grant_levels_by_level on grant_levels (organization_id, level, member_id);

CREATE INDEX grant_levels_of_member on grant_levels (organization_id, member_id, workspace_id);

CREATE TABLE grants (
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

CREATE INDEX grants_at on grants (organization_id, workspace_id, member_id);

CREATE TABLE grouped_resources (
    organization_id blob not null,
    group_id blob not null,
    resource_id blob not null,
    primary key (organization_id, group_id, resource_id),
    foreign key (organization_id, group_id) references resource_groups (organization_id, id) on delete cascade,
    foreign key (organization_id, resource_id) references resources (organization_id, id) on delete cascade
) strict, without rowid;

CREATE INDEX grouped_resources_of on grouped_resources (organization_id, resource_id, group_id);

CREATE TABLE installation (
    id integer not null primary key check (id = 1),
    set_up_at integer not null
) strict;

CREATE TABLE invitation_mails (
    organization_id blob not null references organizations (id),
    hour integer not null,
    domain text not null,
    mails integer not null,
    primary key (organization_id, hour, domain)
) strict;

CREATE TABLE invitations (
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

CREATE INDEX invitations_by_end on invitations (organization_id, expires_at, id);

CREATE INDEX invitations_sent_by on invitations (organization_id, invited_by);

CREATE TABLE job_items (
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

CREATE INDEX job_items_open on job_items (organization_id, job_id, position) where outcome is null;

CREATE INDEX job_items_refused on job_items (organization_id, job_id, position) where outcome = 'refused';

CREATE TABLE jobs (
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

CREATE INDEX jobs_begun_by on jobs (organization_id, begun_by, id);

CREATE INDEX jobs_by_end on jobs (ended_at) where ended_at is not null;

CREATE INDEX jobs_due on jobs (leased_until, id) where state = 'running';

CREATE INDEX jobs_ended on jobs (organization_id, ended_at) where ended_at is not null;

CREATE INDEX jobs_planned on jobs (leased_until) where state = 'planned';

CREATE INDEX jobs_running on jobs (organization_id, leased_until) where state = 'running';

CREATE TABLE journal (
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

CREATE INDEX journal_by_actor on journal (organization_id, actor, at, id);

CREATE INDEX journal_by_kind on journal (organization_id, kind, at, id);

CREATE UNIQUE INDEX journal_by_position on journal (organization_id, position) where position is not null;

CREATE INDEX journal_by_target on journal (organization_id, target, at, id);

CREATE INDEX journal_by_time on journal (organization_id, at, id);

CREATE INDEX journal_unsealed on journal (organization_id, at, id) where position is null;

CREATE TABLE journal_heads (
    organization_id blob not null primary key references organizations (id),
    next integer not null
) strict, without rowid;

CREATE TABLE member_documents (
    document integer primary key,
    organization_id blob not null,
    member_id blob not null,
    unique (organization_id, member_id),
    foreign key (organization_id, member_id) references memberships (organization_id, id)
) strict;

CREATE VIRTUAL TABLE member_search using fts5 (
    name_key, email, content = '', contentless_delete = 1, detail = column, tokenize = 'trigram case_sensitive 1'
);

CREATE TABLE membership_emails (
    organization_id blob not null,
    email text not null,
    member_id blob not null,
    primary key (organization_id, email)
) strict, without rowid;

CREATE TABLE memberships (
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
    version integer not null, shown_key text generated always as (case when first_name is null and last_name is null then '' else name_key end) virtual, chosen text not null default '',
    primary key (organization_id, id)
) strict;

CREATE INDEX memberships_by_activity on memberships (organization_id, active_key, id);

CREATE INDEX memberships_by_choice on memberships (organization_id, chosen, id) where status = 'active';

CREATE INDEX memberships_by_email on memberships (organization_id, email, id);

CREATE UNIQUE INDEX memberships_by_login on memberships (organization_id, user_id) where user_id is not null;

CREATE INDEX memberships_by_name on memberships (organization_id, name_key, id);

CREATE INDEX memberships_by_shown_name on memberships (organization_id, shown_key, id);

CREATE INDEX memberships_by_status on memberships (organization_id, status, name_key, id);

CREATE INDEX memberships_by_status_and_activity on memberships (organization_id, status, active_key, id);

CREATE INDEX memberships_of_user on memberships (user_id) where user_id is not null;

CREATE TABLE organizations (
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

CREATE INDEX organizations_by_name on organizations (name_key, id);

CREATE TABLE portfolios (
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

CREATE INDEX portfolios_at on portfolios (organization_id, workspace_id, holder, id);

CREATE INDEX portfolios_closed on portfolios (organization_id, id) where not open;

CREATE INDEX portfolios_of_holder on portfolios (organization_id, holder, id);

CREATE UNIQUE INDEX portfolios_open on portfolios (organization_id, workspace_id, first_holder) where open;

CREATE TABLE presence_waves (
    organization_id blob not null primary key references organizations (id),
    wave integer not null
) strict;

CREATE TABLE presences (
    organization_id blob not null references organizations (id),
    member_id blob not null,
    online_until integer not null,
    wave integer not null,
    primary key (organization_id, member_id)
) strict;

CREATE INDEX presences_by_end on presences (online_until);

CREATE INDEX presences_by_wave on presences (organization_id, wave, member_id);

CREATE TABLE receipt_portfolios (
    organization_id blob not null,
    receipt_id blob not null,
    portfolio_id blob not null,
    since integer not null,
    nth integer not null,
    primary key (organization_id, receipt_id, portfolio_id),
    foreign key (organization_id, receipt_id) references receipts (organization_id, id),
    foreign key (organization_id, portfolio_id) references portfolios (organization_id, id)
) strict, without rowid;

CREATE INDEX receipt_portfolios_of on receipt_portfolios (organization_id, portfolio_id);

CREATE TABLE receipt_workspaces (
    organization_id blob not null,
    workspace_id blob not null,
    receipt_id blob not null,
    gone integer not null check (gone in (0, 1)),
    primary key (organization_id, workspace_id, receipt_id),
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id),
    foreign key (organization_id, receipt_id) references receipts (organization_id, id)
) strict, without rowid;

CREATE INDEX receipt_workspaces_of on receipt_workspaces (organization_id, receipt_id, workspace_id);

CREATE TABLE receipts (
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

CREATE INDEX receipts_of_member on receipts (organization_id, member_id, workspace_id);

CREATE TABLE recovery_codes (
    user_id blob not null references users (id),
    code_hash blob not null,
    primary key (user_id, code_hash)
) strict, without rowid;

CREATE TABLE replays (
    user_id blob not null references users (id),
    route text not null,
    key text not null,
    body_hash text not null,
    status integer not null,
    body text not null,
    kept_until integer not null,
    primary key (user_id, route, key)
) strict;

CREATE INDEX replays_by_end on replays (kept_until);

CREATE TABLE resource_groups (
    organization_id blob not null references organizations (id),
    id blob not null,
    kind text not null,
    name text not null,
    name_key text not null,
    created_at integer not null,
    version integer not null,
    primary key (organization_id, id)
) strict;

CREATE INDEX resource_groups_by_name on resource_groups (organization_id, name_key, id);

CREATE INDEX resource_groups_of_kind on resource_groups (organization_id, kind, name_key, id);

CREATE TABLE resources (
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

CREATE INDEX resources_by_name on resources (organization_id, name_key, id);

CREATE INDEX resources_for_everyone on resources (organization_id, kind, name_key, id) where for_everyone;

CREATE INDEX resources_of_kind on resources (organization_id, kind, name_key, id);

CREATE TABLE search_tenants (
    organization_id blob not null primary key references organizations (id),
    number integer not null unique
) strict, without rowid;

CREATE TABLE second_factors (
    user_id blob not null primary key references users (id),
    secret blob,
    since integer,
    last_step integer not null default 0,
    begun_secret blob,
    begun_at integer,
    check ((secret is null) = (since is null)),
    check ((begun_secret is null) = (begun_at is null))
) strict;

CREATE TABLE selection_groups (
    organization_id blob not null,
    member_id blob not null,
    kind text not null,
    group_id blob not null,
    primary key (organization_id, member_id, kind, group_id),
    foreign key (organization_id, member_id, kind) references selections (organization_id, member_id, kind) on delete cascade,
    foreign key (organization_id, group_id) references resource_groups (organization_id, id) on delete cascade
) strict, without rowid;

CREATE INDEX selection_groups_of on selection_groups (organization_id, group_id, member_id);

CREATE TABLE selection_resources (
    organization_id blob not null,
    member_id blob not null,
    kind text not null,
    resource_id blob not null,
    primary key (organization_id, member_id, kind, resource_id),
    foreign key (organization_id, member_id, kind) references selections (organization_id, member_id, kind) on delete cascade,
    foreign key (organization_id, resource_id) references resources (organization_id, id) on delete cascade
) strict, without rowid;

CREATE INDEX selection_resources_of on selection_resources (organization_id, resource_id, member_id);

CREATE TABLE selections (
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

CREATE INDEX selections_of_all on selections (organization_id, kind, member_id) where reaches_all;

CREATE TABLE sessions (
    id blob not null primary key,
    user_id blob not null references users (id),
    secret_hash blob not null unique,
    device text,
    created_at integer not null,
    seen_at integer not null,
    expires_at integer not null
) strict;

CREATE INDEX sessions_by_end on sessions (expires_at);

CREATE INDEX sessions_of_user on sessions (user_id);

CREATE TABLE statistics (
    organization_id blob not null references organizations (id),
    member_id blob not null,
    key text not null,
    value integer not null check (value >= 0),
    reported_at integer not null,
    primary key (organization_id, member_id, key)
) strict;

CREATE TABLE tokens (
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

CREATE INDEX tokens_by_end on tokens (expires_at) where expires_at is not null;

CREATE INDEX tokens_by_maker on tokens (organization_id, made_by);

CREATE INDEX tokens_of_member on tokens (organization_id, member_id, id);

CREATE TABLE user_emails (
    email text not null primary key,
    user_id blob not null
) strict, without rowid;

CREATE TABLE users (
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

CREATE INDEX users_followed on users (id) where email_follows;

CREATE INDEX users_operators on users (email) where operator;

CREATE TABLE workspaces (
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

CREATE INDEX workspaces_by_name on workspaces (organization_id, depth, name_key, id);

CREATE INDEX workspaces_by_parent on workspaces (organization_id, parent_id);
