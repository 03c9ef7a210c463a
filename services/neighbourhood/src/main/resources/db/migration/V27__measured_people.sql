-- Figures of updates are judged by people, not by points: whose each is stands in the index from which they come.

drop index ix_gp_update_measure_due;
create index ix_gp_update_measure_due on gp_update_measure (tenant_id, due_on) include (team_id, practice, sent_on, referral_id);
