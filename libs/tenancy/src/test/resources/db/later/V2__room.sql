alter table note add column room text;
comment on column note.room is 'What a later release would bring.';
