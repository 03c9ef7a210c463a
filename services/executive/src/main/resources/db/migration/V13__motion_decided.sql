-- Motions that a ballot decided before a meeting dealt with them.

alter table agenda_item drop constraint ck_agenda_item_settled_how;
alter table agenda_item add constraint ck_agenda_item_settled_how check (settled_how in ('dealt-with', 'decided', 'withdrawn'));
