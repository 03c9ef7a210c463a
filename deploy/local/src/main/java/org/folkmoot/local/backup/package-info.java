/**
 * Backup and restore of one ICS among others, in one file.
 *
 * <p><b>What is taken along.</b> Each service's database is read as its owner in one snapshot with the ICS as the tenant, so the
 * second wall itself says which rows those are. No table is named here: all that have a column {@code tenant_id} are found in the
 * catalogue, with their columns and foreign keys, so a table that a later migration adds comes along by itself.
 *
 * <p><b>The file</b> is a ZIP with what {@code COPY} writes of each table and a manifest of columns, rows and hashes; the hash of the
 * manifest is in the ZIP's comment. All of it is checked before any database is opened. What is sealed stays sealed.
 *
 * <p><b>Back again.</b> Into databases of the same migrations, in the order of foreign keys, one transaction for each database, all
 * committed when the last of them reads back byte for byte as the file says. Triggers of the tables are off meanwhile, since what
 * they once wrote is among the rows. Where the ICS has rows already, that is refused, unless they are to be replaced.
 *
 * <p><b>Announcements.</b> Which were in Kafka already is noted with each row of the outbox; those are put where no relay looks, the
 * others are announced, under the ids that they had, which consumers drop if they have had them.
 */
@NullMarked
package org.folkmoot.local.backup;

import org.jspecify.annotations.NullMarked;
