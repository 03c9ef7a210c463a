/**
 * Papers: what people print, file and send on, as PDF.
 *
 * <p>A paper is made of headings, paragraphs, lists and tables, and of nothing else, so that it can be read by whoever reads
 * it aloud: it is tagged, has a title and a language, bookmarks for its headings, headers for its tables' columns, and its
 * one typeface comes with it. Each page says which it is and of how many.
 *
 * <p>Texts are put into the document as texts; nothing that somebody wrote is read as markup.
 */
@NullMarked
package org.folkmoot.executive.paper;

import org.jspecify.annotations.NullMarked;
