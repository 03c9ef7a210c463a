-- Whom to ring: consultants and service leads by specialty and place.

create table contact (
    tenant_id      text        not null,
    id             uuid        not null,
    specialty      text        not null,
    place_id       uuid,
    organisation   text        collate "C" not null,
    name           text        not null,
    post           text        not null,
    phone          text,
    email          text,
    hours          text,
    recorded_by    text        not null,
    recorded_name  text        not null,
    recorded_at    timestamptz not null,
    confirmed_by   text        not null,
    confirmed_name text        not null,
    confirmed_on   date        not null,
    left_on        date,
    version        bigint      not null default 0,
    constraint pk_contact primary key (tenant_id, id),
    constraint fk_contact_place foreign key (tenant_id, place_id) references area (tenant_id, id),
    constraint ck_contact_reached check (num_nonnulls(phone, email) > 0)
);
create index ix_contact_specialty on contact (tenant_id, specialty, name, id);
comment on table contact is
    'People of other organisations at work, whom a GP may ring, with how they are reached there and who last confirmed it.';
comment on column contact.place_id is 'The place that they serve; null when it is the whole ICS.';
comment on column contact.left_on is 'Their last day; they are no longer shown after it.';
call folkmoot.protect('contact');

grant select, insert, update on contact to ${app};
grant select on contact to ${read};
