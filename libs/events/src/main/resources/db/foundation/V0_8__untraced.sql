-- What was announced outside of a trace says so by an empty text: of a null Debezium would make a header without a value, on which
-- other systems' readers of CloudEvents stumble.

alter table folkmoot.outbox alter column traceparent set default '';
comment on column folkmoot.outbox.traceparent is
    'W3C traceparent of the work that announced; empty (or null, where an earlier release wrote the row) where it was not traced. Debezium puts it on the record by table.fields.additional.placement=traceparent:header:ce_traceparent.';
