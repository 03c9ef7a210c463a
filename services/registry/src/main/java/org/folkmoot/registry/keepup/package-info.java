/**
 * Keeping up with the national directory without anybody handing in a release.
 *
 * <p>Two sources, each of them only where it is configured: a folder, in which whole releases are laid down, a folder for
 * each; and the API of the Organisation Data Service, which is asked what changed. Each is looked at on its schedule by one
 * replica, the one that holds the database's lock.
 *
 * <p>What is found is handed in as an operator would ({@link org.folkmoot.registry.release.Loads}): nothing here knows how a
 * fact is compared, kept or announced. Changes that the API told are one file of them, which is loaded like any other.
 *
 * <ul>
 *   <li>A release is taken when it is whole: when the sums in its {@code SHA256SUMS} are
 *       right, or, where it has none, when it was seen to be the same for a while.
 *   <li>Whatever is wrong with one release or one source, the others go on.
 *   <li>What was taken once is not taken again, by its content, whatever became of it.
 *   <li>The day from which on changes are asked for moves when a load of them has ended well, and never before. It overlaps
 *       the one before; what is told twice changes nothing. At first it is the day on which whole files told of every
 *       organisation, and it is that day again where it is the later one.
 *   <li>An organisation that was told of and cannot be read is kept aside with the reason, seen as a finding, and asked for
 *       by itself until it can be, and until the load that has it has ended well. When the API has no answer for it, what
 *       else changed is taken nevertheless.
 *   <li>Changes that would close or alter suspiciously many wait for an operator's confirmation. Others are not asked for
 *       meanwhile, for they would be the same and more; they take the place of what waits.
 * </ul>
 */
@NullMarked
package org.folkmoot.registry.keepup;

import org.jspecify.annotations.NullMarked;
