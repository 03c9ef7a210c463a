-- What the portal keeps: who is signed in, and forms that came too late. Nothing here is the only copy of anything but
-- a draft, and nothing can be read without the portal's key.

create table session (
    tenant_id        text        not null,
    digest           bytea       not null,
    subject          text        not null,
    keycloak_session text        not null,
    sealed           bytea       not null,
    fresh_until      timestamptz not null,
    ends_at          timestamptz not null,
    constraint pk_session primary key (tenant_id, digest)
);
comment on table session is
    'Sessions of signed-in people: the tokens, encrypted, under the SHA-256 of the value in the person''s cookie.';
comment on column session.keycloak_session is 'The session at Keycloak (claim sid), by which Keycloak ends it.';
comment on column session.fresh_until is 'From then on the tokens are renewed before they are used.';
create index ix_session_keycloak_session on session (tenant_id, keycloak_session);
create index ix_session_ends_at on session (tenant_id, ends_at);
call folkmoot.protect('session');
grant select, insert, update, delete on session to ${app};

create table draft (
    tenant_id text        not null,
    digest    bytea       not null,
    subject   text        not null,
    path      text        not null,
    sealed    bytea       not null,
    ends_at   timestamptz not null,
    constraint pk_draft primary key (tenant_id, digest)
);
comment on table draft is
    'Forms that were sent after the session had ended, encrypted, until the same person has signed in again.';
create index ix_draft_ends_at on draft (tenant_id, ends_at);
call folkmoot.protect('draft');
grant select, insert, delete on draft to ${app};
