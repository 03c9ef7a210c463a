-- Since when referrals are announced: a practice may enter one late, with a day months before that.

alter table referral_heard add column submitted_said timestamptz;
alter table referral_heard add constraint ck_referral_heard_said check (submitted_said is null or submitted_on is not null);
comment on column referral_heard.submitted_said is
    'When the referral was first announced, however long before that it was submitted; absent where this was not yet kept.';
