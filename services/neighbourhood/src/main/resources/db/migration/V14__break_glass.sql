-- Who looked at a record that was not open to them, why, and what its team's lead says of it; mails about it.

create table break_glass (
    tenant_id     text        not null,
    id            uuid        not null,
    patient_id    uuid        not null,
    subject       text        not null,
    name          text        not null,
    organisations text[]      not null,
    reason        bytea       not null,
    at            timestamptz not null,
    until_at      timestamptz not null,
    verdict       text,
    words         bytea,
    reviewed_by   text,
    reviewed_name text,
    reviewed_at   timestamptz,
    version       bigint      not null default 0,
    constraint pk_break_glass primary key (tenant_id, id),
    constraint fk_break_glass_grant foreign key (tenant_id, id) references access_grant (tenant_id, id),
    constraint fk_break_glass_patient foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    constraint ck_break_glass_until check (until_at > at),
    constraint ck_break_glass_verdict check (verdict in ('justified', 'not-justified')),
    constraint ck_break_glass_reviewed check (
        num_nulls(verdict, words, reviewed_by, reviewed_name, reviewed_at) in (0, 5))
);
create index ix_break_glass_patient on break_glass (tenant_id, patient_id, id desc);
comment on table break_glass is
    'Access of the same id that somebody gave themselves for a short time, with a reason. A row is added, and reviewed once.';
comment on column break_glass.reason is 'Why, sealed; words are what the reviewer says of it, sealed too.';
call folkmoot.protect('break_glass');

create table mailbox (
    tenant_id text        not null,
    subject   text        not null,
    mail      text,
    seen_at   timestamptz not null,
    constraint pk_mailbox primary key (tenant_id, subject)
);
comment on table mailbox is
    'Where a member of a team is reached: remembered from their token when they use the service, and forgotten when they have not for long.';
comment on column mailbox.mail is 'The address in their token; null while that has none.';
call folkmoot.protect('mailbox');

create table break_glass_notice (
    tenant_id      text        not null,
    break_glass_id uuid        not null,
    subject        text        not null,
    not_before     timestamptz not null,
    tries          integer     not null default 0,
    taken_at       timestamptz,
    ended_at       timestamptz,
    ending         text,
    constraint pk_break_glass_notice primary key (tenant_id, break_glass_id, subject),
    constraint fk_break_glass_notice foreign key (tenant_id, break_glass_id) references break_glass (tenant_id, id),
    constraint ck_break_glass_notice_ending check (ending in ('sent', 'needless', 'refused', 'uncertain')),
    constraint ck_break_glass_notice_ended check ((ended_at is null) = (ending is null))
);
create index ix_break_glass_notice_waiting on break_glass_notice (tenant_id, not_before)
    where ended_at is null;
comment on table break_glass_notice is
    'A mail to who answers for a team: its lead, or each member where it has none. It is taken before it is handed over, and what has not ended ten minutes later is taken again.';
comment on column break_glass_notice.ending is
    'sent; needless, since the case was reviewed before; refused for good by the mail server; or uncertain, since the server broke off.';
call folkmoot.protect('break_glass_notice');

grant select, insert, update on break_glass, break_glass_notice to ${app};
grant select, insert, update, delete on mailbox to ${app};
grant select on break_glass, break_glass_notice to ${read};
