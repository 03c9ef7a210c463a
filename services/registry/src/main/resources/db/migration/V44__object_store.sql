-- Keeping up from an object store too.

alter table directory_source drop constraint ck_directory_source_source;
alter table directory_source
    add constraint ck_directory_source_source check (source in ('folder', 'object-store', 'ods-api'));
