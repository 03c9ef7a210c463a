-- A list can take back what an earlier one said, and a later one can say it again.

alter table dspt_status drop constraint pk_dspt_status;
alter table dspt_status add constraint pk_dspt_status
    primary key (tenant_id, organisation, dated, status, edition, recorded_at);
comment on table dspt_status is
    'What the toolkit''s published list said of an organisation, as dated facts. Rows are added and never altered. On a day the newest fact by then holds; of two of one day the one that the later list told, of two lists of one date the one that was taken in later.';
