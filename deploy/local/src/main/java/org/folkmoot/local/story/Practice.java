package org.folkmoot.local.story;

/**
 * A practice, as the mandate service knows it.
 *
 * @param code its ODS code
 * @param network its network's
 * @param patients its registered list
 */
record Practice(String code, String network, int patients) {}
