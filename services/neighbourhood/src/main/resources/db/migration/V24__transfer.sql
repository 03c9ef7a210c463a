-- A person who was taken on goes on with another team: with the same referral, journey and clock, and without a moment in which
-- nobody owns their care.

create table transfer (
    tenant_id     text        not null,
    id            uuid        not null,
    referral_id   uuid        not null,
    from_team     uuid        not null,
    to_team       uuid        not null,
    reason        text        not null,
    words         bytea       not null,
    offered_by    text        not null,
    offered_name  text        not null,
    offered_at    timestamptz not null,
    answer        text,
    answered_by   text,
    answered_name text,
    answered_at   timestamptz,
    version       bigint      not null default 0,
    constraint pk_transfer primary key (tenant_id, id),
    constraint fk_transfer_referral foreign key (tenant_id, referral_id) references referral (tenant_id, id),
    constraint fk_transfer_from_team foreign key (tenant_id, from_team) references team (tenant_id, id),
    constraint fk_transfer_to_team foreign key (tenant_id, to_team) references team (tenant_id, id),
    constraint ck_transfer_reason check (reason in ('other-neighbourhood', 'other-skills', 'no-capacity')),
    constraint ck_transfer_answer check (answer in ('accepted', 'declined', 'withdrawn')),
    constraint ck_transfer_answered check (num_nulls(answer, answered_by, answered_name, answered_at) in (0, 4)),
    constraint ck_transfer_two check (from_team <> to_team)
);
create unique index uq_transfer_open on transfer (tenant_id, referral_id) where answer is null;
create index ix_transfer_to on transfer (tenant_id, to_team, id) where answer is null;
create index ix_transfer_referral on transfer (tenant_id, referral_id);
comment on table transfer is 'Offers of a team to transfer a person to another, and the answers. One of a referral is open at a time.';
comment on column transfer.words is 'What the other team should know, sealed.';
call folkmoot.protect('transfer');

alter table practice_change
    add column transfer_id uuid,
    add constraint fk_practice_change_transfer foreign key (tenant_id, transfer_id) references transfer (tenant_id, id);
comment on column practice_change.transfer_id is
    'The transfer that was offered because of it. Once it is accepted, that is the answer; until then, and if it is not, one is waited for.';

comment on column case_manager.handover_id is
    'The handover by which they came; none for the first, and for whom another team named when it took the person over.';

grant select, insert, update on transfer to ${app};
grant select on transfer to ${read};
