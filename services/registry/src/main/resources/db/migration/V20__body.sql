-- Organisations that an ICS knows and no national file has.

create table body (
    tenant_id      text        not null,
    id             uuid        not null,
    kind           text        not null,
    name           text        not null,
    ods_code       text        collate "C",
    company_number text        collate "C",
    recorded_by    text        not null,
    recorded_name  text        not null,
    recorded_at    timestamptz not null,
    version        bigint      not null default 0,
    constraint pk_body primary key (tenant_id, id),
    constraint uq_body_ods_code unique (tenant_id, ods_code),
    constraint uq_body_company_number unique (tenant_id, company_number),
    constraint ck_body_kind check (kind in (
        'partnership', 'incorporated-partnership', 'company', 'federation', 'superpartnership', 'other-body')),
    constraint ck_body_ods_code check (ods_code ~ '^[A-Z0-9]{3,9}$')
);
comment on table body is
    'An organisation that is in no file of the national directory: a partnership, a company, a federation. Its id is its identity; ODS code and company number are kept where it has them.';
comment on column body.kind is
    'What it is in law. One that becomes something else is another body, joined to this one by a link of succession.';
call folkmoot.protect('body');

grant select, insert, update on body to ${app};
grant select on body to ${read};
