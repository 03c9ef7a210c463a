-- That a power was reviewed: what came of it, and when it is looked at again.

create table power_review (
    tenant_id     text        not null,
    id            uuid        not null,
    power_id      uuid        not null,
    number        integer     not null,
    of_version    integer     not null,
    outcome       text        not null,
    reason        text        not null,
    next_review   date        not null,
    taken         bigint      not null,
    refused       bigint      not null,
    escalated     bigint      not null,
    state         text        not null,
    proposed_by   text        not null,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    settled_by    text,
    settled_name  text,
    settled_at    timestamptz,
    version       bigint      not null default 0,
    constraint pk_power_review primary key (tenant_id, id),
    constraint uq_power_review_number unique (tenant_id, power_id, number),
    constraint fk_power_review_version foreign key (tenant_id, power_id, of_version)
        references power_version (tenant_id, power_id, number),
    constraint ck_power_review_outcome check (outcome in ('kept', 'changed', 'to-be-revoked')),
    constraint ck_power_review_state check (state in ('proposed', 'confirmed', 'refused')),
    constraint ck_power_review_settled check ((state = 'proposed') = (settled_by is null)),
    constraint ck_power_review_second_person check (state <> 'confirmed' or settled_by <> proposed_by)
);
create unique index uq_power_review_proposed on power_review (tenant_id, power_id) where state = 'proposed';
comment on table power_review is
    'Each review of a power, with who proposed and who confirmed it: never the same person. A confirmed one moves the day of the next.';
comment on column power_review.of_version is 'The version that was looked at: the one that held.';
comment on column power_review.next_review is 'The day before which the power is reviewed again.';
comment on column power_review.taken is 'How often it had been used when it was looked at; like refused and escalated.';
call folkmoot.protect('power_review');

grant select, insert, update on power_review to ${app};
grant select on power_review to ${read};
