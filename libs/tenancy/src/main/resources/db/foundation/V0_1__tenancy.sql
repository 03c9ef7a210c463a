-- The second wall between tenants: what every service's database has before its own tables come.

create schema folkmoot;
grant usage on schema folkmoot to ${app}, ${relay}, ${read};
grant usage on schema public to ${app}, ${relay}, ${read};

-- The setting is made inside a transaction, never per session; after the transaction it reads as '' and not as null.
create function folkmoot.current_tenant() returns text
    language sql stable parallel safe
    return nullif(current_setting('folkmoot.tenant', true), '');

comment on function folkmoot.current_tenant() is
    'The tenant of this transaction, or null: with no tenant no row of a protected table is seen or written.';

create procedure folkmoot.protect(protected regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    -- Without FORCE the owner, who runs the migrations, would pass the wall.
    execute format('alter table %s force row level security', protected);
    execute format('create policy tenant on %s using (tenant_id = folkmoot.current_tenant()) '
                   'with check (tenant_id = folkmoot.current_tenant())', protected);
end $$;

comment on procedure folkmoot.protect(regclass) is
    'Puts a table whose column tenant_id names its tenant behind row-level security. Every tenant table calls it.';

create table folkmoot.ics (
    tenant_id   text        not null constraint pk_ics primary key,
    name        text        not null,
    issuer      text        not null constraint uq_ics_issuer unique,
    state       text        not null constraint ck_ics_state check (state in ('ACTIVE', 'SUSPENDED', 'OFFBOARDED')),
    recorded_at timestamptz not null default now()
);

comment on table folkmoot.ics is
    'The ICSs that this service serves, as the control plane announced them. Shared: every service must know them all.';

grant select, insert, update on folkmoot.ics to ${app};
grant select on folkmoot.ics to ${read};
