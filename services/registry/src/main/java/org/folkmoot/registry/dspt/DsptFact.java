package org.folkmoot.registry.dspt;

import java.time.LocalDate;

/**
 * What a row of the list says.
 *
 * @param dated when the assessment was published; of one that was not, the date of the list
 * @param wording the status in the list's own words
 */
record DsptFact(String organisation, LocalDate dated, DsptStatus status, String edition, String wording) {}
