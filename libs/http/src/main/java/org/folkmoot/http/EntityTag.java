package org.folkmoot.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The version of a thing as an HTTP validator (RFC 9110 section 8.8.3), always strong: the number by which the database
 * counts the thing's changes, or a digest of what is kept elsewhere and has no number.
 *
 * <p>Reading:
 *
 * <pre>{@code
 * return EntityTag.of(practice.version()).answer(ifNoneMatch, () -> PracticeView.of(practice));
 * }</pre>
 *
 * <p>Changing, where a use case returns its refusals as values:
 *
 * <pre>{@code
 * return tag.refusal(ifMatch).<Result>map(Refused::new).orElseGet(() -> change());
 * ...
 * return tag.on(Response.accepted(view)).build();
 * }</pre>
 *
 * <p>A change that slips in between the question and the commit fails at the database's version check, and is answered
 * 412 as well; a digest has no such check behind it.
 *
 * @param value what stands between the quotes: visible ASCII characters without a quote
 */
public record EntityTag(String value) {

    /** RFC 9110 section 8.8.3: an optional weakness, and a quoted text without quotes, controls and spaces. */
    private static final Pattern TAG =
            Pattern.compile("\\s*(?<weak>W/)?\"(?<value>[\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*");

    private static final String MALFORMED = "must be an entity tag in double quotes, as the header ETag gave it, or *";

    private static final Pattern VALUE = Pattern.compile("[\\x21\\x23-\\x7e]+");

    /** @throws IllegalArgumentException if the value cannot stand in a header */
    public EntityTag {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the value of an entity tag");
        }
    }

    /** The tag of the version with this number, which counts up with each change and never down. */
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The tag of what has no number: a digest of its parts, each by its {@code toString}, so that equal parts in equal
     * order give equal tags in every process.
     */
    public static EntityTag ofContent(Object... parts) {
        var fingerprint = new Fingerprint(null);
        for (Object part : parts) {
            fingerprint.part(part.toString());
        }
        return new EntityTag(fingerprint.sha256());
    }

    /** The value of the header {@code ETag}, quotes included. */
    public String header() {
        return "\"" + value + "\"";
    }

    /** The same answer with this tag in its header. */
    public Response.ResponseBuilder on(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.ETAG, header());
    }

    /**
     * The answer to a reader: 304 when {@code ifNoneMatch} names this version, else 200 with the representation, which
     * is only made then. Both carry the tag.
     */
    public Response answer(@Nullable String ifNoneMatch, Supplier<?> representation) {
        return on(isKnownTo(ifNoneMatch) ? Response.notModified() : Response.ok(representation.get()))
                .build();
    }

    /**
     * {@link #answer}, where the version is that of a whole (a release) in which the thing may not be: 404 then, without
     * a tag.
     */
    public Response answerIfThere(@Nullable String ifNoneMatch, Supplier<? extends Optional<?>> representation) {
        if (isKnownTo(ifNoneMatch)) {
            return on(Response.notModified()).build();
        }
        return representation
                .get()
                .map(there -> on(Response.ok(there)).build())
                .orElseGet(() -> Problem.of(CommonProblem.NOT_FOUND).toResponse());
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
            found |= usable && tag.group("value").equals(value);
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
