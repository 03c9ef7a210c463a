package org.folkmoot.tenants.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.Issuers;
import org.keycloak.admin.client.Keycloak;

/** The realms of this installation: how each is to look, making it look so, and whether it does. */
@ApplicationScoped
class Realms {

    private final Keycloak keycloak;
    private final RealmReconciler reconciler;
    private final RealmConfig config;
    private final Issuers issuers;
    private final IssuerCheck announcedIssuer;

    Realms(
            Keycloak keycloak,
            RealmReconciler reconciler,
            RealmConfig config,
            Issuers issuers,
            IssuerCheck announcedIssuer) {
        this.keycloak = keycloak;
        this.reconciler = reconciler;
        this.config = config;
        this.issuers = issuers;
        this.announcedIssuer = announcedIssuer;
    }

    /**
     * Makes the tenant's realm what its template says, reads it back, and judges it.
     *
     * @param enabled whether people may sign in at all
     */
    RealmOutcome reconcile(Tenant tenant, String name, boolean enabled) {
        RealmTemplate template = RealmTemplate.of(tenant, values(tenant, name, enabled));
        List<Difference> corrected = reconciler.reconcile(template);
        List<Protection> missing = Protection.missing(read(tenant));
        if (!missing.isEmpty()) {
            return new RealmOutcome.Unprotected(missing);
        }
        if (enabled) {
            String announced = announcedIssuer.announcedFor(tenant);
            if (!announced.equals(issuers.of(tenant))) {
                return new RealmOutcome.WrongIssuer(issuers.of(tenant), announced);
            }
        }
        return new RealmOutcome.Right(corrected);
    }

    /** The realm as Keycloak describes it. */
    RealmReading read(Tenant tenant) {
        return RealmReading.of(keycloak.realm(tenant.id()), config.localClients());
    }

    Map<String, JsonNode> values(Tenant tenant, String name, boolean enabled) {
        Map<String, JsonNode> values = new HashMap<>();
        values.put("tenant", text(tenant.id()));
        values.put("name", text(name));
        values.put("second-factor-role", text(tenant.isPlatform() ? Roles.PLATFORM_OPERATOR : Roles.ICS_ADMIN));
        values.put("enabled", JsonNodeFactory.instance.booleanNode(enabled));
        values.put("local-clients", JsonNodeFactory.instance.booleanNode(config.localClients()));
        values.put("portal-redirect-uris", RealmJson.tree(config.portal().redirectUris()));
        // Keycloak keeps a list inside an attribute's one text, divided by two hashes.
        values.put(
                "portal-after-logout-uris",
                text(String.join("##", config.portal().afterLogoutUris())));
        values.put("portal-back-channel-url", text(config.portal().backChannelUrl()));
        values.put("portal-client-secret", optional(config.portal().clientSecret()));
        broker("cis2", config.cis2(), values);
        broker("nhsmail", config.nhsmail(), values);
        return values;
    }

    private static void broker(String key, RealmConfig.Broker broker, Map<String, JsonNode> values) {
        values.put(key + ".enabled", JsonNodeFactory.instance.booleanNode(broker.enabled()));
        values.put(key + ".issuer", text(broker.issuer()));
        values.put(key + ".authorization-url", text(broker.authorizationUrl()));
        values.put(key + ".token-url", text(broker.tokenUrl()));
        values.put(key + ".jwks-url", text(broker.jwksUrl()));
        values.put(key + ".user-info-url", text(broker.userInfoUrl()));
        values.put(key + ".client-id", text(broker.clientId()));
        values.put(key + ".client-secret", optional(broker.clientSecret()));
        values.put(key + ".scopes", text(broker.scopes()));
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    private static JsonNode optional(Optional<String> value) {
        return value.map(Realms::text).orElse(MissingNode.getInstance());
    }
}
