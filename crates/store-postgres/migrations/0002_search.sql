-- Search by part of a name or address, and the orders of lists that 0001's keys don't give.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Led by the organization, so that a search walks its own organization's entries alone.
create index member_search on memberships using gin (organization_id, name_key gin_trgm_ops, email gin_trgm_ops);
create index contact_search on contacts using gin (organization_id, name_key gin_trgm_ops, email gin_trgm_ops, phone gin_trgm_ops);

-- A masked viewer's order: somebody without a name is called by their address, which must not sort there.
alter table memberships add column shown_key text collate "C" not null
    generated always as (case when first_name is null and last_name is null then '' else name_key end) stored;
create index memberships_by_shown_name on memberships (organization_id, shown_key, id);
create index memberships_by_status_and_activity on memberships (organization_id, status, active_key, id);
create index contacts_never_assigned on contacts (organization_id, workspace_id, id) where portfolio_id is null;
