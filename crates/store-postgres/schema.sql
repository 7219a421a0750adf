-- What the migrations make. Written by the test `golden_schema` under TENURE_BLESS=1.

create extension btree_gin;
create extension pg_trgm;

create table attempts (
    purpose text not null,
    who bytea not null,
    network bytea not null,
    tries jsonb not null,
    locked_until bigint,
    kept_until bigint not null,
    PRIMARY KEY (purpose, who, network),
    CHECK ((purpose = ANY (ARRAY['password'::text, 'code'::text, 'network'::text, 'confirmation'::text])))
);
CREATE INDEX attempts_by_end ON attempts USING btree (kept_until);
CREATE INDEX attempts_by_lock ON attempts USING btree (who, locked_until) WHERE (locked_until IS NOT NULL);

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
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, portfolio_id) REFERENCES portfolios(organization_id, id),
    FOREIGN KEY (organization_id, workspace_id) REFERENCES workspaces(organization_id, id)
);
CREATE INDEX contact_search ON contacts USING gin (organization_id, name_key gin_trgm_ops, email gin_trgm_ops, phone gin_trgm_ops);
CREATE INDEX contacts_at ON contacts USING btree (organization_id, workspace_id, id);
CREATE INDEX contacts_never_assigned ON contacts USING btree (organization_id, workspace_id, id) WHERE (portfolio_id IS NULL);
CREATE INDEX contacts_of_portfolio ON contacts USING btree (organization_id, portfolio_id, id);

create table deleted_memberships (
    organization_id uuid not null,
    id uuid not null,
    user_id uuid,
    email text collate "C" not null,
    status text not null,
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
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id) REFERENCES organizations(id),
    CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text]))),
    FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX deleted_memberships_by_email ON deleted_memberships USING btree (organization_id, email);
CREATE INDEX deleted_memberships_by_end ON deleted_memberships USING btree (kept_until, organization_id, id);
CREATE INDEX deleted_memberships_of_user ON deleted_memberships USING btree (user_id) WHERE (user_id IS NOT NULL);

create table departures (
    organization_id uuid not null,
    portfolio_id uuid not null,
    contact_id uuid not null,
    turn bigint not null,
    PRIMARY KEY (organization_id, portfolio_id, contact_id),
    FOREIGN KEY (organization_id, portfolio_id) REFERENCES portfolios(organization_id, id)
);
CREATE INDEX departures_by_turn ON departures USING btree (organization_id, portfolio_id, turn);

create table errands (
    organization_id uuid not null,
    id uuid not null,
    at bigint not null,
    actor_kind text not null,
    actor uuid,
    member_id uuid not null,
    matter text not null,
    details jsonb not null,
    invitation_id uuid,
    generation bigint,
    state text not null default 'waiting'::text,
    due_at bigint not null,
    leased_until bigint,
    attempts bigint not null default 0,
    claim bigint not null default 0,
    reason text,
    settled_at bigint,
    PRIMARY KEY (organization_id, id),
    CHECK ((actor_kind = ANY (ARRAY['member'::text, 'operator'::text, 'system'::text]))),
    FOREIGN KEY (organization_id) REFERENCES organizations(id),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'dropped'::text, 'given_up'::text])))
);
CREATE INDEX errands_by_end ON errands USING btree (settled_at) WHERE (settled_at IS NOT NULL);
CREATE INDEX errands_due ON errands USING btree (due_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX errands_of_invitation ON errands USING btree (organization_id, invitation_id, generation);
CREATE INDEX errands_waiting_for ON errands USING btree (organization_id, member_id) WHERE (state = 'waiting'::text);

create table grant_levels (
    organization_id uuid not null,
    workspace_id uuid not null,
    level text collate "C" not null,
    member_id uuid not null,
    PRIMARY KEY (organization_id, workspace_id, level, member_id),
    FOREIGN KEY (organization_id, member_id, workspace_id) REFERENCES grants(organization_id, member_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX grant_levels_by_level ON grant_levels USING btree (organization_id, level, member_id);
CREATE INDEX grant_levels_of_member ON grant_levels USING btree (organization_id, member_id, workspace_id);

create table grants (
    organization_id uuid not null,
    member_id uuid not null,
    workspace_id uuid not null,
    levels jsonb not null,
    permissions jsonb not null,
    restrictions jsonb not null,
    given_by_kind text not null,
    given_by uuid not null,
    given_at bigint not null,
    version bigint not null,
    PRIMARY KEY (organization_id, member_id, workspace_id),
    CHECK ((given_by_kind = ANY (ARRAY['member'::text, 'operator'::text]))),
    FOREIGN KEY (organization_id, member_id) REFERENCES memberships(organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, workspace_id) REFERENCES workspaces(organization_id, id)
);
CREATE INDEX grants_at ON grants USING btree (organization_id, workspace_id, member_id);

create table grouped_resources (
    organization_id uuid not null,
    group_id uuid not null,
    resource_id uuid not null,
    PRIMARY KEY (organization_id, group_id, resource_id),
    FOREIGN KEY (organization_id, group_id) REFERENCES resource_groups(organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, resource_id) REFERENCES resources(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX grouped_resources_of ON grouped_resources USING btree (organization_id, resource_id, group_id);

create table installation (
    id bigint not null,
    set_up_at bigint not null,
    PRIMARY KEY (id),
    CHECK ((id = 1))
);

create table invitation_mails (
    organization_id uuid not null,
    hour bigint not null,
    domain text not null,
    mails bigint not null,
    PRIMARY KEY (organization_id, hour, domain),
    FOREIGN KEY (organization_id) REFERENCES organizations(id)
);

create table invitations (
    organization_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    generation bigint not null,
    note text,
    expires_at bigint not null,
    invited_by_kind text not null,
    invited_by uuid not null,
    mail_at bigint,
    mail_domain text,
    created_at bigint not null,
    version bigint not null,
    PRIMARY KEY (organization_id, id),
    CHECK (((mail_at IS NULL) = (mail_domain IS NULL))),
    CHECK ((invited_by_kind = ANY (ARRAY['member'::text, 'operator'::text]))),
    FOREIGN KEY (organization_id, member_id) REFERENCES memberships(organization_id, id) ON DELETE CASCADE,
    UNIQUE (organization_id, member_id)
);
CREATE INDEX invitations_by_end ON invitations USING btree (organization_id, expires_at, id);
CREATE INDEX invitations_sent_by ON invitations USING btree (organization_id, invited_by);

create table job_items (
    organization_id uuid not null,
    job_id uuid not null,
    position bigint not null,
    member_id uuid not null,
    receipt_id uuid,
    outcome text,
    rule text,
    asked jsonb,
    PRIMARY KEY (organization_id, job_id, "position"),
    FOREIGN KEY (organization_id, job_id) REFERENCES jobs(organization_id, id) ON DELETE CASCADE,
    CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text])))
);
CREATE INDEX job_items_open ON job_items USING btree (organization_id, job_id, "position") WHERE (outcome IS NULL);
CREATE INDEX job_items_refused ON job_items USING btree (organization_id, job_id, "position") WHERE (outcome = 'refused'::text);

create table jobs (
    organization_id uuid not null,
    id uuid not null,
    begun_by uuid not null,
    task text not null,
    details jsonb not null,
    reason text,
    state text not null,
    total bigint not null,
    done bigint not null,
    refused bigint not null,
    created_at bigint not null,
    ended_at bigint,
    leased_until bigint not null,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id) REFERENCES organizations(id),
    CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'done'::text, 'stopped'::text])))
);
CREATE INDEX jobs_begun_by ON jobs USING btree (organization_id, begun_by, id);
CREATE INDEX jobs_by_end ON jobs USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX jobs_due ON jobs USING btree (leased_until, id) WHERE (state = 'running'::text);
CREATE INDEX jobs_ended ON jobs USING btree (organization_id, ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX jobs_planned ON jobs USING btree (leased_until) WHERE (state = 'planned'::text);
CREATE INDEX jobs_running ON jobs USING btree (organization_id, leased_until) WHERE (state = 'running'::text);

create table journal (
    organization_id uuid not null,
    id uuid not null,
    at bigint not null,
    actor_kind text not null,
    actor uuid,
    kind text collate "C" not null,
    target_kind text not null,
    target uuid not null,
    before_state jsonb not null,
    after_state jsonb not null,
    reason text,
    position bigint,
    PRIMARY KEY (organization_id, id),
    CHECK ((actor_kind = ANY (ARRAY['member'::text, 'operator'::text, 'system'::text]))),
    FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX journal_by_actor ON journal USING btree (organization_id, actor, at, id);
CREATE INDEX journal_by_kind ON journal USING btree (organization_id, kind, at, id);
CREATE UNIQUE INDEX journal_by_position ON journal USING btree (organization_id, "position") WHERE ("position" IS NOT NULL);
CREATE INDEX journal_by_target ON journal USING btree (organization_id, target, at, id);
CREATE INDEX journal_by_time ON journal USING btree (organization_id, at, id);
CREATE INDEX journal_unsealed ON journal USING btree (organization_id, at, id) WHERE ("position" IS NULL);

create table journal_heads (
    organization_id uuid not null,
    next bigint not null,
    PRIMARY KEY (organization_id),
    FOREIGN KEY (organization_id) REFERENCES organizations(id)
);

create table membership_emails (
    organization_id uuid not null,
    email text collate "C" not null,
    member_id uuid not null,
    PRIMARY KEY (organization_id, email)
);

create table memberships (
    organization_id uuid not null,
    id uuid not null,
    user_id uuid,
    email text collate "C" not null,
    status text not null,
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
    shown_key text collate "C" not null default 
CASE
    WHEN ((first_name IS NULL) AND (last_name IS NULL)) THEN ''::text
    ELSE name_key
END,
    chosen text collate "C" not null default ''::text,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id) REFERENCES organizations(id),
    CHECK ((status = ANY (ARRAY['pending'::text, 'active'::text, 'inactive'::text]))),
    FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX member_search ON memberships USING gin (organization_id, name_key gin_trgm_ops, email gin_trgm_ops);
CREATE INDEX memberships_by_activity ON memberships USING btree (organization_id, active_key, id);
CREATE INDEX memberships_by_choice ON memberships USING btree (organization_id, chosen, id) WHERE (status = 'active'::text);
CREATE INDEX memberships_by_email ON memberships USING btree (organization_id, email, id);
CREATE UNIQUE INDEX memberships_by_login ON memberships USING btree (organization_id, user_id) WHERE (user_id IS NOT NULL);
CREATE INDEX memberships_by_name ON memberships USING btree (organization_id, name_key, id);
CREATE INDEX memberships_by_shown_name ON memberships USING btree (organization_id, shown_key, id);
CREATE INDEX memberships_by_status ON memberships USING btree (organization_id, status, name_key, id);
CREATE INDEX memberships_by_status_and_activity ON memberships USING btree (organization_id, status, active_key, id);
CREATE INDEX memberships_of_user ON memberships USING btree (user_id) WHERE (user_id IS NOT NULL);

create table organizations (
    id uuid not null,
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
    version bigint not null,
    PRIMARY KEY (id)
);
CREATE INDEX organizations_by_name ON organizations USING btree (name_key, id);

create table portfolios (
    organization_id uuid not null,
    id uuid not null,
    workspace_id uuid not null,
    first_holder uuid not null,
    holder uuid,
    open boolean not null,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, holder) REFERENCES memberships(organization_id, id),
    FOREIGN KEY (organization_id, workspace_id) REFERENCES workspaces(organization_id, id)
);
CREATE INDEX portfolios_at ON portfolios USING btree (organization_id, workspace_id, holder, id);
CREATE INDEX portfolios_closed ON portfolios USING btree (organization_id, id) WHERE (NOT open);
CREATE INDEX portfolios_of_holder ON portfolios USING btree (organization_id, holder, id);
CREATE UNIQUE INDEX portfolios_open ON portfolios USING btree (organization_id, workspace_id, first_holder) WHERE open;

create table presence_waves (
    organization_id uuid not null,
    wave bigint not null,
    PRIMARY KEY (organization_id),
    FOREIGN KEY (organization_id) REFERENCES organizations(id)
);

create table presences (
    organization_id uuid not null,
    member_id uuid not null,
    online_until bigint not null,
    wave bigint not null,
    PRIMARY KEY (organization_id, member_id),
    FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX presences_by_end ON presences USING btree (online_until);
CREATE INDEX presences_by_wave ON presences USING btree (organization_id, wave, member_id);

create table receipt_portfolios (
    organization_id uuid not null,
    receipt_id uuid not null,
    portfolio_id uuid not null,
    since bigint not null,
    nth bigint not null,
    PRIMARY KEY (organization_id, receipt_id, portfolio_id),
    FOREIGN KEY (organization_id, portfolio_id) REFERENCES portfolios(organization_id, id),
    FOREIGN KEY (organization_id, receipt_id) REFERENCES receipts(organization_id, id)
);
CREATE INDEX receipt_portfolios_of ON receipt_portfolios USING btree (organization_id, portfolio_id);

create table receipt_workspaces (
    organization_id uuid not null,
    workspace_id uuid not null,
    receipt_id uuid not null,
    gone boolean not null,
    PRIMARY KEY (organization_id, workspace_id, receipt_id),
    FOREIGN KEY (organization_id, receipt_id) REFERENCES receipts(organization_id, id),
    FOREIGN KEY (organization_id, workspace_id) REFERENCES workspaces(organization_id, id)
);
CREATE INDEX receipt_workspaces_of ON receipt_workspaces USING btree (organization_id, receipt_id, workspace_id);

create table receipts (
    organization_id uuid not null,
    id uuid not null,
    act text not null,
    member_id uuid not null,
    workspace_id uuid not null,
    revoked jsonb not null,
    chosen jsonb not null,
    successor uuid,
    by_kind text not null,
    by_id uuid not null,
    at bigint not null,
    undo_until bigint,
    state text not null,
    PRIMARY KEY (organization_id, id),
    CHECK ((by_kind = ANY (ARRAY['member'::text, 'operator'::text]))),
    CHECK ((state = ANY (ARRAY['standing'::text, 'undone'::text, 'superseded'::text])))
);
CREATE INDEX receipts_of_member ON receipts USING btree (organization_id, member_id, workspace_id);

create table recovery_codes (
    user_id uuid not null,
    code_hash bytea not null,
    PRIMARY KEY (user_id, code_hash),
    FOREIGN KEY (user_id) REFERENCES users(id)
);

create table replays (
    user_id uuid not null,
    route text not null,
    key text not null,
    body_hash text not null,
    status bigint not null,
    body text not null,
    kept_until bigint not null,
    PRIMARY KEY (user_id, route, key),
    FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX replays_by_end ON replays USING btree (kept_until);

create table resource_groups (
    organization_id uuid not null,
    id uuid not null,
    kind text collate "C" not null,
    name text not null,
    name_key text collate "C" not null,
    created_at bigint not null,
    version bigint not null,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX resource_groups_by_name ON resource_groups USING btree (organization_id, name_key, id);
CREATE INDEX resource_groups_of_kind ON resource_groups USING btree (organization_id, kind, name_key, id);

create table resources (
    organization_id uuid not null,
    id uuid not null,
    kind text collate "C" not null,
    name text not null,
    name_key text collate "C" not null,
    for_everyone boolean not null,
    created_at bigint not null,
    version bigint not null,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX resources_by_name ON resources USING btree (organization_id, name_key, id);
CREATE INDEX resources_for_everyone ON resources USING btree (organization_id, kind, name_key, id) WHERE for_everyone;
CREATE INDEX resources_of_kind ON resources USING btree (organization_id, kind, name_key, id);

create table second_factors (
    user_id uuid not null,
    secret bytea,
    since bigint,
    last_step bigint not null default 0,
    begun_secret bytea,
    begun_at bigint,
    PRIMARY KEY (user_id),
    CHECK (((secret IS NULL) = (since IS NULL))),
    CHECK (((begun_secret IS NULL) = (begun_at IS NULL))),
    FOREIGN KEY (user_id) REFERENCES users(id)
);

create table selection_groups (
    organization_id uuid not null,
    member_id uuid not null,
    kind text collate "C" not null,
    group_id uuid not null,
    PRIMARY KEY (organization_id, member_id, kind, group_id),
    FOREIGN KEY (organization_id, group_id) REFERENCES resource_groups(organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, member_id, kind) REFERENCES selections(organization_id, member_id, kind) ON DELETE CASCADE
);
CREATE INDEX selection_groups_of ON selection_groups USING btree (organization_id, group_id, member_id);

create table selection_resources (
    organization_id uuid not null,
    member_id uuid not null,
    kind text collate "C" not null,
    resource_id uuid not null,
    PRIMARY KEY (organization_id, member_id, kind, resource_id),
    FOREIGN KEY (organization_id, member_id, kind) REFERENCES selections(organization_id, member_id, kind) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, resource_id) REFERENCES resources(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX selection_resources_of ON selection_resources USING btree (organization_id, resource_id, member_id);

create table selections (
    organization_id uuid not null,
    member_id uuid not null,
    kind text collate "C" not null,
    reaches_all boolean not null,
    chosen_by_kind text,
    chosen_by uuid,
    version bigint not null,
    PRIMARY KEY (organization_id, member_id, kind),
    CHECK ((chosen_by_kind = ANY (ARRAY['member'::text, 'operator'::text]))),
    FOREIGN KEY (organization_id, member_id) REFERENCES memberships(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX selections_of_all ON selections USING btree (organization_id, kind, member_id) WHERE reaches_all;

create table sessions (
    id uuid not null,
    user_id uuid not null,
    secret_hash bytea not null,
    device text,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    PRIMARY KEY (id),
    UNIQUE (secret_hash),
    FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX sessions_by_end ON sessions USING btree (expires_at);
CREATE INDEX sessions_of_user ON sessions USING btree (user_id);

create table statistics (
    organization_id uuid not null,
    member_id uuid not null,
    key text collate "C" not null,
    value bigint not null,
    reported_at bigint not null,
    PRIMARY KEY (organization_id, member_id, key),
    FOREIGN KEY (organization_id) REFERENCES organizations(id),
    CHECK ((value >= 0))
);

create table tokens (
    organization_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    secret_hash bytea not null,
    name text not null,
    permissions jsonb,
    made_by uuid not null,
    created_at bigint not null,
    expires_at bigint,
    last_used_at bigint,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, member_id) REFERENCES memberships(organization_id, id) ON DELETE CASCADE,
    UNIQUE (secret_hash)
);
CREATE INDEX tokens_by_end ON tokens USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX tokens_by_maker ON tokens USING btree (organization_id, made_by);
CREATE INDEX tokens_of_member ON tokens USING btree (organization_id, member_id, id);

create table user_emails (
    email text collate "C" not null,
    user_id uuid not null,
    PRIMARY KEY (email)
);

create table users (
    id uuid not null,
    email text collate "C" not null,
    email_confirmed boolean not null,
    password_hash text,
    operator boolean not null,
    reset_generation bigint not null default 0,
    reset_expires_at bigint,
    reset_sent_at jsonb not null default '[]'::jsonb,
    new_email jsonb,
    email_follows boolean not null default false,
    created_at bigint not null,
    version bigint not null,
    PRIMARY KEY (id)
);
CREATE INDEX users_followed ON users USING btree (id) WHERE email_follows;
CREATE INDEX users_operators ON users USING btree (email) WHERE operator;

create table workspaces (
    organization_id uuid not null,
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
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id) REFERENCES organizations(id),
    FOREIGN KEY (organization_id, parent_id) REFERENCES workspaces(organization_id, id),
    UNIQUE (organization_id, path)
);
CREATE INDEX workspaces_by_name ON workspaces USING btree (organization_id, depth, name_key, id);
CREATE INDEX workspaces_by_parent ON workspaces USING btree (organization_id, parent_id);
