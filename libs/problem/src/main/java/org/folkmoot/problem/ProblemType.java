package org.folkmoot.problem;

/**
 * A kind of refusal, as a caller can recognise it. Implemented by enums: one catalogue per service, beside
 * {@link CommonProblem}.
 *
 * <p>The slug is a contract: a caller's program branches on {@code "/problems/" + slug}, so a slug is never renamed and
 * never given a second meaning. Its page is {@code docs/problems/<slug>.md}.
 */
public interface ProblemType {

    /** Lower-case words with hyphens, unique over all catalogues: {@code idempotency-key-reused}. */
    String slug();

    /** One short phrase for people, the same for every occurrence of this type, without a full stop. */
    String title();

    /** The HTTP status, 400 to 599. */
    int status();

    /** The {@code type} member: a reference relative to the service, as RFC 9457 section 3.1.1 allows. */
    default String uri() {
        return "/problems/" + slug();
    }
}
