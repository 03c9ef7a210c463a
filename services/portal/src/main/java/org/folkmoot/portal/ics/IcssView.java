package org.folkmoot.portal.ics;

import java.util.Comparator;
import java.util.List;
import org.folkmoot.portal.service.Tenants.Ics;

/**
 * The ICSs of the platform.
 *
 * @param sortedByName whether they stand in the order of their names; else those come first whose state is the newest
 * @param byName the address of the list in the order of names
 * @param byState the address of the list in the order of states
 */
public record IcssView(List<Row> rows, boolean sortedByName, String byName, String byState, String csv, String xlsx) {

    static final Comparator<Ics> BY_NAME = Comparator.comparing(Ics::name);
    static final Comparator<Ics> BY_STATE =
            Comparator.comparing(Ics::since).reversed().thenComparing(BY_NAME);

    /** An ICS in the list. */
    public record Row(Ics ics, IcsState state) {

        static Row of(Ics ics) {
            return new Row(ics, IcsState.of(ics.state()));
        }
    }
}
