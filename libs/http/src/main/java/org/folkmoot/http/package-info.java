/**
 * How every service speaks HTTP: the conventions that a resource should not have to think of again.
 *
 * <p>Before a resource: an ambiguous path is refused first of all ({@code RawPathFilter}), a body that is too large is
 * refused before it is read ({@code BodyLimit}), a body of JSON is read strictly ({@code StrictJsonReader}).
 *
 * <p>For a resource: {@link org.folkmoot.http.Result} for what came of a change, {@link org.folkmoot.http.EntityTag} for changes of a version that was seen,
 * {@link org.folkmoot.http.Idempotent} for creates, {@link org.folkmoot.http.Page} and
 * {@link org.folkmoot.http.Cursor} for long lists, {@link org.folkmoot.http.Table} for CSV and spreadsheets,
 * {@link org.folkmoot.http.AsAt} for the state of a past day.
 *
 * <p>After a resource: headers that keep a browser from guessing, framing, caching and telling.
 *
 * <p>Refusals here are problems of {@link org.folkmoot.problem.CommonProblem}. This package knows nothing of any
 * domain, and decides nothing about who may do what.
 */
@NullMarked
package org.folkmoot.http;

import org.jspecify.annotations.NullMarked;
