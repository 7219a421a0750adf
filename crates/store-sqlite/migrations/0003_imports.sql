-- Imports: jobs that are planned before they are begun, whose people are rows of a sheet.
--
-- A check is part of its table, so jobs are made anew; their people go along, because they belong to them.

create table planned_jobs (
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
insert into planned_jobs (organization_id, id, begun_by, task, details, reason, state, total, done, refused, created_at, ended_at,
    leased_until)
    select organization_id, id, begun_by, task, details, reason, state, total, done, refused, created_at, ended_at, leased_until
    from jobs;

create table planned_job_items (
    organization_id blob not null,
    job_id blob not null,
    position integer not null,
    member_id blob not null,
    receipt_id blob,
    outcome text check (outcome in ('done', 'refused')),
    rule text,
    asked text,
    primary key (organization_id, job_id, position),
    foreign key (organization_id, job_id) references planned_jobs (organization_id, id) on delete cascade
) strict, without rowid;
insert into planned_job_items (organization_id, job_id, position, member_id, receipt_id, outcome, rule)
    select organization_id, job_id, position, member_id, receipt_id, outcome, rule from job_items;

drop table job_items;
drop table jobs;
alter table planned_jobs rename to jobs;
alter table planned_job_items rename to job_items;

create index jobs_due on jobs (leased_until, id) where state = 'running';
create index jobs_running on jobs (organization_id, leased_until) where state = 'running';
create index jobs_ended on jobs (organization_id, ended_at) where ended_at is not null;
create index jobs_begun_by on jobs (organization_id, begun_by, id);
create index jobs_by_end on jobs (ended_at) where ended_at is not null;
create index jobs_planned on jobs (leased_until) where state = 'planned';
create index job_items_open on job_items (organization_id, job_id, position) where outcome is null;
create index job_items_refused on job_items (organization_id, job_id, position) where outcome = 'refused';
