package org.folkmoot.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The problems that every service can answer. A problem of one domain belongs into that service's own catalogue. */
public enum CommonProblem implements ProblemType {
    /** The request cannot be understood: broken JSON, a text that cannot be stored, a broken cursor. */
    MALFORMED_REQUEST("The request cannot be understood", 400),
    /** The request is understood, and a value in it is not allowed. */
    INVALID_REQUEST("A value in the request is not allowed", 400),
    /** The path is written in a way that two readers could read differently. */
    UNSAFE_PATH("The path is written ambiguously", 400),
    /** A create without the key that would make a repetition harmless. */
    IDEMPOTENCY_KEY_MISSING("The header Idempotency-Key is missing or not usable", 400),
    /** No token, or one that this service does not accept. */
    UNAUTHENTICATED("Sign in first", 401),
    /** Signed in, and not allowed. */
    FORBIDDEN("You are not allowed to do this", 403),
    /** The token of a member of an ICS does not say for which organisation the person speaks. */
    ORGANISATION_CLAIM_MISSING("The token names no organisation", 403),
    /** The ICS is suspended: its data are kept, and nobody of it is let in. */
    ICS_SUSPENDED("This ICS is suspended", 403),
    /** Not there, or not there for the caller: the two are deliberately the same answer. */
    NOT_FOUND("There is nothing here", 404),
    /** The address exists; this method on it does not. */
    METHOD_NOT_ALLOWED("This method is not offered here", 405),
    /** None of the media types that the caller accepts is offered. */
    NOT_ACCEPTABLE("None of the accepted media types is offered", 406),
    /** The state of things forbids it, or the same thing is being done at this moment. */
    CONFLICT("This conflicts with the present state", 409),
    /** What the caller saw has changed since. */
    PRECONDITION_FAILED("It has changed since you read it", 412),
    /** The body is longer than this address takes. */
    BODY_TOO_LARGE("The body is too large", 413),
    /** The body is of a type that this address does not read. */
    UNSUPPORTED_MEDIA_TYPE("This media type is not read here", 415),
    /** The key was used before, for a different request. */
    IDEMPOTENCY_KEY_REUSED("The Idempotency-Key was used for another request", 422),
    /** A change of state without {@code If-Match}. */
    PRECONDITION_REQUIRED("The header If-Match is missing", 428),
    /** More requests than the caller's share. */
    TOO_MANY_REQUESTS("Too many requests", 429),
    /** A fault of ours; the incident number finds it in the log. */
    INTERNAL("Something went wrong on our side", 500),
    /** Something this service needs does not answer just now. */
    UNAVAILABLE("Not available at the moment", 503);

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String title;
    private final int status;

    CommonProblem(String title, int status) {
        this.title = title;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }

    /**
     * The type that says no more than this status says, for answers of the platform that carry nothing but a status.
     * Empty for a status that no type of this catalogue stands for.
     */
    public static Optional<CommonProblem> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }
}
