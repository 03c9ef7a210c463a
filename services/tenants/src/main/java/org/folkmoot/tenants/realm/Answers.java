package org.folkmoot.tenants.realm;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;

/** What Keycloak's answers mean where their status says it. */
public final class Answers {

    private Answers() {}

    /** What is asked for, or empty when Keycloak has no such thing. */
    public static <T> Optional<T> found(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Passes if the answer says that it was made; else the refusal is thrown, its body still to be read. */
    public static void made(Response answer) {
        if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            throw new WebApplicationException(answer);
        }
        answer.close();
    }
}
