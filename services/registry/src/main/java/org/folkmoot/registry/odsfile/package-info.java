/**
 * The files that NHS England and the Organisation Data Service publish, read exactly.
 *
 * <p>What a file is shows in its content and never in its name: {@link org.folkmoot.registry.odsfile.Examination} looks
 * through the whole of it and says which {@link org.folkmoot.registry.odsfile.FileKind} and, for the prescribing cost
 * centres, which {@link org.folkmoot.registry.odsfile.Dialect} it is in, and what it says of its own date.
 * {@link org.folkmoot.registry.odsfile.FactReader} then turns each row into a
 * {@link org.folkmoot.registry.odsfile.Fact}, or says with the line's number, its bytes and a
 * {@link org.folkmoot.registry.odsfile.Reason} why it does not. No row has a third fate.
 *
 * <p>Rules of the rows:
 *
 * <ul>
 *   <li>Lines end with CR LF or LF and are counted from 1, the header and empty lines included. A line of nothing but blanks is no row;
 *       the header is no row.
 *   <li>A row is one line. It may go on over the next lines inside a quoted field, but it never swallows a line that is
 *       a whole row by itself: a quotation mark broken at line 700 costs line 700 and nothing after it.
 *   <li>Text is UTF-8, a byte order mark at the start is passed over. A line that is not UTF-8 is not guessed at.
 *   <li>Blanks around a value are not part of it. Nothing else is repaired, except that codes are held in upper case, in
 *       which letter case carries no meaning.
 *   <li>A last line that breaks off makes the whole file half a file.
 * </ul>
 *
 * <p>This package knows nothing of databases, releases or history, and needs no framework.
 */
@NullMarked
package org.folkmoot.registry.odsfile;

import org.jspecify.annotations.NullMarked;
