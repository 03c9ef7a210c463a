package org.folkmoot.tenants.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/**
 * A realm as Keycloak itself describes it, read back after any change: the ground on which its protections are judged.
 *
 * @param settings the realm's own settings
 * @param clients every client of the realm, Keycloak's built-in ones too
 * @param scope the client scope that makes the claims, with its mappers; empty when there is none
 * @param scopeRoles the roles that this scope is bound to; a person with none of them would be given none of its claims
 * @param clientRoles by client of ours, the roles that its tokens may carry
 * @param roles the realm's roles
 * @param defaultRoles what everybody's default role contains
 * @param userProfile which attributes a person has and who may change them
 * @param signIn the steps of the browser sign-in in force
 * @param requiredActions what a person may be asked to do at sign-in
 * @param clientProfiles what client policies enforce
 * @param clientPolicies on which clients they enforce it
 * @param identityProviders other places at which people may sign in
 * @param localClientsAllowed whether this is a local stack, where people sign in at a terminal
 */
record RealmReading(
        JsonNode settings,
        JsonNode clients,
        JsonNode scope,
        Set<String> scopeRoles,
        Map<String, Set<String>> clientRoles,
        Set<String> roles,
        Set<String> defaultRoles,
        JsonNode userProfile,
        JsonNode signIn,
        JsonNode requiredActions,
        JsonNode clientProfiles,
        JsonNode clientPolicies,
        JsonNode identityProviders,
        boolean localClientsAllowed) {

    static final String SCOPE = "folkmoot";

    /** What the names of our own clients begin with. */
    static final String OURS = "folkmoot-";

    static RealmReading of(RealmResource realm, boolean localClientsAllowed) {
        var settings = realm.toRepresentation();
        var clients = realm.clients().findAll();
        var scope = realm.clientScopes().findAll().stream()
                .filter(s -> s.getName().equals(SCOPE))
                .findFirst();
        return new RealmReading(
                RealmJson.tree(settings),
                RealmJson.tree(clients),
                scope.map(RealmJson::tree).orElse(JsonNodeFactory.instance.objectNode()),
                names(scope.stream()
                        .flatMap(s ->
                                realm
                                        .clientScopes()
                                        .get(s.getId())
                                        .getScopeMappings()
                                        .realmLevel()
                                        .listAll()
                                        .stream())),
                clients.stream()
                        .filter(client -> client.getClientId().startsWith(OURS))
                        .collect(
                                Collectors.toMap(
                                        ClientRepresentation::getClientId,
                                        client -> names(realm
                                                .clients()
                                                .get(client.getId())
                                                .getScopeMappings()
                                                .realmLevel()
                                                .listAll()
                                                .stream()))),
                names(realm.roles().list().stream()),
                names(realm
                        .rolesById()
                        .getRoleComposites(settings.getDefaultRole().getId())
                        .stream()),
                RealmJson.tree(realm.users().userProfile().getConfiguration()),
                new SignInFlow(realm).read(settings.getBrowserFlow()),
                RealmJson.tree(realm.flows().getRequiredActions()),
                RealmJson.tree(realm.clientPoliciesProfilesResource().getProfiles(false))
                        .path("profiles"),
                RealmJson.tree(realm.clientPoliciesPoliciesResource().getPolicies())
                        .path("policies"),
                RealmJson.tree(realm.identityProviders().findAll()),
                localClientsAllowed);
    }

    /** All of it as one document, for an export; what Keycloak counts as secret it has masked, the rest is taken out. */
    JsonNode withoutSecrets() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("settings", settings);
        document.set("clients", clients);
        document.set("clientScope", scope);
        document.set("roles", RealmJson.tree(roles));
        document.set("userProfile", userProfile);
        document.set("signIn", signIn);
        document.set("clientProfiles", clientProfiles);
        document.set("clientPolicies", clientPolicies);
        document.set("identityProviders", identityProviders);
        return scrubbed(document);
    }

    Optional<JsonNode> client(String clientId) {
        return clients.valueStream()
                .filter(client -> client.path("clientId").asText().equals(clientId))
                .findFirst();
    }

    Optional<JsonNode> mapper(String protocolMapper, String configKey, String configValue) {
        return scope.path("protocolMappers")
                .valueStream()
                .filter(mapper -> mapper.path("protocolMapper").asText().equals(protocolMapper)
                        && mapper.path("config").path(configKey).asText().equals(configValue))
                .findFirst();
    }

    /** Whether a policy in force makes every client, or every client but those of a local stack, obey the executor. */
    boolean enforces(String executor, String condition) {
        Set<String> profiles = clientProfiles
                .valueStream()
                .filter(profile -> profile.path("executors")
                        .valueStream()
                        .anyMatch(e -> e.path("executor").asText().equals(executor)))
                .map(profile -> profile.path("name").asText())
                .collect(Collectors.toSet());
        return clientPolicies
                .valueStream()
                .anyMatch(policy -> policy.path("enabled").asBoolean()
                        && policy.path("conditions").size() == 1
                        && policy.path("conditions")
                                .path(0)
                                .path("condition")
                                .asText()
                                .equals(condition)
                        && policy.path("profiles").valueStream().anyMatch(p -> profiles.contains(p.asText())));
    }

    private static Set<String> names(Stream<RoleRepresentation> roles) {
        return roles.map(RoleRepresentation::getName).collect(Collectors.toSet());
    }

    private static final List<String> SECRETS =
            List.of("secret", "clientSecret", "registrationAccessToken", "password", "privateKey");

    private static JsonNode scrubbed(JsonNode node) {
        if (node.isObject()) {
            ObjectNode clean = JsonNodeFactory.instance.objectNode();
            node.properties().stream()
                    .filter(member -> !SECRETS.contains(member.getKey()))
                    .forEach(member -> clean.set(member.getKey(), scrubbed(member.getValue())));
            return clean;
        }
        if (node.isArray()) {
            ArrayNode clean = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> clean.add(scrubbed(element)));
            return clean;
        }
        return node;
    }
}
