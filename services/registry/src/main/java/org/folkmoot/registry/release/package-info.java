/**
 * Taking in releases of the national directory.
 *
 * <p>A release is a set of files. It is handed in by a platform operator ({@code POST /directory/releases}), kept in the
 * database with its bytes, and becomes a job. Jobs run one after the other, one at a time for a whole installation,
 * whatever the number of replicas; one that is handed in while another runs waits its turn. Whoever asks sees the phase
 * and the rows so far, by polling or as server-sent events, and at the end a report that accounts for every row.
 *
 * <p>All facts of a release, what is announced about them and the report are written in one transaction: there is the
 * whole release, or the one before it. A job whose process was killed is found by its lock being free, and run again
 * from the bytes that were kept.
 *
 * <p>A release is refused as a whole when no file of it is recognised, when a file that calls itself a table is none,
 * when a file breaks off in its last line, when no row of it can be loaded, or when its map looks like a part of one.
 * Files of other kinds that lie in the same folder, a PDF or a table of something else, are passed over and reported.
 *
 * <p>Every file has its own date: the extract date that its rows state, else what the operator says, else (the files of
 * networks) its newest change, else the date in its name, else its newest closure, else the release's date. The release
 * has the date of its newest file. Files are taken in from the oldest to the newest; {@link
 * org.folkmoot.registry.release.Timeline} makes the order of releases irrelevant for what is known in the end.
 */
@NullMarked
package org.folkmoot.registry.release;

import org.jspecify.annotations.NullMarked;
