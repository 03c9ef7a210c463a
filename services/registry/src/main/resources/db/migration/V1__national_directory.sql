-- The national directory: public data, shared by all tenants, so none of these tables names a tenant and none is behind
-- row-level security. Roles: ${app} loads and reads; ${read} looks.

create extension if not exists pg_trgm;

-- ------------------------------------------------------------------------------------------------ releases

create table release (
    id          integer     not null generated always as identity,
    as_at       date        not null,
    fingerprint text        not null,
    loaded_at   timestamptz not null default now(),
    constraint pk_release primary key (id)
);
create index ix_release_as_at on release (as_at, id);
comment on table release is
    'A set of files that was taken in as a whole. In force is the one with the newest as_at, of these the last loaded.';
comment on column release.fingerprint is 'SHA-256 over the digests of its files: the same bytes give the same.';

create table release_file (
    release_id integer not null,
    position   integer not null,
    name       text    not null,
    kind       text    not null,
    as_at      date    not null,
    constraint pk_release_file primary key (release_id, position),
    constraint fk_release_file_release foreign key (release_id) references release (id)
);
create index ix_release_file_kind on release_file (kind, as_at);
comment on table release_file is
    'The recognised files of a release with the date of each: what the directory was told of, and when it held.';

-- ------------------------------------------------------------------------------------------------ loading

create table load_job (
    id               uuid        not null,
    state            text        not null,
    phase            text        not null,
    requested_by     text        not null,
    received_at      timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    declared_as_at   date,
    accept_shrink    boolean     not null default false,
    attempts         integer     not null default 0,
    rows_read        bigint      not null default 0,
    rows_changed     bigint      not null default 0,
    rows_quarantined bigint      not null default 0,
    outcome          text,
    report           text,
    position         bigint      not null generated always as identity,
    constraint pk_load_job primary key (id),
    constraint ck_load_job_state check (state in ('queued', 'running', 'done')),
    constraint ck_load_job_outcome check (outcome in ('loaded', 'unchanged', 'refused')),
    constraint ck_load_job_done check ((state = 'done') = (outcome is not null and report is not null and finished_at is not null))
);
create index ix_load_job_unfinished on load_job (position) where state <> 'done';
create index ix_load_job_position on load_job (position);
comment on table load_job is
    'A release that was handed in, from its receipt to its report. One runs at a time; those handed in meanwhile wait in the order of position.';
comment on column load_job.report is 'The report without its quarantine, as JSON.';

create table load_file (
    job_id         uuid    not null,
    position       integer not null,
    name           text    not null,
    size           bigint  not null,
    sha256         text    not null,
    declared_as_at date,
    constraint pk_load_file primary key (job_id, position),
    constraint fk_load_file_job foreign key (job_id) references load_job (id)
);
comment on table load_file is 'The files of a job.';

create table load_chunk (
    job_id   uuid    not null,
    position integer not null,
    part     integer not null,
    bytes    bytea   not null,
    constraint pk_load_chunk primary key (job_id, position, part),
    constraint fk_load_chunk_job foreign key (job_id) references load_job (id)
);
alter table load_chunk alter column bytes set storage external;
comment on table load_chunk is
    'The bytes of a job''s files, compressed, in parts: kept until the job is done, so that a load that was cut short can be run again by any replica.';

create table quarantined_row (
    job_id    uuid    not null,
    position  integer not null,
    line      bigint  not null,
    reason    text    not null,
    raw       bytea   not null,
    constraint pk_quarantined_row primary key (job_id, position, line),
    constraint fk_quarantined_row_file foreign key (job_id, position) references load_file (job_id, position)
);
comment on table quarantined_row is
    'Rows that were not loaded: where they stand, why, and their bytes as they were.';

-- ------------------------------------------------------------------------------------------------ facts
-- Every fact is a version: true from valid_from until before valid_to. first_seen is the date of the oldest file that
-- told it, told_by the release. What the first file tells holds since the organisation opened; before that nothing is
-- known. absent_from is the date of the first file in which it no longer stands: it then goes on being the last that is
-- known, and a file of a later date does not bring it back.

create table organisation (
    code              text    collate "C" not null,
    valid_from        date    not null,
    valid_to          date    not null,
    first_seen        date    not null,
    absent_from       date,
    told_by           integer not null,
    source            text    not null,
    kind              text    not null,
    name              text    not null,
    status            text    not null,
    opened            date,
    closed            date,
    roles             text,
    address           text,
    postcode          text    collate "C",
    phone             text,
    region            text    collate "C",
    icb               text    collate "C",
    commissioner      text    collate "C",
    commissioner_from date,
    commissioner_to   date,
    parent            text    collate "C",
    provider          text    collate "C",
    ons               text,
    constraint pk_organisation primary key (code, valid_from),
    constraint ck_organisation_validity check (valid_from < valid_to)
);
create index ix_organisation_name on organisation using gin (to_tsvector('simple', name), name gin_trgm_ops);
create index ix_organisation_postcode on organisation (postcode, code);
create index ix_organisation_icb on organisation (icb, code);
create index ix_organisation_commissioner on organisation (commissioner, code);
create index ix_organisation_kind on organisation (kind, code) where kind not in ('practice', 'other');
create index ix_organisation_parent on organisation (parent, code) where parent is not null;
comment on table organisation is
    'What an organisation is, in versions: every kind, English practices and all that is none.';
comment on column organisation.source is 'Which family of files told it; a code belongs to one family.';
comment on column organisation.icb is 'The ICB of the place, by its postcode; the commissioner may be another.';
comment on column organisation.commissioner is 'Sub-ICB location, or whoever else commissions it.';
comment on column organisation.parent is 'Of a branch its practice, of a sub-ICB location its ICB, of an ICB its region.';

create table registration (
    practice    text    collate "C" not null,
    valid_from  date    not null,
    valid_to    date    not null,
    first_seen  date    not null,
    absent_from date,
    told_by     integer not null,
    on_register boolean not null,
    pcn         text    collate "C",
    sub_icb     text    collate "C",
    icb         text    collate "C",
    supplier    text,
    constraint pk_registration primary key (practice, valid_from),
    constraint ck_registration_validity check (valid_from < valid_to)
);
create index ix_registration_icb on registration (icb, practice);
create index ix_registration_sub_icb on registration (sub_icb, practice);
create index ix_registration_pcn on registration (pcn, practice);
comment on table registration is
    'What the patient register''s map says of a practice, in versions: that it is on the register, its network, sub-ICB location and ICB, the supplier of its system.';

create table list_size (
    practice    text    collate "C" not null,
    valid_from  date    not null,
    valid_to    date    not null,
    first_seen  date    not null,
    absent_from date,
    told_by     integer not null,
    patients    integer not null,
    sub_icb     text    collate "C",
    constraint pk_list_size primary key (practice, valid_from),
    constraint ck_list_size_validity check (valid_from < valid_to)
);
comment on table list_size is 'Registered patients of a practice, in versions that begin at the date of the count.';

create table list_total (
    of          text    not null,
    code        text    collate "C" not null,
    valid_from  date    not null,
    valid_to    date    not null,
    first_seen  date    not null,
    absent_from date,
    told_by     integer not null,
    patients    integer not null,
    constraint pk_list_total primary key (of, code, valid_from),
    constraint ck_list_total_validity check (valid_from < valid_to)
);
comment on table list_total is
    'Registered patients of a network, sub-ICB location, ICB, region or England as published, in versions that begin at the date of the count.';

create table pcn_spell (
    practice text    collate "C" not null,
    pcn      text    collate "C" not null,
    starts   date    not null,
    ends     date,
    sub_icb  text    collate "C",
    told_by  integer not null,
    constraint pk_pcn_spell primary key (practice, pcn, starts)
);
comment on table pcn_spell is 'Memberships in networks as the newest file of spells tells them: first and last day.';

create table membership (
    practice   text    collate "C" not null,
    pcn        text    collate "C" not null,
    valid_from date    not null,
    valid_to   date    not null,
    last_day   date,
    told_by    integer not null,
    constraint pk_membership primary key (practice, valid_from),
    constraint ck_membership_validity check (valid_from < valid_to)
);
create index ix_membership_pcn on membership (pcn, practice, valid_from);
comment on table membership is
    'In which network a practice is, one at a time: the dated spells, and after them what the patient register''s map says.';
comment on column membership.last_day is 'Its last day where a file states one; else it was seen to have ended by valid_to.';

-- A load stages the rows of a file in temporary tables of its own, which need no write-ahead log.
do $$ begin execute format('grant temporary on database %I to %I', current_database(), '${app}'); end $$;

grant select on release, release_file, load_job, load_file, load_chunk, quarantined_row, organisation, registration,
    list_size, list_total, pcn_spell, membership to ${app}, ${read};
grant insert on release, release_file, load_job, load_file, load_chunk, quarantined_row to ${app};
grant update on load_job to ${app};
grant delete on load_chunk, quarantined_row to ${app};
grant insert, update, delete on organisation, registration, list_size, list_total, pcn_spell, membership to ${app};
-- Statistics after a load: the tables may have grown from nothing to a million rows.
grant maintain on organisation, registration, list_size, list_total, pcn_spell, membership to ${app};

-- ------------------------------------------------------------------------------------------------ asking

create function standing(status text, opened date, closed date, first_seen date, day date) returns text
    language sql immutable parallel safe
    return case
        when opened > day then 'proposed'
        when status = 'closed' then
            case when day >= first_seen or closed is null or day > closed then 'closed' else 'open' end
        when closed < day then 'closed'
        when status = 'dormant' and day < first_seen then 'open'
        else status
    end;
comment on function standing(text, date, date, date, date) is
    'Whether an organisation worked on a day. A close date is its last day; what a file says of a state without a date (closed, dormant) holds from the date of the file on.';

-- The same question as standing() = 'open', in a form of which the planner expects half of the rows and not one in 200.
create function is_open(status text, opened date, closed date, first_seen date, day date) returns boolean
    language sql immutable parallel safe
    return case
        when opened > day or status = 'proposed' then false
        when status = 'closed' then day < first_seen and closed is not null and day <= closed
        when closed < day then false
        else status = 'open' or day < first_seen
    end;
comment on function is_open(text, date, date, date, date) is 'Whether an organisation worked on a day: standing() is open.';

create function map_known(day date) returns boolean
    language sql stable
    return exists (select from release_file f where f.kind = 'gp-reg-pat-prac-map' and f.as_at <= day);
comment on function map_known(date) is 'Whether a map of the patient register is of that day or before.';

create function lists_known(day date) returns boolean
    language sql stable
    return exists (select from release_file f where f.kind = 'gp-reg-pat-prac-all' and f.as_at <= day);
comment on function lists_known(date) is 'Whether list sizes of that day or before were loaded.';

-- Before the first map the published list sizes say who was on the register, and before these the first map does.
create function on_register(day date)
    returns table (practice text, icb text, sub_icb text, supplier text)
    language sql stable
begin atomic
    select r.practice, r.icb, r.sub_icb, r.supplier
    from registration r
    where r.on_register and r.valid_from <= day and r.valid_to > day
    union all
    select l.practice, null, l.sub_icb, null
    from list_size l
    where not map_known(day) and l.valid_from <= day and l.valid_to > day
    union all
    select r.practice, null, r.sub_icb, r.supplier
    from registration r
    where not map_known(day) and not lists_known(day) and r.on_register and r.valid_from > day
      and not exists (select from registration e where e.practice = r.practice and e.valid_from < r.valid_from);
end;
comment on function on_register(date) is
    'The practices on the patient register on a day, with the ICB and sub-ICB location that the register gives where it does.';

-- The commissioner decides. An ICB of the place that the directory does not know as one is a predecessor: no file of
-- that time told the commissioner's ICB, and place and commissioner rarely differ. Welsh cost centres belong to none.
create function icb_of(code text, of_register text, of_sub_icb text, of_place text, place_is_known boolean) returns text
    language sql immutable parallel safe
    return case
        when of_register is not null then of_register
        when code like 'W%' then null
        when of_place is not null and not place_is_known then of_place
        else coalesce(of_sub_icb, of_place)
    end;
comment on function icb_of(text, text, text, text, boolean) is
    'The ICB that an organisation belongs to: by the register''s map, else by its sub-ICB location, else by its place.';

create function practice_on(day date)
    returns table (
        code text, name text, opened date, closed date, address text, postcode text, phone text, sub_icb text, icb text,
        icb_since date, place_icb text, pcn text, pcn_since date, pcn_name text, patients integer, list_as_at date,
        supplier text, register_icb text)
    language sql stable
begin atomic
    select o.code, o.name, o.opened, o.closed, o.address, o.postcode, o.phone,
        coalesce(g.sub_icb, o.commissioner),
        icb_of(o.code, g.icb, s.parent, o.icb, b.code is not null),
        coalesce(r.valid_from, o.commissioner_from),
        o.icb, m.pcn, m.valid_from, n.name, l.patients, l.valid_from, g.supplier, g.icb
    from on_register(day) g
    join organisation o on o.code = g.practice and o.valid_from <= day and o.valid_to > day
    left join registration r on r.practice = o.code and r.valid_from <= day and r.valid_to > day
    left join organisation s on s.code = coalesce(g.sub_icb, o.commissioner) and s.kind = 'sub-icb'
        and s.valid_from <= day and s.valid_to > day
    left join organisation b on b.code = o.icb and b.kind = 'icb' and b.valid_from <= day and b.valid_to > day
    left join membership m on m.practice = o.code and m.valid_from <= day and m.valid_to > day
    left join organisation n on n.code = m.pcn and n.valid_from <= day and n.valid_to > day
    left join list_size l on l.practice = o.code and l.valid_from <= day and l.valid_to > day
    where o.kind = 'practice'
      and is_open(o.status, o.opened, o.closed, o.first_seen, day)
      and icb_of(o.code, g.icb, s.parent, o.icb, b.code is not null) is not null;
end;
comment on function practice_on(date) is
    'The practices of the ICSs on a day: open, with the GP practice role, on the patient register.';

create function icb_on(o organisation, day date) returns text
    language sql stable parallel safe cost 1000
    return case o.kind
        when 'icb' then o.code
        when 'sub-icb' then o.parent
        when 'region' then null
        else (
            select icb_of(w.code, r.icb, s.parent, w.icb, b.code is not null)
            from (select o.code, o.commissioner, o.icb where o.kind <> 'branch'
                  union all
                  select p.code, p.commissioner, p.icb from organisation p
                  where o.kind = 'branch' and p.code = o.parent and p.valid_from <= day and p.valid_to > day) w
            left join registration r on r.practice = w.code and r.on_register and r.valid_from <= day and r.valid_to > day
            left join organisation s on s.code = coalesce(r.sub_icb, w.commissioner) and s.kind = 'sub-icb'
                and s.valid_from <= day and s.valid_to > day
            left join organisation b on b.code = w.icb and b.kind = 'icb' and b.valid_from <= day and b.valid_to > day)
        end;
comment on function icb_on(organisation, date) is
    'The ICB to which an organisation belongs on a day; a branch belongs to that of its practice.';

create function in_force() returns date
    language sql stable
    return (select r.as_at from release r order by r.as_at desc, r.id desc limit 1);
comment on function in_force() is 'The date of the release in force; null before the first.';

revoke all on function standing(text, date, date, date, date), is_open(text, date, date, date, date), map_known(date), lists_known(date), on_register(date),
    icb_of(text, text, text, text, boolean), practice_on(date), icb_on(organisation, date), in_force() from public;
grant execute on function standing(text, date, date, date, date), is_open(text, date, date, date, date), map_known(date), lists_known(date),
    on_register(date), icb_of(text, text, text, text, boolean), practice_on(date), icb_on(organisation, date),
    in_force() to ${app}, ${read};

-- ------------------------------------------------------------------------------------------------ announced

create table announced_practice (
    code       text    collate "C" not null,
    name       text    not null,
    icb        text    collate "C" not null,
    sub_icb    text    collate "C",
    pcn        text    collate "C",
    pcn_icb    text    collate "C",
    patients   integer,
    list_as_at date,
    postcode   text,
    opened     date,
    closed     date,
    constraint pk_announced_practice primary key (code)
);
create index ix_announced_practice_icb on announced_practice (icb, code);
comment on table announced_practice is
    'The practices of all ICSs as they were last announced: what differs from it is news. An ICS onboarded later is told it as a whole.';

create table announced_pcn (
    icb     text    collate "C" not null,
    code    text    collate "C" not null,
    name    text    not null,
    sub_icb text    collate "C",
    opened  date,
    constraint pk_announced_pcn primary key (icb, code)
);
comment on table announced_pcn is
    'The open networks of each ICS as they were last announced; a network with members in two ICSs is in both.';

grant select, insert, update, delete on announced_practice, announced_pcn to ${app};
grant select on announced_practice, announced_pcn to ${read};

-- ------------------------------------------------------------------------------------------------ findings

create table finding (
    id            uuid        not null,
    kind          text        not null,
    subject       text        not null,
    other         text        not null,
    icb           text        collate "C",
    detail        jsonb       not null,
    state         text        not null,
    noted_in      date        not null,
    noted_at      timestamptz not null,
    settled_by    text,
    settled_name  text,
    settled_at    timestamptz,
    note          text,
    version       bigint      not null default 0,
    constraint pk_finding primary key (id),
    constraint uq_finding_subject unique (kind, subject, other),
    constraint ck_finding_kind check (kind in (
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
        'pcn-name-shared')),
    constraint ck_finding_state check (state in ('open', 'resolved', 'gone'))
);
create index ix_finding_state on finding (state, id);
create index ix_finding_icb on finding (icb, state, id);
comment on table finding is
    'What does not fit together in the files: noted once, resolved by a person, open again when it comes back differently.';
comment on column finding.other is 'What the subject does not fit with, where one subject can have several such findings; else empty.';
comment on column finding.state is 'open; resolved by a person; gone: the files agree now.';
grant select, insert, update on finding to ${app};
grant select on finding to ${read};
