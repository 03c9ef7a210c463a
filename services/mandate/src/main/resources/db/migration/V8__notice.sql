-- Mails that tell people of ballots: where people are reached, and what was sent to whom, each thing once.

create table mailbox (
    tenant_id     text        not null,
    subject       text        not null,
    mail          text,
    roles         text[]      not null,
    organisations text[]      not null,
    opened        boolean     not null default true,
    closing       boolean     not null default true,
    declared      boolean     not null default true,
    seen_at       timestamptz not null,
    constraint pk_mailbox primary key (tenant_id, subject)
);
comment on table mailbox is
    'Where a person who may vote is reached, for whom they act, and which mails they want: remembered from their token when they use the service, and forgotten when they have not for long.';
comment on column mailbox.mail is 'The address in their token; null while that has none.';
call folkmoot.protect('mailbox');

create table notice_round (
    tenant_id text        not null,
    ballot_id uuid        not null,
    kind      text        not null,
    made_at   timestamptz not null,
    constraint pk_notice_round primary key (tenant_id, ballot_id, kind),
    constraint fk_notice_round_ballot foreign key (tenant_id, ballot_id) references ballot (tenant_id, id),
    constraint ck_notice_round_kind check (kind in ('opened', 'closing', 'declared'))
);
comment on table notice_round is 'For which ballots notices of a kind were written. Once each, whichever replica does it.';
call folkmoot.protect('notice_round');

create table notice (
    tenant_id  text        not null,
    ballot_id  uuid        not null,
    kind       text        not null,
    subject    text        not null,
    not_before timestamptz not null,
    tries      integer     not null default 0,
    taken_at   timestamptz,
    ended_at   timestamptz,
    ending     text,
    constraint pk_notice primary key (tenant_id, ballot_id, kind, subject),
    constraint fk_notice_round foreign key (tenant_id, ballot_id, kind)
        references notice_round (tenant_id, ballot_id, kind),
    constraint ck_notice_ending check (ending in ('sent', 'needless', 'refused', 'uncertain')),
    constraint ck_notice_ended check ((ended_at is null) = (ending is null))
);
create index ix_notice_waiting on notice (tenant_id, not_before) where taken_at is null and ended_at is null;
comment on table notice is
    'A mail to a person about a ballot. It is taken, for good, before it is handed over: what a crash left taken is never sent again.';
comment on column notice.ending is
    'sent; needless, since it had been overtaken by what happened; refused for good by the mail server; or uncertain, since the server broke off.';
call folkmoot.protect('notice');

-- Who is to be told for an elector: whoever may cast its vote and can be reached.
create view elector_mailbox with (security_invoker = true) as
    select e.tenant_id, e.ballot_id, e.voter, m.subject
    from elector e
    join mailbox m on m.tenant_id = e.tenant_id and m.mail is not null
        and (e.kind = 'practice' and 'practice-voter' = any (m.roles) and e.voter = any (m.organisations)
             or e.kind = 'pcn' and 'pcn-clinical-director' = any (m.roles) and e.voter = any (m.organisations)
             or e.kind = 'seat' and e.holder = m.subject);
comment on view elector_mailbox is 'The mailboxes of those who may cast an elector''s vote.';

grant select, insert, update, delete on mailbox to ${app};
grant select, insert on notice_round to ${app};
grant select, insert, update on notice to ${app};
grant select on elector_mailbox to ${app};
grant select on notice_round, notice to ${read};
