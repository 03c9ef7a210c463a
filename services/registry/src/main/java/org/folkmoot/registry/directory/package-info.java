/**
 * Asking the national directory: organisations, practices, networks, boards, their history, and search.
 *
 * <p>Any signed-in person may ask; the data are public. Each question is one statement. Without {@code asAt} the answer
 * is the state on the date of the release in force; with it, of that day, as far as files have told of it.
 *
 * <p>Search goes through five doors, and what came through an earlier one is not shown again: the code itself, codes that
 * begin so, postcodes that begin so, names with these words or beginnings of words, and last, only when these do not fill
 * the page, names that are nearly so, the nearest first. Behind each door there is an index.
 */
@NullMarked
package org.folkmoot.registry.directory;

import org.jspecify.annotations.NullMarked;
