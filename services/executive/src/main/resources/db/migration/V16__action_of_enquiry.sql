-- The actions that come from an enquiry, for its page.

create index ix_action_enquiry on action (tenant_id, enquiry_id, due, id) where enquiry_id is not null;
