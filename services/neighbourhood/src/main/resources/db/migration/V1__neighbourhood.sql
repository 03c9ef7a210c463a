-- Neighbourhood teams, the people they care for, and their referrals.
--
-- What identifies a patient, and what is written about one, is sealed: AES-256-GCM under the patient's own key, with tenant,
-- patient and field as associated data. Columns of type bytea hold it unless their comment says otherwise. The database never
-- sees it in clear, and whoever destroys the patient's key has destroyed it everywhere at once.

create extension if not exists btree_gist;

-- ------------------------------------------------------------------------------------------------ keys

create table tenant_key (
    tenant_id text        not null,
    purpose   text        not null,
    number    integer     not null,
    master    text        not null,
    wrapped   bytea       not null,
    made_at   timestamptz not null,
    constraint pk_tenant_key primary key (tenant_id, purpose, number),
    constraint ck_tenant_key_purpose check (purpose in ('wrap', 'find')),
    constraint ck_tenant_key_number check (number >= 1)
);
comment on table tenant_key is
    'The keys of an ICS, wrapped by the installation''s own: to wrap patients'' keys, the highest number wraps new ones; and to find a patient by a keyed hash.';
comment on column tenant_key.master is 'Fingerprint of the installation''s key that wraps this one.';
call folkmoot.protect('tenant_key');

-- ------------------------------------------------------------------------------------------------ the registry's copy

create table practice (
    tenant_id text    not null,
    code      text    collate "C" not null,
    copy      integer not null,
    version   bigint  not null,
    name      text    not null,
    status    text    not null,
    sub_icb   text,
    pcn       text    collate "C",
    pcn_name  text,
    constraint pk_practice primary key (tenant_id, code),
    constraint ck_practice_status check (status in ('open', 'closed', 'moved'))
);
comment on table practice is
    'The practices of the ICS as the registry last told them. A copy: it can be made anew from the topic of states at any time.';
comment on column practice.copy is 'Which copy this row belongs to: a row of a newer copy replaces it whatever its version.';
comment on column practice.version is 'The registry''s: an older state never replaces a newer one.';
call folkmoot.protect('practice');

create table neighbourhood (
    tenant_id          text    not null,
    id                 uuid    not null,
    copy               integer not null,
    version            bigint  not null,
    name               text    not null,
    place              uuid,
    members            text[]  not null,
    deprivation_decile integer,
    constraint pk_neighbourhood primary key (tenant_id, id)
);
comment on table neighbourhood is
    'The neighbourhoods of the ICS, with the networks and practices in them. A copy, like practice.';
comment on column neighbourhood.deprivation_decile is '1 is the most deprived tenth of England.';
call folkmoot.protect('neighbourhood');

-- ------------------------------------------------------------------------------------------------ teams

create table team (
    tenant_id     text        not null,
    id            uuid        not null,
    name          text        not null,
    neighbourhood uuid        not null,
    relation      text        not null,
    services      jsonb       not null,
    formed_on     date        not null,
    disbanded_on  date,
    made_by       text        not null,
    made_at       timestamptz not null,
    version       bigint      not null default 0,
    constraint pk_team primary key (tenant_id, id),
    constraint ck_team_relation check (relation in ('parallel', 'pcn-is-component', 'co-located', 'voluntary')),
    constraint ck_team_disbanded check (disbanded_on >= formed_on)
);
create unique index uq_team_name on team (tenant_id, lower(name)) where disbanded_on is null;
create index ix_team_neighbourhood on team (tenant_id, neighbourhood);
comment on table team is 'Integrated neighbourhood teams: which neighbourhood each works for, and how it stands to the practices there.';
comment on column team.services is 'What the team offers, as a list of texts.';
call folkmoot.protect('team');

create table team_member (
    tenant_id    text        not null,
    id           uuid        not null,
    team_id      uuid        not null,
    subject      text        not null,
    name         text        not null,
    sector       text        not null,
    role         text        not null,
    organisation text        collate "C",
    lead         boolean     not null default false,
    joined_at    timestamptz not null,
    left_at      timestamptz,
    constraint pk_team_member primary key (tenant_id, id),
    constraint fk_team_member_team foreign key (tenant_id, team_id) references team (tenant_id, id),
    constraint ck_team_member_sector check (sector in (
        'general-practice', 'community-nursing', 'therapists', 'adult-social-care', 'children-and-families',
        'mental-health', 'police', 'district-or-borough', 'voluntary-sector')),
    constraint ck_team_member_left check (left_at >= joined_at),
    constraint ck_team_member_lead check (not lead or left_at is null)
);
create unique index uq_team_member_once on team_member (tenant_id, team_id, subject) where left_at is null;
create unique index uq_team_member_lead on team_member (tenant_id, team_id) where lead;
create index ix_team_member_subject on team_member (tenant_id, subject) where left_at is null;
comment on table team_member is 'Who is or was in a team, from which sector, as what. A team has at most one lead.';
comment on column team_member.subject is 'The person as tokens name them: by this the team''s referrals are theirs to see.';
comment on column team_member.organisation is 'ODS code of the employer, where it has one.';
call folkmoot.protect('team_member');

create table team_capacity (
    tenant_id          text        not null,
    team_id            uuid        not null,
    number             integer     not null,
    per_week           integer     not null,
    no_referrals_until date,
    note               text,
    declared_by        text        not null,
    declared_name      text        not null,
    declared_at        timestamptz not null,
    constraint pk_team_capacity primary key (tenant_id, team_id, number),
    constraint fk_team_capacity_team foreign key (tenant_id, team_id) references team (tenant_id, id),
    constraint ck_team_capacity_per_week check (per_week between 0 and 1000)
);
comment on table team_capacity is 'How many new referrals a week a team takes, as it declared it over time; the highest number holds.';
comment on column team_capacity.no_referrals_until is 'The first day on which it takes referrals again, if it takes none.';
call folkmoot.protect('team_capacity');

-- ------------------------------------------------------------------------------------------------ patients

create table patient (
    tenant_id           text        not null,
    id                  uuid        not null,
    nhs_hash            bytea,
    key_number          integer,
    key_wrapped         bytea,
    key_destroyed_at    timestamptz,
    nhs_number          bytea       not null,
    family_name         bytea       not null,
    given_name          bytea       not null,
    birth_date          bytea       not null,
    gender              bytea,
    address             bytea,
    postcode            bytea,
    phone               bytea,
    registered_practice text        collate "C",
    deceased            boolean     not null default false,
    died_on             bytea,
    made_by             text        not null,
    made_at             timestamptz not null,
    version             bigint      not null default 0,
    constraint pk_patient primary key (tenant_id, id),
    constraint uq_patient_nhs_hash unique (tenant_id, nhs_hash),
    constraint ck_patient_nhs_hash check (octet_length(nhs_hash) = 32),
    constraint ck_patient_key check (
        num_nulls(key_number, key_wrapped, nhs_hash) in (0, 3) and (key_wrapped is null) = (key_destroyed_at is not null))
);
create index ix_patient_practice on patient (tenant_id, registered_practice, id);
create index ix_patient_key on patient (tenant_id, key_number, id);
comment on table patient is
    'People who were referred: each known once in an ICS. All bytea columns but the first two are sealed under the patient''s own key.';
comment on column patient.nhs_hash is 'HMAC-SHA-256 of the NHS number under the ICS''s key for finding; gone when the key is.';
comment on column patient.key_wrapped is 'The patient''s key, wrapped by the ICS''s key of that number. Destroying it erases everything that is sealed with it.';
comment on column patient.registered_practice is 'ODS code; its people see the patient''s referrals.';
call folkmoot.protect('patient');

-- ------------------------------------------------------------------------------------------------ who may look, who looked

create table access_grant (
    tenant_id    text        not null,
    id           uuid        not null,
    patient_id   uuid        not null,
    kind         text        not null,
    organisation text        collate "C",
    subject      text,
    from_at      timestamptz not null,
    until_at     timestamptz,
    ended_at     timestamptz,
    given_by     text        not null,
    constraint pk_access_grant primary key (tenant_id, id),
    constraint fk_access_grant_patient foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    constraint ck_access_grant_kind check (case kind
        when 'share' then organisation is not null and subject is null
        when 'break-glass' then organisation is null and subject is not null and until_at is not null
        else false end),
    constraint ck_access_grant_until check (until_at > from_at)
);
create index ix_access_grant_patient on access_grant (tenant_id, patient_id);
create index ix_access_grant_organisation on access_grant (tenant_id, organisation) where ended_at is null;
create index ix_access_grant_subject on access_grant (tenant_id, subject) where ended_at is null;
comment on table access_grant is
    'Who else may see a patient: an organisation with which it was decided to share, or a person who broke the glass, for a time.';
call folkmoot.protect('access_grant');

create table patient_read (
    tenant_id   text        not null,
    patient_id  uuid        not null,
    at          timestamptz not null,
    stream      text        not null,
    number      bigint      not null,
    reader_name text        not null,
    constraint pk_patient_read primary key (tenant_id, patient_id, at, stream, number)
);
comment on table patient_read is
    'Which entries of the ledger tell of a read of which patient, so that a patient can be shown who looked. The ledger itself says who, for whom, what and why.';
call folkmoot.protect('patient_read');

-- ------------------------------------------------------------------------------------------------ referrals

create table journey (
    tenant_id  text        not null,
    id         uuid        not null,
    patient_id uuid        not null,
    begun_at   timestamptz not null,
    constraint pk_journey primary key (tenant_id, id),
    constraint fk_journey_patient foreign key (tenant_id, patient_id) references patient (tenant_id, id)
);
comment on table journey is
    'One way of a person through teams: a redirect goes on with it, and with its clock, so that nobody begins to wait anew.';
call folkmoot.protect('journey');

create table referral (
    tenant_id       text        not null,
    id              uuid        not null,
    journey_id      uuid        not null,
    patient_id      uuid        not null,
    team_id         uuid        not null,
    practice        text        collate "C",
    came_by         text        not null,
    criteria        jsonb       not null,
    priority        text        not null,
    service         bytea,
    reason          bytea       not null,
    consent         text,
    consent_on      date,
    consent_by      text,
    consent_name    text,
    state           text        not null,
    redirected_from uuid,
    made_by         text        not null,
    made_name       text        not null,
    made_at         timestamptz not null,
    version         bigint      not null default 0,
    constraint pk_referral primary key (tenant_id, id),
    constraint fk_referral_journey foreign key (tenant_id, journey_id) references journey (tenant_id, id),
    constraint fk_referral_patient foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    constraint fk_referral_team foreign key (tenant_id, team_id) references team (tenant_id, id),
    constraint fk_referral_redirected_from foreign key (tenant_id, redirected_from) references referral (tenant_id, id),
    constraint uq_referral_redirected_from unique (tenant_id, redirected_from),
    constraint ck_referral_came_by check (came_by in ('practice', 'message', 'case-finding')),
    constraint ck_referral_priority check (priority in ('routine', 'urgent')),
    constraint ck_referral_consent check (
        num_nulls(consent, consent_on, consent_by, consent_name) in (0, 4) and consent in ('given', 'declined')),
    constraint ck_referral_case_finding check (
        (came_by = 'case-finding') = (criteria <> '[]'::jsonb)
        and (came_by <> 'case-finding' or state in ('draft', 'closed') or consent = 'given')),
    constraint ck_referral_state check (state in (
        'draft', 'submitted', 'in-triage', 'accepted', 'assessment', 'in-care', 'returned', 'redirected', 'closed'))
);
create unique index uq_referral_open_in_journey on referral (tenant_id, journey_id)
    where state not in ('returned', 'redirected', 'closed');
create index ix_referral_team on referral (tenant_id, team_id, state, id);
create index ix_referral_practice on referral (tenant_id, practice, state, id);
create index ix_referral_patient on referral (tenant_id, patient_id);
create index ix_referral_journey on referral (tenant_id, journey_id);
comment on table referral is
    'Referrals of a person to a team, each a stage of a journey. When what happened is told by referral_event; here is only where it stands.';
comment on column referral.practice is 'ODS code of the practice that refers; none where a team found the person.';
comment on column referral.criteria is 'By which lists the person was found, as a list of texts; empty unless case finding found them.';
comment on column referral.service is 'What is asked for, sealed: who refers writes what they like.';
comment on column referral.reason is 'Why the person is referred, sealed.';
call folkmoot.protect('referral');

create table referral_event (
    tenant_id    text        not null,
    id           uuid        not null,
    referral_id  uuid        not null,
    journey_id   uuid        not null,
    kind         text        not null,
    happened_at  timestamptz not null,
    recorded_at  timestamptz not null,
    code         text,
    words        bytea,
    by_subject   text        not null,
    by_name      text        not null,
    constraint pk_referral_event primary key (tenant_id, id),
    constraint fk_referral_event_referral foreign key (tenant_id, referral_id) references referral (tenant_id, id),
    constraint fk_referral_event_journey foreign key (tenant_id, journey_id) references journey (tenant_id, id),
    constraint ck_referral_event_kind check (kind ~ '^[a-z][a-z-]{2,39}$')
);
create unique index uq_referral_event_once on referral_event (tenant_id, referral_id, kind)
    where kind in ('submitted', 'triage-begun', 'accepted', 'returned', 'redirected', 'closed');
create index ix_referral_event_referral on referral_event (tenant_id, referral_id, happened_at);
create index ix_referral_event_clock on referral_event (tenant_id, journey_id, kind, happened_at)
    where kind in ('submitted', 'assessed');
comment on table referral_event is
    'What happened to a referral and when, and when that was written down: the two may lie apart. All figures of time come from here.';
comment on column referral_event.code is 'The coded reason or outcome, where there is one.';
comment on column referral_event.words is 'Advice or explanation, sealed.';
call folkmoot.protect('referral_event');

create table clock_pause (
    tenant_id     text        not null,
    id            uuid        not null,
    journey_id    uuid        not null,
    reason        text        not null,
    from_at       timestamptz not null,
    until_at      timestamptz,
    recorded_by   text        not null,
    recorded_name text        not null,
    recorded_at   timestamptz not null,
    constraint pk_clock_pause primary key (tenant_id, id),
    constraint fk_clock_pause_journey foreign key (tenant_id, journey_id) references journey (tenant_id, id),
    constraint ck_clock_pause_reason check (reason in ('person-unavailable', 'awaiting-consent')),
    constraint ck_clock_pause_until check (until_at > from_at),
    constraint ex_clock_pause_one exclude using gist (
        tenant_id with =, journey_id with =, tstzrange(from_at, until_at) with &&)
);
create index ix_clock_pause_journey on clock_pause (tenant_id, journey_id, from_at);
comment on table clock_pause is 'When a journey''s clock stood still and why; one pause at a time. Open-ended while it lasts.';
call folkmoot.protect('clock_pause');

-- The clock of every journey that was submitted, as it stands on a day. A plain query behind a name: what is asked of it
-- narrows it, so one journey's clock is three looks into indexes.
create function referral_clock(today date)
    returns table (
        tenant_id text, journey_id uuid, submitted_at timestamptz, submitted_on date, assessed_at timestamptz,
        assessed_on date, due_on date, paused_days integer, paused boolean, days integer)
    language sql stable
begin atomic
    select j.tenant_id, j.id, s.submitted_at, s.submitted_on, a.assessed_at, a.assessed_on,
        s.submitted_on + 28 + coalesce(p.days_before_due, 0)::integer,
        coalesce(p.days, 0)::integer,
        coalesce(p.lasts, false) and a.assessed_on is null,
        coalesce(a.assessed_on, today) - s.submitted_on - coalesce(p.days, 0)::integer
    from journey j
    cross join lateral (
        select min(e.happened_at) as submitted_at, (min(e.happened_at) at time zone 'Europe/London')::date as submitted_on
        from referral_event e
        where e.tenant_id = j.tenant_id and e.journey_id = j.id and e.kind = 'submitted') s
    cross join lateral (
        select min(e.happened_at) as assessed_at, (min(e.happened_at) at time zone 'Europe/London')::date as assessed_on
        from referral_event e
        where e.tenant_id = j.tenant_id and e.journey_id = j.id and e.kind = 'assessed') a
    cross join lateral (
        -- A pause moves the last day only if it began before that was over.
        select sum(counted.length) as days, bool_or(counted.lasts) as lasts,
            sum(counted.length) filter (where counted.began <= s.submitted_on + 28 + counted.before) as days_before_due
        from (
            select each.began, each.length, each.lasts,
                coalesce(sum(each.length) over (order by each.from_at
                    rows between unbounded preceding and 1 preceding), 0)::integer as before
            from (
                select c.from_at, c.until_at is null as lasts, (c.from_at at time zone 'Europe/London')::date as began,
                    greatest(0,
                        least((c.until_at at time zone 'Europe/London')::date, coalesce(a.assessed_on, today))
                        - greatest((c.from_at at time zone 'Europe/London')::date, s.submitted_on)) as length
                from clock_pause c
                where c.tenant_id = j.tenant_id and c.journey_id = j.id) each) counted) p
    where s.submitted_on is not null;
end;
comment on function referral_clock is
    'When each journey was first submitted and assessed, by when it is or was due, and how many days it took or takes so far, those of pauses not counted.';

-- ------------------------------------------------------------------------------------------------ case managers

create table case_manager (
    tenant_id   text        not null,
    id          uuid        not null,
    referral_id uuid        not null,
    subject     text        not null,
    name        text        not null,
    from_at     timestamptz not null,
    until_at    timestamptz,
    handover_id uuid,
    constraint pk_case_manager primary key (tenant_id, id),
    constraint fk_case_manager_referral foreign key (tenant_id, referral_id) references referral (tenant_id, id),
    constraint ck_case_manager_until check (until_at > from_at),
    constraint ex_case_manager_one exclude using gist (
        tenant_id with =, referral_id with =, tstzrange(from_at, until_at) with &&)
);
create index ix_case_manager_subject on case_manager (tenant_id, subject) where until_at is null;
create index ix_case_manager_referral on case_manager (tenant_id, referral_id, from_at);
comment on table case_manager is
    'Who owned a person''s care from when to when. From acceptance to closure there is exactly one at every moment: the exclusion refuses two, the trigger below refuses none.';
comment on column case_manager.handover_id is 'The handover by which they came; none for the first.';
call folkmoot.protect('case_manager');

create table handover (
    tenant_id     text        not null,
    id            uuid        not null,
    referral_id   uuid        not null,
    from_subject  text        not null,
    from_name     text        not null,
    to_subject    text        not null,
    to_name       text        not null,
    words         bytea       not null,
    offered_by    text        not null,
    offered_name  text        not null,
    offered_at    timestamptz not null,
    answer        text,
    answered_by   text,
    answered_name text,
    answered_at   timestamptz,
    version       bigint      not null default 0,
    constraint pk_handover primary key (tenant_id, id),
    constraint fk_handover_referral foreign key (tenant_id, referral_id) references referral (tenant_id, id),
    constraint ck_handover_answer check (answer in ('accepted', 'declined', 'withdrawn')),
    constraint ck_handover_answered check (num_nulls(answer, answered_by, answered_name, answered_at) in (0, 4)),
    constraint ck_handover_two check (from_subject <> to_subject)
);
create unique index uq_handover_open on handover (tenant_id, referral_id) where answer is null;
create index ix_handover_to on handover (tenant_id, to_subject) where answer is null;
comment on table handover is 'Offers of a case manager to hand a person over, and the answers. One is open at a time.';
comment on column handover.words is 'What the next one should know, sealed.';
call folkmoot.protect('handover');

alter table case_manager add constraint fk_case_manager_handover
    foreign key (tenant_id, handover_id) references handover (tenant_id, id);

create function case_managed_throughout() returns trigger
    language plpgsql
as $$
declare
    managed tstzmultirange;
    owed    tstzmultirange;
begin
    select range_agg(tstzrange(c.from_at, c.until_at)) into managed
        from case_manager c where c.tenant_id = new.tenant_id and c.referral_id = new.referral_id;
    select tstzmultirange(tstzrange(
                min(e.happened_at) filter (where e.kind = 'accepted'), min(e.happened_at) filter (where e.kind = 'closed')))
        into owed
        from referral_event e where e.tenant_id = new.tenant_id and e.referral_id = new.referral_id
        having bool_or(e.kind = 'accepted');
    if managed is distinct from owed then
        raise exception 'referral % has not exactly one case manager from acceptance to closure', new.referral_id
            using errcode = 'check_violation', constraint = 'ck_case_manager_throughout', table = 'case_manager';
    end if;
    return null;
end
$$;
comment on function case_managed_throughout is 'Refuses at commit whatever leaves an accepted referral without a case manager for a moment.';

create constraint trigger case_manager_throughout
    after insert or update on case_manager
    deferrable initially deferred
    for each row execute function case_managed_throughout();
create constraint trigger referral_event_throughout
    after insert on referral_event
    deferrable initially deferred
    for each row when (new.kind in ('accepted', 'closed')) execute function case_managed_throughout();

-- ------------------------------------------------------------------------------------------------ rights

grant select, insert, update on
    tenant_key, practice, neighbourhood, team, team_member, patient, access_grant, referral, clock_pause, case_manager, handover
    to ${app};
-- What happened, what was declared and who looked is never changed.
grant select, insert on team_capacity, patient_read, journey, referral_event to ${app};
grant select on
    practice, neighbourhood, team, team_member, team_capacity, journey, referral, referral_event, clock_pause, case_manager,
    handover, access_grant, patient_read
    to ${read};
