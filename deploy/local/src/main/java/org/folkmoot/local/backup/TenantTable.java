package org.folkmoot.local.backup;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with rows of ICSs.
 *
 * @param name with its schema, quoted where needed, as statements have it
 * @param columns what is kept of it, quoted where needed, in their order
 * @param order what its rows are sorted by, so that equal rows make equal bytes wherever they are
 * @param counters its columns that count by themselves and keep their values, not quoted
 * @param walled whether row-level security keeps ICSs apart; without, it is a list that all ICSs share
 * @param triggered whether it has triggers of its own
 */
record TenantTable(
        String name, List<String> columns, String order, List<String> counters, boolean walled, boolean triggered) {

    private static final String OUTBOX = "folkmoot.outbox";

    /** Its rows are set aside for the relay, each of them a row of the outbox: there they are kept as not announced. */
    static final String STALLED = "folkmoot.outbox_stalled";

    /** In the outbox this stands for the transaction and the place, which mean nothing in another cluster. */
    private static final String ANNOUNCED = "announced";

    private static final List<String> OF_THIS_CLUSTER = List.of("xid", "seq");

    /** The outbox, with what another cluster can make something of. */
    TenantTable portable() {
        if (!name.equals(OUTBOX)) {
            return this;
        }
        var kept = new ArrayList<>(columns);
        kept.removeAll(OF_THIS_CLUSTER);
        kept.add(ANNOUNCED);
        return new TenantTable(name, List.copyOf(kept), "seq", List.of(), walled, triggered);
    }

    /** The rows of the ICS that the transaction is for, as columns. */
    String rows() {
        String selected = String.join(", ", columns);
        if (name.equals(OUTBOX)) {
            selected = selected.replace(ANNOUNCED, """
                    (pg_visible_in_snapshot(xid, cursor.announced)
                        or coalesce(pg_visible_in_snapshot(xid, cursor.wave) and seq <= cursor.wave_sent, false))
                    and not exists (select from folkmoot.outbox_stalled s where s.seq = outbox.seq) as announced""");
            return "select " + selected + " from folkmoot.outbox, folkmoot.outbox_cursor cursor"
                    + " where tenant_id = folkmoot.current_tenant() order by " + order;
        }
        return "select " + selected + " from " + name + " where tenant_id = folkmoot.current_tenant() order by "
                + order;
    }

    /** Takes over what stands in the table {@code incoming}, in its order. */
    String takeOver() {
        String into = String.join(", ", columns);
        String from = into;
        if (name.equals(OUTBOX)) {
            into = into.replace(ANNOUNCED, "xid");
            // No snapshot is without the transaction 0, so no relay sees it as new.
            from = from.replace(ANNOUNCED, "case when announced then '0'::xid8 else pg_current_xact_id() end");
        }
        return "insert into " + name + " (" + into + ") overriding system value select " + from
                + " from incoming order by incoming_place" + (walled ? "" : " on conflict do nothing");
    }

    /** What makes an empty {@code incoming} for it, until the transaction ends. */
    String incoming() {
        String shape = name.equals(OUTBOX)
                ? "select " + String.join(", ", columns).replace(ANNOUNCED, "true as announced") + " from " + name
                : "select " + String.join(", ", columns) + " from " + name;
        return "create temp table incoming on commit drop as " + shape + " with no data;"
                + " alter table incoming add column incoming_place bigint generated always as identity";
    }
}
