-- With which organisations a person's record is shared, who decided it, and whether they may have it.

create table dspt (
    tenant_id    text    not null,
    organisation text    collate "C" not null,
    copy         integer not null,
    version      bigint  not null,
    status       text    not null,
    dated        date    not null,
    constraint pk_dspt primary key (tenant_id, organisation),
    constraint ck_dspt_status check (status in ('met', 'not-met', 'not-published'))
);
comment on table dspt is
    'What the Data Security and Protection Toolkit says of organisations, as the registry last told it. A copy, like practice.';
comment on column dspt.copy is 'Which copy this row belongs to: a row of a newer copy replaces it whatever its version.';
call folkmoot.protect('dspt');

create table share (
    tenant_id    text        not null,
    id           uuid        not null,
    patient_id   uuid        not null,
    organisation text        collate "C" not null,
    what         text[]      not null,
    basis        text        not null,
    why          bytea       not null,
    until_on     date        not null,
    dspt_dated   date        not null,
    decided_by   text        not null,
    decided_name text        not null,
    decided_at   timestamptz not null,
    revoked_by   text,
    revoked_name text,
    revoked_why  bytea,
    revoked_at   timestamptz,
    version      bigint      not null default 0,
    constraint pk_share primary key (tenant_id, id),
    constraint fk_share_grant foreign key (tenant_id, id) references access_grant (tenant_id, id),
    constraint fk_share_patient foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    constraint ck_share_what check (what <@ array['assessment', 'care-plan', 'gp-updates']),
    constraint ck_share_basis check (basis in ('consent', 'direct-care', 'best-interests')),
    constraint ck_share_revoked check (num_nulls(revoked_by, revoked_name, revoked_why, revoked_at) in (0, 4))
);
create index ix_share_patient on share (tenant_id, patient_id, id desc);
comment on table share is
    'Decisions to share a person''s record with an organisation until the end of a day; each gives an access of the same id. Where there is none, nothing is shared.';
comment on column share.what is 'What is shared besides the referral itself.';
comment on column share.why is 'Why it is shared, sealed, as revoked_why.';
comment on column share.dspt_dated is 'Since when the organisation had met the standards when it was decided.';
call folkmoot.protect('share');

grant select, insert, update on dspt, share to ${app};
grant select on dspt, share to ${read};
