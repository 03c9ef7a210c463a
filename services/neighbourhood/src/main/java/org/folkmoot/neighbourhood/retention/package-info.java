/**
 * How long records are kept, and how they end.
 *
 * <p><b>The period.</b> NHS England's Records Management Code of Practice keeps the record of an adult for eight years after the
 * care has ended, and that of a child until their 25th birthday, or the 26th if they were 17 when it ended. An ICS may keep
 * records for longer, and says why; for a shorter time it may not.
 *
 * <p><b>The end.</b> A person is erased by destroying their key: what identifies them and what was written about them is sealed
 * with it, wherever it lies. What is left are identifiers, organisations, dates and coded facts, for figures. Nobody with a
 * referral that is not over is erased, and nobody is by hand. Each is written down in the audit trail.
 *
 * <p><b>Renewal of the ICS's key</b> is begun by an administrator; patients' keys follow in rounds. Nobody waits for it.
 *
 * <p>Copies of the database that were made before hold the key still: how long these are kept is the installation's to say.
 */
@NullMarked
package org.folkmoot.neighbourhood.retention;

import org.jspecify.annotations.NullMarked;
