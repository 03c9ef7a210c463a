package org.folkmoot.portal.ics;

import java.util.List;
import org.folkmoot.portal.service.Tenants.Ics;

/** The ICSs of the platform. */
public record IcssView(List<Row> rows) {

    /** An ICS in the list. */
    public record Row(Ics ics, IcsState state) {

        static Row of(Ics ics) {
            return new Row(ics, IcsState.of(ics.state()));
        }
    }
}
