-- Mails that remind people of actions: where people are reached, and what was sent to whom, each thing once.

create table mailbox (
    tenant_id text        not null,
    subject   text        not null,
    mail      text,
    roles     text[]      not null,
    reminder  boolean     not null default true,
    digest    boolean     not null default true,
    office    boolean     not null default true,
    seen_at   timestamptz not null,
    constraint pk_mailbox primary key (tenant_id, subject)
);
comment on table mailbox is
    'Where a person of general practice is reached, and which mails they want: remembered from their token when they use the service, and forgotten when they have not for long.';
comment on column mailbox.mail is 'The address in their token; null while that has none.';
call folkmoot.protect('mailbox');

create table notice_round (
    tenant_id text        not null,
    day       date        not null,
    made_at   timestamptz not null,
    constraint pk_notice_round primary key (tenant_id, day)
);
comment on table notice_round is 'For which days notices were written. Once each, whichever replica does it.';
call folkmoot.protect('notice_round');

create table notice (
    tenant_id  text        not null,
    day        date        not null,
    kind       text        not null,
    subject    text        not null,
    not_before timestamptz not null,
    tries      integer     not null default 0,
    taken_at   timestamptz,
    ended_at   timestamptz,
    ending     text,
    constraint pk_notice primary key (tenant_id, day, kind, subject),
    constraint fk_notice_round foreign key (tenant_id, day) references notice_round (tenant_id, day),
    constraint ck_notice_kind check (kind in ('reminder', 'digest', 'office')),
    constraint ck_notice_ending check (ending in ('sent', 'needless', 'refused', 'uncertain')),
    constraint ck_notice_ended check ((ended_at is null) = (ending is null))
);
create index ix_notice_waiting on notice (tenant_id, not_before) where taken_at is null and ended_at is null;
comment on table notice is
    'A mail to a person about actions. It is taken, for good, before it is handed over: what a crash left taken is never sent again.';
comment on column notice.ending is
    'sent; needless, since it had been overtaken by what happened; refused for good by the mail server; or uncertain, since the server broke off.';
call folkmoot.protect('notice');

grant select, insert, update, delete on mailbox to ${app};
grant select, insert on notice_round to ${app};
grant select, insert, update on notice to ${app};
grant select on notice_round, notice to ${read};
