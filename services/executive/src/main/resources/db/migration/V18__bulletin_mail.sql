-- Bulletins by mail, for who wishes that.

alter table mailbox add column organisations text[] not null default '{}';
alter table mailbox add column bulletin boolean not null default false;
comment on column mailbox.organisations is 'Those for whom they act, as their token says: it decides whose bulletins they may get.';

alter table bulletin add column mails_written_at timestamptz;
-- The migration is of no ICS, so the wall is opened for its owner and closed again.
alter table bulletin no force row level security;
update bulletin set mails_written_at = published_at;
alter table bulletin force row level security;
create index ix_bulletin_mails on bulletin (tenant_id) where published_at is not null and mails_written_at is null;
comment on column bulletin.mails_written_at is
    'When its mails were written, for whom wished them then. What was published before there were such mails has none.';

create table bulletin_mail (
    tenant_id   text        not null,
    bulletin_id uuid        not null,
    subject     text        not null,
    not_before  timestamptz not null,
    tries       integer     not null default 0,
    taken_at    timestamptz,
    ended_at    timestamptz,
    ending      text,
    constraint pk_bulletin_mail primary key (tenant_id, bulletin_id, subject),
    constraint fk_bulletin_mail_bulletin foreign key (tenant_id, bulletin_id) references bulletin (tenant_id, id),
    constraint ck_bulletin_mail_ending check (ending in ('sent', 'needless', 'refused', 'uncertain')),
    constraint ck_bulletin_mail_ended check ((ended_at is null) = (ending is null))
);
create index ix_bulletin_mail_waiting on bulletin_mail (tenant_id, not_before) where taken_at is null and ended_at is null;
comment on table bulletin_mail is
    'A bulletin''s mail to a person. It is taken, for good, before it is handed over: what a crash left taken is never sent again. That it was sent says nothing of whether a practice read the bulletin.';
call folkmoot.protect('bulletin_mail');

grant select, insert, update on bulletin_mail to ${app};
grant select on bulletin_mail to ${read};
