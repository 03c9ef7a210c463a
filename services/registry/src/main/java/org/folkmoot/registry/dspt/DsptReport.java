package org.folkmoot.registry.dspt;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of a file. Recorded, known and unread together are the rows read.
 *
 * @param known rows that say what was known already
 * @param rows the first of the unread rows
 */
record DsptReport(LocalDate asAt, long rowsRead, long recorded, long known, long unread, List<UnreadRow> rows) {}
