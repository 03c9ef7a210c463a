-- What becomes of practices when ICSs merge or split: plans, and who holds a practice.

create extension if not exists btree_gist;

create table succession (
    id           uuid        not null constraint pk_succession primary key,
    basis        text        not null constraint ck_succession_basis check (btrim(basis) <> ''),
    cut_over     timestamptz not null,
    moves        jsonb       not null constraint ck_succession_moves check (jsonb_array_length(moves) > 0),
    drawn_by     text        not null,
    drawn_at     timestamptz not null,
    agreed_by    text,
    agreed_at    timestamptz,
    cancelled_by text,
    cancelled_at timestamptz,
    reason       text,
    version      bigint      not null,
    constraint ck_succession_agreed check ((agreed_by is null) = (agreed_at is null)),
    constraint ck_succession_second_person check (agreed_by <> drawn_by),
    constraint ck_succession_in_time check (agreed_at < cut_over),
    constraint ck_succession_cancelled check (
        (cancelled_by is null) = (cancelled_at is null) and (cancelled_at is null) = (reason is null))
);

comment on table succession is
    'Plans by which practices go from ICSs to their successors. What a plan says is never altered: another one is drawn up.';
comment on column succession.basis is 'What it rests on: the order by which boards are established or abolished.';
comment on column succession.cut_over is 'The instant from which successors are to have the practices.';
comment on column succession.moves is 'From which ICS to which, and the ODS codes of the practices that go.';
comment on column succession.reason is 'Why it was cancelled.';

create table practice_holding (
    succession_id uuid      not null constraint fk_practice_holding_succession references succession,
    practice      text      collate "C" not null,
    holder        text      not null constraint fk_practice_holding_holder references ics,
    held          tstzrange not null,
    constraint pk_practice_holding primary key (succession_id, practice, holder),
    constraint ck_practice_holding_practice check (practice ~ '^[A-Z0-9]{3,9}$'),
    constraint ck_practice_holding_from check (not lower_inf(held)),
    constraint ex_practice_holding_one exclude using gist (practice with =, held with &&)
);

comment on table practice_holding is
    'Which ICS holds a practice, and from when to when, once a plan of succession is agreed. No two hold one at any instant, and no two agreed plans can name one practice: the exclusion refuses both.';
comment on column practice_holding.held is
    'From the agreement on the predecessor holds it; where a holding ends the next one may begin. A cancelled plan''s end with it.';

create table succession_count (
    succession_id    uuid        not null constraint fk_succession_count_succession references succession,
    service          text        not null,
    predecessor      text        not null constraint fk_succession_count_predecessor references ics,
    counted_at       timestamptz not null,
    not_its_own      text[]      not null,
    placed_elsewhere text[]      not null,
    unnamed          text[]      not null,
    counts           jsonb       not null,
    constraint pk_succession_count primary key (succession_id, service, predecessor)
);

comment on table succession_count is 'What services answered that were told of a plan: how much of a predecessor goes, and what stays.';
comment on column succession_count.not_its_own is 'Practices that the plan takes from the predecessor and that never were the predecessor''s.';
comment on column succession_count.placed_elsewhere is
    'Practices of the plan that the national directory places neither with the predecessor nor with the successor.';
comment on column succession_count.unnamed is 'Practices of the predecessor that the plan does not name.';

grant select, insert, update on succession, practice_holding, succession_count to ${app};
grant select on succession, practice_holding, succession_count to ${read};
