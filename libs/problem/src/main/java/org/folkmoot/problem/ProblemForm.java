package org.folkmoot.problem;

import jakarta.ws.rs.core.MediaType;

/**
 * Another form of the problems of some addresses, where a standard of those addresses has one of its own. Problems come about
 * there as everywhere; only what leaves is another text. A bean of this type is found by itself.
 */
public interface ProblemForm {

    /** Whether the problems of this path, as it was sent, have this form. */
    boolean isOf(String path);

    /** What the text is. */
    MediaType mediaType();

    /** The text in UTF-8. What it says and withholds is up to the problem. */
    byte[] write(Problem problem);
}
