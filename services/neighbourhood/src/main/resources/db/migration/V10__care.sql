-- Assessments, care plans with their versions, the person's agreement, and reviews.

create table assessment (
    tenant_id     text        not null,
    id            uuid        not null,
    referral_id   uuid        not null,
    assessed_on   date        not null,
    assessor      text        not null,
    findings      bytea       not null,
    recorded_by   text        not null,
    recorded_name text        not null,
    recorded_at   timestamptz not null,
    constraint pk_assessment primary key (tenant_id, id),
    constraint fk_assessment_referral foreign key (tenant_id, referral_id) references referral (tenant_id, id)
);
create index ix_assessment_referral on assessment (tenant_id, referral_id, assessed_on desc, id desc);
comment on table assessment is 'Assessments of a person. Rows are added and never altered: each is a dated fact.';
comment on column assessment.assessor is 'What whoever made it is called.';
comment on column assessment.findings is 'Sealed.';
call folkmoot.protect('assessment');

create table care_plan (
    tenant_id   text        not null,
    id          uuid        not null,
    referral_id uuid        not null,
    newest      integer     not null default 0,
    version     bigint      not null default 0,
    constraint pk_care_plan primary key (tenant_id, id),
    constraint uq_care_plan_referral unique (tenant_id, referral_id),
    constraint fk_care_plan_referral foreign key (tenant_id, referral_id) references referral (tenant_id, id)
);
comment on table care_plan is 'The care plan of a referral: it has one from its first draft on.';
comment on column care_plan.newest is 'The number of its newest version.';
comment on column care_plan.version is 'Counts every change of the plan, its versions and reviews.';
call folkmoot.protect('care_plan');

create table care_plan_version (
    tenant_id    text        not null,
    plan_id      uuid        not null,
    number       integer     not null,
    content      bytea       not null,
    review_on    date        not null,
    drafted_by   text        not null,
    drafted_name text        not null,
    drafted_at   timestamptz not null,
    agreed_on    date,
    agreed_how   text,
    agreed_by    text,
    agreed_name  text,
    agreed_at    timestamptz,
    constraint pk_care_plan_version primary key (tenant_id, plan_id, number),
    constraint fk_care_plan_version_plan foreign key (tenant_id, plan_id) references care_plan (tenant_id, id),
    constraint ck_care_plan_version_number check (number >= 1),
    constraint ck_care_plan_version_agreed check (
        num_nulls(agreed_on, agreed_how, agreed_by, agreed_name, agreed_at) in (0, 5)),
    constraint ck_care_plan_version_how check (
        agreed_how in ('in-person', 'by-phone', 'by-video', 'in-writing', 'by-representative'))
);
comment on table care_plan_version is
    'What a care plan said, version by version. A version never changes; that the person agreed to it is added once.';
comment on column care_plan_version.content is 'Goals, activities and contingency, sealed.';
comment on column care_plan_version.agreed_on is 'The day on which the person agreed; agreed_at is when that was written down.';
call folkmoot.protect('care_plan_version');

create table care_plan_review (
    tenant_id     text        not null,
    plan_id       uuid        not null,
    number        integer     not null,
    plan_version  integer     not null,
    reviewed_on   date        not null,
    outcome       text        not null,
    notes         bytea       not null,
    next_on       date        not null,
    recorded_by   text        not null,
    recorded_name text        not null,
    recorded_at   timestamptz not null,
    constraint pk_care_plan_review primary key (tenant_id, plan_id, number),
    constraint fk_care_plan_review_version foreign key (tenant_id, plan_id, plan_version)
        references care_plan_version (tenant_id, plan_id, number),
    constraint ck_care_plan_review_outcome check (outcome in ('continues', 'needs-revision', 'goals-met')),
    constraint ck_care_plan_review_next check (next_on > reviewed_on)
);
comment on table care_plan_review is 'How an agreed version was reviewed, and when it is next. Rows are added and never altered.';
comment on column care_plan_review.notes is 'Sealed.';
call folkmoot.protect('care_plan_review');

-- One row a plan that the person has agreed to.
create view care_plan_in_force with (security_invoker = true) as
select p.tenant_id, p.id as plan_id, p.referral_id, v.number, v.agreed_on, coalesce(r.next_on, v.review_on) as review_on
from care_plan p
cross join lateral (
    select v.number, v.agreed_on, v.review_on from care_plan_version v
    where v.tenant_id = p.tenant_id and v.plan_id = p.id and v.agreed_on is not null
    order by v.number desc limit 1) v
left join lateral (
    select r.next_on from care_plan_review r
    where r.tenant_id = p.tenant_id and r.plan_id = p.id and r.plan_version = v.number
    order by r.number desc limit 1) r on true;
comment on view care_plan_in_force is
    'The newest agreed version of each plan. Its last review, else the version itself, says when it is reviewed next.';

grant select, insert on assessment, care_plan_review to ${app};
grant select, insert, update on care_plan, care_plan_version to ${app};
grant select on care_plan_in_force to ${app};
grant select on assessment, care_plan, care_plan_version, care_plan_review, care_plan_in_force to ${read};
