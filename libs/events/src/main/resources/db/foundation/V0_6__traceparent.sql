-- The trace in which an announcement was made goes on with whoever hears it.

alter table folkmoot.outbox add column traceparent text;
comment on column folkmoot.outbox.traceparent is
    'W3C traceparent of the work that announced; null where it was not traced. Debezium puts it on the record by table.fields.additional.placement=traceparent:header:ce_traceparent.';
