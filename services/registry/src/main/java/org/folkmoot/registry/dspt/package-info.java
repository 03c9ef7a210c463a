/**
 * DSPT status: whether an organisation meets the standards of the Data Security and Protection Toolkit. Records are shared
 * with those that do.
 *
 * <p>The toolkit's public search gives its list as a CSV file: code, name, status, date of publication, sector. An
 * administrator hands it in with the date on which it was taken. Each row becomes a dated fact, {@code met},
 * {@code not-met} or {@code not-published}, unless the organisation's last fact says the same already; a row that cannot be
 * read is reported with its line and the reason. So the same file handed in again adds nothing, and an older one fills
 * history.
 *
 * <p>Of every organisation that a list names, its state is told on a topic that keeps the newest of each, also where the list
 * says nothing new: other services decide by it with whom records are shared, and one that began later has it from the next
 * list.
 *
 * <p>{@link org.folkmoot.registry.dspt.DsptReader} reads the file and needs no framework. An organisation that no file named has
 * no status, which is not the same as not published.
 */
@NullMarked
package org.folkmoot.registry.dspt;

import org.jspecify.annotations.NullMarked;
