-- Fair shares: an amount is divided over practices by a stated rule.

create table fair_share (
    tenant_id    text        not null,
    id           uuid        not null,
    title        text        not null,
    amount_pence bigint      not null,
    rule         text        not null,
    as_at        date        not null,
    source       text        not null,
    reason       text        not null,
    total_weight numeric     not null,
    made_by      text        not null,
    made_name    text        not null,
    made_at      timestamptz not null,
    constraint pk_fair_share primary key (tenant_id, id),
    constraint ck_fair_share_amount check (amount_pence > 0),
    constraint ck_fair_share_rule check (rule in ('registered-list', 'adjusted-list', 'custom-weight')),
    constraint ck_fair_share_weight check (total_weight > 0)
);
comment on table fair_share is
    'An amount that was divided: by which rule, from which figures, and why. Rows are added and never altered.';
comment on column fair_share.as_at is 'The day whose lists, figures or weights were taken.';
comment on column fair_share.source is 'Where the weights come from: the directory, a statement of payments, a decision.';
call folkmoot.protect('fair_share');

create table fair_share_portion (
    tenant_id     text    not null,
    fair_share_id uuid    not null,
    practice      text    collate "C" not null,
    weight        numeric not null,
    pence         bigint  not null,
    left_over     text    not null,
    extra_penny   boolean not null,
    constraint pk_fair_share_portion primary key (tenant_id, fair_share_id, practice),
    constraint fk_fair_share_portion_share foreign key (tenant_id, fair_share_id) references fair_share (tenant_id, id),
    constraint ck_fair_share_portion_weight check (weight >= 0),
    constraint ck_fair_share_portion_pence check (pence >= 0)
);
create index ix_fair_share_portion_practice on fair_share_portion (tenant_id, practice, fair_share_id);
comment on table fair_share_portion is
    'The ledger of a fair share: what each practice got, by which weight. Together they are the amount, to the penny.';
comment on column fair_share_portion.left_over is 'The fraction of a penny by which the exact share exceeds whole pence.';
comment on column fair_share_portion.extra_penny is 'Whether it got one of the pennies that the fractions together make.';
call folkmoot.protect('fair_share_portion');

grant select, insert on fair_share, fair_share_portion to ${app};
grant select on fair_share, fair_share_portion to ${read};
