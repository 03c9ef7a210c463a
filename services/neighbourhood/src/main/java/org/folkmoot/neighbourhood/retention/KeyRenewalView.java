package org.folkmoot.neighbourhood.retention;

import java.time.Instant;

/**
 * The ICS's key that wraps patients' keys.
 *
 * @param number as which it is kept
 * @param waiting how many patients' keys are still wrapped under an older one
 */
record KeyRenewalView(int number, Instant madeAt, int waiting) {}
