package org.folkmoot.mandate.group;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a statement of purpose.
 *
 * @param ballot the ballot that adopted it
 */
record PurposeView(int number, String words, UUID ballot, Instant adoptedAt) {}
