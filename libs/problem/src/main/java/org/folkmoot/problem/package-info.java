/**
 * What an answer says when it says no: problem details by RFC 9457.
 *
 * <p>Every error that leaves a service is {@code application/problem+json}: refusals that a use case returns as a
 * value, exceptions that a resource lets through, and errors that never reach a resource because the platform has
 * turned the request away first. A reader of the answer learns what was wrong with the request, where in the request
 * it was, and what to do. A reader never learns class names, statements, messages of exceptions or stack traces: a
 * failure of ours is named by an incident number, and only the log says more.
 *
 * <p>A problem has a type out of a closed catalogue ({@link org.folkmoot.problem.ProblemType}); each type has a page in
 * {@code docs/problems}, and {@link org.folkmoot.problem.ProblemPages} finds the type without a page and the page
 * without a type. Types that any service may answer are in {@link org.folkmoot.problem.CommonProblem}; each service
 * adds one enum of its own.
 *
 * <p>This package does not decide what is refused. It gives refusals one form.
 */
@NullMarked
package org.folkmoot.problem;

import org.jspecify.annotations.NullMarked;
