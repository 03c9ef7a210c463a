package org.folkmoot.tenants.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.tenants.ics.StepOutcome;

/** Says in an operator's words why work on Keycloak failed, and what to look at. */
@ApplicationScoped
public class KeycloakWords {

    private final String url;

    KeycloakWords(@ConfigProperty(name = "folkmoot.keycloak.url") String url) {
        this.url = url;
    }

    /** Does the work; what Keycloak refused or failed to answer becomes a failed outcome, a fault of ours does not. */
    StepOutcome told(Supplier<StepOutcome> work) {
        try {
            return work.get();
        } catch (WebApplicationException | ProcessingException | KeycloakSilent e) {
            return new StepOutcome.Failed(of(e));
        }
    }

    /** Why, and what to look at; not for a caller who is no operator, since it names addresses. */
    public String of(RuntimeException failure) {
        return switch (failure) {
            case WebApplicationException refused -> refusal(refused);
            case ProcessingException wrapped
            when wrapped.getCause() instanceof WebApplicationException refused -> refusal(refused);
            default ->
                "Keycloak does not answer at " + url + " (" + root(failure) + "). Is it running, and is"
                        + " folkmoot.keycloak.url its address?";
        };
    }

    private String refusal(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return switch (status) {
            case 401 ->
                "Keycloak at " + url + " does not accept the control plane's credentials. Are"
                        + " folkmoot.keycloak.admin-client-id and folkmoot.keycloak.admin-client-secret those of a service"
                        + " account in the realm master?";
            case 403 ->
                "Keycloak at " + url + " does not allow the control plane to do this. Its service account needs"
                        + " the role admin (or create-realm and the roles of each realm) in the realm master.";
            default ->
                "Keycloak at " + url + " answered " + status
                        + said(refused).map(text -> ": " + text).orElse("") + ".";
        };
    }

    private static Optional<String> said(WebApplicationException refused) {
        try {
            JsonNode body = RealmJson.MAPPER.readTree(
                    Objects.requireNonNullElse(refused.getResponse().readEntity(String.class), ""));
            return Optional.of(
                            body.path("errorMessage").asText(body.path("error").asText()))
                    .filter(text -> !text.isBlank());
        } catch (JsonProcessingException | IllegalStateException | ProcessingException e) {
            // The body is gone or is no JSON: the status has to do.
            return Optional.empty();
        }
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }
}
