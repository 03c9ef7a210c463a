-- Links between organisations: what was true when, and what was known when.

create extension if not exists btree_gist;

create table link (
    tenant_id         text        not null,
    link_id           uuid        not null,
    revision          integer     not null,
    act               text        not null,
    kind              text        not null,
    organisation      text        collate "C" not null,
    other             text        collate "C" not null,
    from_day          date        not null,
    until_day         date,
    evidence          text        not null,
    reason            text,
    recorded_by       text        not null,
    recorded_name     text        not null,
    recorded_at       timestamptz not null,
    superseded_at     timestamptz,
    organisation_body uuid generated always as (case when length(organisation) = 36 then organisation::uuid end) stored,
    other_body        uuid generated always as (case when length(other) = 36 then other::uuid end) stored,
    constraint pk_link primary key (tenant_id, link_id, revision),
    constraint fk_link_organisation_body foreign key (tenant_id, organisation_body) references body (tenant_id, id),
    constraint fk_link_other_body foreign key (tenant_id, other_body) references body (tenant_id, id),
    constraint ck_link_act check (act in ('established', 'ended', 'corrected', 'withdrawn')),
    constraint ck_link_first check ((revision = 1) = (act = 'established') and (revision = 1) = (reason is null)),
    constraint ck_link_kind check (kind in (
        'contract-holder', 'owner', 'employer', 'budget-holder', 'federation-member', 'superpartnership-member',
        'subsidiary-of', 'hosts', 'successor')),
    constraint ck_link_days check (from_day <= until_day),
    constraint ck_link_successor check (kind <> 'successor' or until_day is null),
    constraint ck_link_two check (organisation <> other),
    constraint ck_link_superseded check (recorded_at < superseded_at),
    constraint ex_link_once exclude using gist (
        tenant_id with =, kind with =, organisation with =, other with =, daterange(from_day, until_day, '[]') with &&)
        where (superseded_at is null and act <> 'withdrawn'),
    constraint ex_link_one_at_a_time exclude using gist (
        tenant_id with =, kind with =, organisation with =, daterange(from_day, until_day, '[]') with &&)
        where (superseded_at is null and act <> 'withdrawn'
            and kind in ('contract-holder', 'budget-holder', 'superpartnership-member', 'subsidiary-of'))
);
create unique index uq_link_current on link (tenant_id, link_id) where superseded_at is null;
create index ix_link_organisation on link (tenant_id, organisation, link_id);
create index ix_link_other on link (tenant_id, other, link_id);
comment on table link is
    'What an organisation has to do with another, in revisions. Of a link the revision that nothing supersedes is what is known now; one that was known at a time was recorded by then and not yet superseded. Nothing is altered but superseded_at, and nothing is ever taken out.';
comment on column link.act is
    'What this revision did: established the link, ended it, corrected what was believed, or withdrew a link that never was.';
comment on column link.organisation is 'An ODS code, or the id of a body. Whose contract holder, owner, … the other is.';
comment on column link.until_day is 'Its last day; null while no end is known. A succession happens on a day and has no end.';
comment on column link.evidence is 'What shows it: a contract, a letter, minutes, with their date.';
comment on column link.reason is 'Why this revision says something else than the one before.';
call folkmoot.protect('link');

grant select, insert on link to ${app};
grant update (superseded_at) on link to ${app};
grant select on link to ${read};
