-- Imports: jobs that are planned before they are begun, whose people are rows of a sheet.

alter table jobs drop constraint jobs_state_check;
alter table jobs add constraint jobs_state_check check (state in ('planned', 'running', 'done', 'stopped'));
create index jobs_planned on jobs (leased_until) where state = 'planned';

alter table job_items add column asked jsonb;
