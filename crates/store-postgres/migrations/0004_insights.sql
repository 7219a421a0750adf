-- `chosen`: the resource kinds of which the member has something by choice, in their order and with a space between them. Whoever has
-- nothing of a kind is found by it.
alter table memberships add column chosen text collate "C" not null default '';
update memberships set chosen = coalesce((select string_agg(k.kind, ' ') from (
    select s.kind from selections s where s.organization_id = memberships.organization_id and s.member_id = memberships.id and (s.reaches_all
        or exists (select 1 from selection_resources r where r.organization_id = s.organization_id and r.member_id = s.member_id and r.kind = s.kind)
        or exists (select 1 from selection_groups g where g.organization_id = s.organization_id and g.member_id = s.member_id and g.kind = s.kind))
    order by s.kind) k), '')
where exists (select 1 from selections s where s.organization_id = memberships.organization_id and s.member_id = memberships.id);
create index memberships_by_choice on memberships (organization_id, chosen, id) where status = 'active';
create index invitations_by_end on invitations (organization_id, expires_at, id);
