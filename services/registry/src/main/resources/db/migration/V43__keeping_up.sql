-- Keeping up: the service looks by itself for releases and for organisations that changed. National data, of no ICS.

create table directory_source (
    source        text        not null,
    look_at       timestamptz not null,
    looked_at     timestamptz,
    succeeded_at  timestamptz,
    failing_since timestamptz,
    fault         text,
    changed_since date,
    constraint pk_directory_source primary key (source),
    constraint ck_directory_source_source check (source in ('folder', 'ods-api'))
);
comment on table directory_source is
    'Where the directory is kept up from: when it was looked at, whether that failed, and up to which day changes are known.';
comment on column directory_source.look_at is 'When it is to be looked at next.';
comment on column directory_source.changed_since is
    'Of the API: the day from which on changes are asked for next. Moved with the load of what was told, never before.';

create table directory_run (
    id           uuid        not null,
    source       text        not null,
    place        text        not null,
    fingerprint  text        not null,
    state        text        not null,
    began_at     timestamptz not null,
    ended_at     timestamptz,
    job_id       uuid,
    since        date,
    until        date,
    pages        integer     not null default 0,
    told         integer     not null default 0,
    taken        integer     not null default 0,
    elsewhere    integer     not null default 0,
    quarantined  integer     not null default 0,
    refusal      text,
    held         bytea,
    read         text[]      not null default '{}',
    confirmed_by text,
    version      bigint      not null default 0,
    constraint pk_directory_run primary key (id),
    constraint fk_directory_run_source foreign key (source) references directory_source (source),
    constraint fk_directory_run_job foreign key (job_id) references load_job (id),
    constraint ck_directory_run_state check (state in ('loading', 'loaded', 'unchanged', 'refused', 'held', 'overtaken')),
    constraint ck_directory_run_held check (state <> 'held' or held is not null)
);
create index ix_directory_run_source on directory_run (source, id desc);
create index ix_directory_run_fingerprint on directory_run (fingerprint);
create index ix_directory_run_job on directory_run (job_id);
comment on table directory_run is
    'What was taken, when and from where. A look that found nothing new is no run; it shows in directory_source.';
comment on column directory_run.fingerprint is
    'SHA-256 over the names and digests of its files: what was taken once is not taken again, refused or not.';
comment on column directory_run.held is 'The changes that wait for an operator''s confirmation.';
comment on column directory_run.read is
    'Codes that had been kept aside and are in it: they count as read when its load has ended well.';
comment on column directory_run.elsewhere is 'Organisations told of that the directory does not keep: pharmacies, sites.';

create table quarantined_organisation (
    id        uuid        not null,
    code      text        collate "C" not null,
    state     text        not null,
    reason    text        not null,
    raw       text        not null,
    noted_at  timestamptz not null,
    asked_at  timestamptz,
    ask_at    timestamptz not null,
    asked     integer     not null default 0,
    fault     text,
    read_at   timestamptz,
    constraint pk_quarantined_organisation primary key (id),
    constraint uq_quarantined_organisation_code unique (code),
    constraint ck_quarantined_organisation_state check (state in ('waiting', 'read'))
);
create index ix_quarantined_organisation_state on quarantined_organisation (state, id);
create index ix_quarantined_organisation_ask on quarantined_organisation (ask_at) where state = 'waiting';
comment on table quarantined_organisation is
    'Organisations of which the API said that they changed, in a way that cannot be read. Each is asked for again until it can.';
comment on column quarantined_organisation.reason is 'Of the closed list of reasons for which rows of files are not loaded.';
comment on column quarantined_organisation.raw is 'What was told, cut short where it is long.';

grant select, insert, update on directory_source, directory_run, quarantined_organisation to ${app};
grant select on directory_source, directory_run, quarantined_organisation to ${read};

alter table finding drop constraint ck_finding_kind;
alter table finding add constraint ck_finding_kind check (kind in (
    'icb-differs-between-files',
    'sub-icb-differs-between-files',
    'practice-without-cost-centre',
    'registered-practice-not-open',
    'registered-without-practice-role',
    'list-size-missing',
    'list-total-differs',
    'pcn-unknown',
    'overlapping-membership',
    'pcn-in-several-icbs',
    'pcn-name-shared',
    'organisation-not-read'));
