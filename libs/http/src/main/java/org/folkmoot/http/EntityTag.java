package org.folkmoot.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The version of a thing as an HTTP validator (RFC 9110 section 8.8.3): strong, and made of the number by which the
 * database counts the thing's changes.
 *
 * <p>A resource gives it with each answer ({@code .header("ETag", EntityTag.of(v).header())}), and asks it before each
 * change:
 *
 * <pre>{@code
 * Optional<Problem> refusal = EntityTag.of(practice.version()).refusal(ifMatch);
 * if (refusal.isPresent()) return refusal.get().toResponse();
 * }</pre>
 *
 * <p>A change that slips in between the question and the commit fails at the database's version check, and is answered
 * 412 as well.
 *
 * @param version counts up with each change, never down
 */
public record EntityTag(long version) {

    /** RFC 9110 section 8.8.3: an optional weakness, and a quoted text without quotes, controls and spaces. */
    private static final Pattern TAG =
            Pattern.compile("\\s*(?<weak>W/)?\"(?<value>[\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*");

    private static final String MALFORMED = "must be an entity tag in double quotes, as the header ETag gave it, or *";

    /** The tag of this version. */
    public static EntityTag of(long version) {
        return new EntityTag(version);
    }

    /** The value of the header {@code ETag}, quotes included. */
    public String header() {
        return "\"" + version + "\"";
    }

    /**
     * Why a change that carries this {@code If-Match} must not be made: 428 when the header is missing, 412 when it
     * names other versions only, 400 when it cannot be read. Empty when it names this version, or is {@code *}. A weak
     * tag never matches (RFC 9110 section 13.1.1).
     */
    public Optional<Problem> refusal(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return Optional.of(Problem.of(CommonProblem.PRECONDITION_REQUIRED)
                    .withDetail("Say in If-Match which version you saw."));
        }
        return switch (compare(ifMatch, false)) {
            case MATCHES -> Optional.empty();
            case DIFFERS ->
                Optional.of(Problem.of(CommonProblem.PRECONDITION_FAILED)
                        .withDetail("The present version is another one. Read it again and decide anew."));
            case MALFORMED ->
                Optional.of(Problem.of(CommonProblem.MALFORMED_REQUEST).withError("#header/If-Match", MALFORMED));
        };
    }

    /**
     * Whether a reader that sends this {@code If-None-Match} has the present version already, so that 304 will do. A
     * header that cannot be read counts as absent: the reader gets the whole.
     */
    public boolean isKnownTo(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && compare(ifNoneMatch, true) == Comparison.MATCHES;
    }

    private Comparison compare(String header, boolean weakly) {
        if (header.strip().equals("*")) {
            return Comparison.MATCHES;
        }
        boolean found = false;
        Matcher tag = TAG.matcher(header);
        int position = 0;
        while (true) {
            if (!tag.region(position, header.length()).lookingAt()) {
                return Comparison.MALFORMED;
            }
            boolean usable = weakly || tag.group("weak") == null;
            found |= usable && tag.group("value").equals(Long.toString(version));
            position = tag.end();
            if (position == header.length()) {
                return found ? Comparison.MATCHES : Comparison.DIFFERS;
            }
            if (header.charAt(position) != ',') {
                return Comparison.MALFORMED;
            }
            position++;
        }
    }

    private enum Comparison {
        MATCHES,
        DIFFERS,
        MALFORMED
    }
}
