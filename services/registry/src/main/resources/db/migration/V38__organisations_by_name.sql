-- A search can list by name: in this order it goes along until the page is full.

create index ix_organisation_by_name on organisation (lower(name) collate "C", code);
