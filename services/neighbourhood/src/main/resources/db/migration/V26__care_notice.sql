-- Mails to people at work about whose care they are asked to take over, or own from now on.

create table care_notice (
    tenant_id  text        not null,
    kind       text        not null,
    about      uuid        not null,
    subject    text        not null,
    not_before timestamptz not null,
    tries      integer     not null default 0,
    taken_at   timestamptz,
    ended_at   timestamptz,
    ending     text,
    constraint pk_care_notice primary key (tenant_id, kind, about, subject),
    constraint ck_care_notice_kind check (kind in ('transfer-offered', 'transfer-answered', 'handover-offered', 'assigned')),
    constraint ck_care_notice_ending check (ending in ('sent', 'needless', 'refused', 'uncertain')),
    constraint ck_care_notice_ended check ((ended_at is null) = (ending is null))
);
create index ix_care_notice_waiting on care_notice (tenant_id, not_before) where taken_at is null and ended_at is null;
comment on table care_notice is
    'A mail to a member of a team. It is written with what it tells of, and taken before it is handed over, once.';
comment on column care_notice.about is 'The transfer, the handover, or the time for which somebody owns a person''s care.';
comment on column care_notice.ending is
    'sent; needless, since it was overtaken or no address is known; refused for good by the mail server; or uncertain, since the server broke off.';
call folkmoot.protect('care_notice');

grant select, insert, update on care_notice to ${app};
grant select on care_notice to ${read};
