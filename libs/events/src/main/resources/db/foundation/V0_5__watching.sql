-- What the service tells its operators of: how many dead letters wait and how long ago each consumer heard something. Counts
-- over all tenants are the relay's to take, for it works for all; of a letter it sees no more than is counted.

create policy relay_counts on folkmoot.dead_letter for select to ${relay} using (true);
grant select (consumer, state) on folkmoot.dead_letter to ${relay};

create policy relay_counts on folkmoot.consumed for select to ${relay} using (true);
grant select (consumer, consumed_at) on folkmoot.consumed to ${relay};
