package org.folkmoot.mandate.mandate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A group's standing: computed, never typed.
 *
 * @param standing mandated, partly-mandated or advisory: in these words
 * @param asAt the day
 * @param support who stands behind it by one mandate: that of those in force which has the most
 * @param mandates those in force, the last day of each
 */
record Standing(UUID group, String standing, LocalDate asAt, Support support, List<InForce> mandates) {

    /**
     * A mandate in force.
     *
     * @param until its last day
     * @param support who stands behind the group by this mandate
     */
    record InForce(UUID id, String title, LocalDate until, Support support) {}

    static final String MANDATED = "mandated";
    static final String PARTLY = "partly-mandated";
    static final String ADVISORY = "advisory";
}
