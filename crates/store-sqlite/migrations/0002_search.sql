-- Search by part of a name or address, and the orders of lists that 0001's keys don't give.
--
-- FTS5 knows documents by a number. Each organization has its own range of numbers (its number shifted left by 40 bits), so
-- that a search walks its own organization's documents alone, however many others the database has. It keeps in which column a
-- trigram is (`detail = column`), because what is hidden from a viewer isn't searched; where in the column, rows are asked.

create table search_tenants (
    organization_id blob not null primary key references organizations (id),
    number integer not null unique
) strict, without rowid;

create table member_documents (
    document integer primary key,
    organization_id blob not null,
    member_id blob not null,
    unique (organization_id, member_id),
    foreign key (organization_id, member_id) references memberships (organization_id, id)
) strict;

create virtual table member_search using fts5 (
    name_key, email, content = '', contentless_delete = 1, detail = column, tokenize = 'trigram case_sensitive 1'
);

create table contact_documents (
    document integer primary key,
    organization_id blob not null,
    contact_id blob not null,
    unique (organization_id, contact_id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id)
) strict;

create virtual table contact_search using fts5 (
    name_key, email, phone, content = '', contentless_delete = 1, detail = column, tokenize = 'trigram case_sensitive 1'
);

-- A masked viewer's order: somebody without a name is called by their address, which must not sort there.
alter table memberships add column shown_key text generated always as (case when first_name is null and last_name is null then '' else name_key end) virtual;
create index memberships_by_shown_name on memberships (organization_id, shown_key, id);
create index memberships_by_status_and_activity on memberships (organization_id, status, active_key, id);
create index contacts_never_assigned on contacts (organization_id, workspace_id, id) where portfolio_id is null;
