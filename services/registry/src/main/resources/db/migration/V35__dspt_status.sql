-- The Data Security and Protection Toolkit: which organisation said of itself that it meets the standards, and when.

create table dspt_status (
    tenant_id     text        not null,
    organisation  text        collate "C" not null,
    dated         date        not null,
    status        text        not null,
    edition       text        not null,
    wording       text        not null,
    file_as_at    date        not null,
    recorded_by   text        not null,
    recorded_name text        not null,
    recorded_at   timestamptz not null,
    constraint pk_dspt_status primary key (tenant_id, organisation, dated, status, edition),
    constraint ck_dspt_status check (status in ('met', 'not-met', 'not-published')),
    constraint ck_dspt_status_dated check (dated <= file_as_at)
);
comment on table dspt_status is
    'What the toolkit''s published list said of an organisation, as dated facts. Rows are added and never altered. On a day the newest fact by then holds; of two of one day the one that the later file told.';
comment on column dspt_status.dated is 'When the assessment was published; of not-published the date of the file that said so.';
comment on column dspt_status.edition is 'Of which year''s standard, as the list writes it; empty where it does not say.';
comment on column dspt_status.wording is 'The status in the list''s own words.';
call folkmoot.protect('dspt_status');

grant select, insert on dspt_status to ${app};
grant select on dspt_status to ${read};
