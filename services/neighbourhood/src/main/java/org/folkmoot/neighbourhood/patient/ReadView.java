package org.folkmoot.neighbourhood.patient;

import java.time.Instant;
import java.util.List;
import org.folkmoot.neighbourhood.access.ReadAudit;

/**
 * Somebody looked at a patient's data.
 *
 * @param name what they were called then
 * @param organisations for which they spoke
 * @param what they looked at
 * @param why they may
 */
record ReadView(Instant at, String name, List<String> organisations, String what, String why) {

    static ReadView of(ReadAudit.Look look) {
        return new ReadView(look.at(), look.name(), look.organisations(), look.what(), look.why());
    }
}
