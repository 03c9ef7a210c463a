package org.folkmoot.problem;

import java.util.Objects;

/**
 * One value of a request that was refused.
 *
 * @param pointer where it is: a JSON pointer as URI fragment into the body ({@code #/members/3/code}, RFC 6901
 *     section 6), or {@code #query/<name>}, {@code #path/<name>}, {@code #header/<name>} for what is outside the body
 * @param detail what is wrong with it, for a person
 */
public record FieldError(String pointer, String detail) {

    public FieldError {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(detail, "detail");
    }
}
