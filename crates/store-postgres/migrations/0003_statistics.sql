-- Numbers that hosts report about members, each as it was reported last. The member has no foreign key: the numbers of somebody who
-- was deleted wait with what is kept of them, for an undo, and are erased with it.
create table statistics (
    organization_id uuid not null references organizations (id),
    member_id uuid not null,
    key text collate "C" not null,
    value bigint not null check (value >= 0),
    reported_at bigint not null,
    primary key (organization_id, member_id, key)
);
