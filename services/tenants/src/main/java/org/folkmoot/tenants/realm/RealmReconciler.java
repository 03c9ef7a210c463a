package org.folkmoot.tenants.realm;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleMappingResource;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/**
 * Makes a realm what its template says: creates what is absent, corrects what has drifted, leaves people alone.
 *
 * <p>It may be stopped at any instruction and started again, here or on another replica: every part looks at what is
 * there before it changes anything. On a realm that is right it changes nothing.
 */
@ApplicationScoped
class RealmReconciler {

    /** Stands for the realm itself where a role belongs to it and to no client. */
    private static final String REALM = "realm";

    private final Keycloak keycloak;

    RealmReconciler(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** Reconciles the realm and tells what it had to change, in order; nothing for a realm that was right. */
    List<Difference> reconcile(RealmTemplate template) {
        List<Difference> corrected = new ArrayList<>();
        if (createIfAbsent(template.settings())) {
            corrected.add(new Difference("realm", template.realm(), ""));
        }
        RealmResource realm = keycloak.realm(template.realm());
        settings(realm, template.settings(), corrected);
        userProfile(realm, template.section("userProfile"), corrected);
        roles(realm, template.section("roles"), corrected);
        defaultRole(realm, template.section("defaultRole"), corrected);
        requiredActions(realm, template.section("requiredActions"), corrected);
        corrected.addAll(new SignInFlow(realm).reconcile(template.section("signIn")));
        clientScope(realm, template, corrected);
        clients(realm, template, corrected);
        clientPolicies(realm, template, corrected);
        identityProviders(realm, template.section("identityProviders"), corrected);
        return List.copyOf(corrected);
    }

    private boolean createIfAbsent(JsonNode settings) {
        String name = settings.path("realm").asText();
        if (Answers.found(() -> keycloak.realm(name).toRepresentation()).isPresent()) {
            return false;
        }
        // All settings at once: there is no moment at which the realm answers with Keycloak's own defaults.
        keycloak.realms().create(RealmJson.as(settings, RealmRepresentation.class));
        // The rights on a realm are written into the administrator's token, so the one in use knows nothing of this
        // one.
        keycloak.tokenManager().grantToken();
        return true;
    }

    private static void settings(RealmResource realm, JsonNode wanted, List<Difference> corrected) {
        JsonNode found = RealmJson.tree(realm.toRepresentation());
        List<Difference> differences = Difference.between("settings", wanted, found);
        if (!differences.isEmpty()) {
            realm.update(RealmJson.as(Difference.overlay(found, wanted), RealmRepresentation.class));
            corrected.addAll(differences);
        }
    }

    private static void userProfile(RealmResource realm, JsonNode wanted, List<Difference> corrected) {
        JsonNode found = RealmJson.tree(realm.users().userProfile().getConfiguration());
        List<Difference> differences = Difference.between("userProfile", wanted, found);
        if (!differences.isEmpty()) {
            realm.users().userProfile().update(RealmJson.as(Difference.overlay(found, wanted), UPConfig.class));
            corrected.addAll(differences);
        }
    }

    private static void roles(RealmResource realm, JsonNode wanted, List<Difference> corrected) {
        Map<String, JsonNode> found =
                byKey(realm.roles().list(false).stream().map(RealmJson::tree).toList(), "name");
        for (JsonNode role : wanted) {
            String name = role.path("name").asText();
            JsonNode before = found.get(name);
            if (before == null) {
                realm.roles().create(RealmJson.as(role, RoleRepresentation.class));
                corrected.add(new Difference("roles", name, ""));
            } else {
                List<Difference> differences = Difference.between("roles[" + name + "]", role, before);
                if (!differences.isEmpty()) {
                    realm.roles()
                            .get(name)
                            .update(RealmJson.as(Difference.overlay(before, role), RoleRepresentation.class));
                    corrected.addAll(differences);
                }
            }
        }
    }

    /** Everybody holds the realm's default role: it gives what the template names and nothing more. */
    private static void defaultRole(RealmResource realm, JsonNode wanted, List<Difference> corrected) {
        String id = realm.toRepresentation().getDefaultRole().getId();
        Map<String, String> clientIds =
                realm.clients().findAll().stream().collect(toMap(ClientRepresentation::getId, c -> c.getClientId()));
        Set<String> missing = new HashSet<>();
        wanted.properties()
                .forEach(owner -> owner.getValue().forEach(role -> missing.add(owner.getKey() + "/" + role.asText())));
        List<RoleRepresentation> surplus = new ArrayList<>();
        for (RoleRepresentation role : realm.rolesById().getRoleComposites(id)) {
            String name = owner(role, clientIds) + "/" + role.getName();
            if (!missing.remove(name)) {
                surplus.add(role);
                corrected.add(new Difference("defaultRole", "", name));
            }
        }
        if (!surplus.isEmpty()) {
            realm.rolesById().deleteComposites(id, surplus);
        }
        for (String name : missing) {
            String[] parts = name.split("/", 2);
            var roles = parts[0].equals(REALM)
                    ? realm.roles()
                    : realm.clients()
                            .get(realm.clients()
                                    .findByClientId(parts[0])
                                    .getFirst()
                                    .getId())
                            .roles();
            realm.rolesById().addComposites(id, List.of(roles.get(parts[1]).toRepresentation()));
            corrected.add(new Difference("defaultRole", name, ""));
        }
    }

    private static String owner(RoleRepresentation role, Map<String, String> clientIds) {
        return Boolean.TRUE.equals(role.getClientRole()) ? clientIds.getOrDefault(role.getContainerId(), "") : REALM;
    }

    private static void requiredActions(RealmResource realm, JsonNode wanted, List<Difference> corrected) {
        Map<String, JsonNode> found = byKey(
                realm.flows().getRequiredActions().stream().map(RealmJson::tree).toList(), "alias");
        for (JsonNode action : wanted) {
            String alias = action.path("alias").asText();
            JsonNode before = found.get(alias);
            if (before == null) {
                throw new IllegalStateException("Keycloak does not know the required action " + alias);
            }
            List<Difference> differences = Difference.between("requiredActions[" + alias + "]", action, before);
            if (!differences.isEmpty()) {
                realm.flows()
                        .updateRequiredAction(
                                alias,
                                RealmJson.as(
                                        Difference.overlay(before, action),
                                        RequiredActionProviderRepresentation.class));
                corrected.addAll(differences);
            }
        }
    }

    private static void clientScope(RealmResource realm, RealmTemplate template, List<Difference> corrected) {
        JsonNode wanted = template.section("clientScope");
        String name = wanted.path("name").asText();
        ObjectNode bare = without(wanted, "protocolMappers");
        Optional<JsonNode> found = Optional.ofNullable(scopes(realm).get(name));
        if (found.isEmpty()) {
            Answers.made(realm.clientScopes().create(RealmJson.as(bare, ClientScopeRepresentation.class)));
            corrected.add(new Difference("clientScope", name, ""));
        }
        JsonNode there = found.or(() -> Optional.ofNullable(scopes(realm).get(name)))
                .orElseThrow(() -> new IllegalStateException("Keycloak has not made the client scope " + name));
        var scope = realm.clientScopes().get(id(there));
        List<Difference> differences = Difference.between("clientScope", bare, there);
        if (!differences.isEmpty()) {
            scope.update(RealmJson.as(
                    Difference.overlay(without(there, "protocolMappers"), bare), ClientScopeRepresentation.class));
            corrected.addAll(differences);
        }
        mappers("clientScope", scope.getProtocolMappers(), wanted.path("protocolMappers"), corrected);
        // A scope with roles of its own would be left out of the tokens of people who have none of them.
        scopeMappings("clientScope", scope.getScopeMappings(), Set.of(), realm, corrected);
    }

    /** Which of the realm's roles a client's tokens may carry, whatever else the realm may come to hold. */
    private static void scopeMappings(
            String path,
            RoleMappingResource mappings,
            Set<String> wanted,
            RealmResource realm,
            List<Difference> corrected) {
        var mapped = mappings.realmLevel();
        List<RoleRepresentation> there = mapped.listAll();
        Set<String> present = there.stream().map(RoleRepresentation::getName).collect(toSet());
        List<RoleRepresentation> surplus =
                there.stream().filter(role -> !wanted.contains(role.getName())).toList();
        if (!surplus.isEmpty()) {
            mapped.remove(surplus);
            surplus.forEach(role -> corrected.add(new Difference(path + ".roles", "", role.getName())));
        }
        if (!present.containsAll(wanted)) {
            List<RoleRepresentation> missing = realm.roles().list().stream()
                    .filter(role -> wanted.contains(role.getName()) && !present.contains(role.getName()))
                    .toList();
            mapped.add(missing);
            missing.forEach(role -> corrected.add(new Difference(path + ".roles", role.getName(), "")));
        }
    }

    private static void clients(RealmResource realm, RealmTemplate template, List<Difference> corrected) {
        Map<String, String> scopeIds = new HashMap<>();
        scopes(realm).forEach((name, scope) -> scopeIds.put(name, id(scope)));
        List<JsonNode> wanted = new ArrayList<>();
        template.section("clients").forEach(wanted::add);
        boolean local = template.section("localClientsAllowed").asBoolean();
        if (local) {
            template.section("localClients").forEach(wanted::add);
        }
        Map<String, JsonNode> found =
                byKey(realm.clients().findAll().stream().map(RealmJson::tree).toList(), "clientId");
        Set<String> roles = texts(template.section("roles"), "name");
        for (JsonNode client : wanted) {
            client(realm, client, found.get(client.path("clientId").asText()), scopeIds, roles, corrected);
        }
        Set<String> ours = wanted.stream().map(c -> c.path("clientId").asText()).collect(toSet());
        Set<String> onlyLocal = local ? Set.of() : texts(template.section("localClients"), "clientId");
        JsonNode everyClient = template.section("everyClient");
        for (JsonNode client : found.values()) {
            String clientId = client.path("clientId").asText();
            if (onlyLocal.contains(clientId)) {
                realm.clients().get(id(client)).remove();
                corrected.add(new Difference("clients", "", clientId));
            } else if (!ours.contains(clientId)) {
                updateClient(realm, client, everyClient, corrected);
            }
        }
    }

    private static void client(
            RealmResource realm,
            JsonNode wanted,
            @Nullable JsonNode found,
            Map<String, String> scopeIds,
            Set<String> roles,
            List<Difference> corrected) {
        String clientId = wanted.path("clientId").asText();
        JsonNode settings = without(wanted, "defaultClientScopes", "optionalClientScopes");
        String id;
        if (found == null) {
            Answers.made(realm.clients().create(RealmJson.as(wanted, ClientRepresentation.class)));
            corrected.add(new Difference("clients", clientId, ""));
            id = realm.clients().findByClientId(clientId).getFirst().getId();
        } else {
            updateClient(realm, found, settings, corrected);
            id = id(found);
        }
        var client = realm.clients().get(id);
        linkedScopes(
                "clients[" + clientId + "].defaultClientScopes",
                wanted.path("defaultClientScopes"),
                client.getDefaultClientScopes(),
                name -> client.addDefaultClientScope(scopeIds.getOrDefault(name, name)),
                scope -> client.removeDefaultClientScope(scope.getId()),
                corrected);
        linkedScopes(
                "clients[" + clientId + "].optionalClientScopes",
                wanted.path("optionalClientScopes"),
                client.getOptionalClientScopes(),
                name -> client.addOptionalClientScope(scopeIds.getOrDefault(name, name)),
                scope -> client.removeOptionalClientScope(scope.getId()),
                corrected);
        boolean hasTokens = !wanted.path("defaultClientScopes").isEmpty();
        scopeMappings(
                "clients[" + clientId + "]", client.getScopeMappings(), hasTokens ? roles : Set.of(), realm, corrected);
        // A mapper on the client itself could put a claim into the token that the shared scope did not put there.
        mappers("clients[" + clientId + "]", client.getProtocolMappers(), wanted.path("protocolMappers"), corrected);
    }

    private static void updateClient(RealmResource realm, JsonNode found, JsonNode wanted, List<Difference> corrected) {
        String path = "clients[" + found.path("clientId").asText() + "]";
        List<Difference> differences = Difference.between(path, wanted, found);
        if (!differences.isEmpty()) {
            realm.clients()
                    .get(id(found))
                    .update(RealmJson.as(Difference.overlay(found, wanted), ClientRepresentation.class));
            corrected.addAll(differences);
        }
    }

    private static void linkedScopes(
            String path,
            JsonNode wanted,
            List<ClientScopeRepresentation> linked,
            Consumer<String> add,
            Consumer<ClientScopeRepresentation> remove,
            List<Difference> corrected) {
        Set<String> names = new HashSet<>();
        wanted.forEach(name -> names.add(name.asText()));
        for (ClientScopeRepresentation scope : linked) {
            if (!names.remove(scope.getName())) {
                remove.accept(scope);
                corrected.add(new Difference(path, "", scope.getName()));
            }
        }
        for (String name : names) {
            add.accept(name);
            corrected.add(new Difference(path, name, ""));
        }
    }

    private static void mappers(
            String path, ProtocolMappersResource mappers, JsonNode wanted, List<Difference> corrected) {
        Map<String, JsonNode> found =
                byKey(mappers.getMappers().stream().map(RealmJson::tree).toList(), "name");
        for (JsonNode mapper : wanted) {
            String name = mapper.path("name").asText();
            JsonNode before = found.remove(name);
            if (before == null) {
                Answers.made(mappers.createMapper(RealmJson.as(mapper, ProtocolMapperRepresentation.class)));
                corrected.add(new Difference(path + ".protocolMappers", name, ""));
            } else {
                List<Difference> differences =
                        Difference.between(path + ".protocolMappers[" + name + "]", mapper, before);
                if (!differences.isEmpty()) {
                    mappers.update(
                            id(before),
                            RealmJson.as(Difference.overlay(before, mapper), ProtocolMapperRepresentation.class));
                    corrected.addAll(differences);
                }
            }
        }
        found.forEach((name, mapper) -> {
            mappers.delete(id(mapper));
            corrected.add(new Difference(path + ".protocolMappers", "", name));
        });
    }

    /** Policies only ever add restrictions, so those that an installation added stay. */
    private static void clientPolicies(RealmResource realm, RealmTemplate template, List<Difference> corrected) {
        var profiles = realm.clientPoliciesProfilesResource();
        JsonNode foundProfiles = RealmJson.tree(profiles.getProfiles(false)).path("profiles");
        merged("clientProfiles", template.section("clientProfiles"), foundProfiles, corrected)
                .ifPresent(all -> profiles.updateProfiles(
                        RealmJson.as(wrap("profiles", all), ClientProfilesRepresentation.class)));
        var policies = realm.clientPoliciesPoliciesResource();
        JsonNode foundPolicies = RealmJson.tree(policies.getPolicies()).path("policies");
        merged("clientPolicies", template.section("clientPolicies"), foundPolicies, corrected)
                .ifPresent(all -> policies.updatePolicies(
                        RealmJson.as(wrap("policies", all), ClientPoliciesRepresentation.class)));
    }

    /** Ours as wanted and the others as found; empty when ours are right already. */
    private static Optional<JsonNode> merged(String path, JsonNode wanted, JsonNode found, List<Difference> corrected) {
        Map<String, JsonNode> before = byKey(found, "name");
        List<Difference> differences = new ArrayList<>();
        for (JsonNode one : wanted) {
            String name = one.path("name").asText();
            JsonNode there = before.put(name, one);
            if (there == null) {
                differences.add(new Difference(path, name, ""));
            } else {
                differences.addAll(Difference.between(path + "[" + name + "]", one, there));
            }
        }
        corrected.addAll(differences);
        return differences.isEmpty() ? Optional.empty() : Optional.of(RealmJson.tree(before.values()));
    }

    /** A broker that the template does not know would be another door into the realm: it is shut, not removed. */
    private static void identityProviders(RealmResource realm, JsonNode wanted, List<Difference> corrected) {
        var brokers = realm.identityProviders();
        Map<String, JsonNode> found =
                byKey(brokers.findAll().stream().map(RealmJson::tree).toList(), "alias");
        for (JsonNode broker : wanted) {
            String alias = broker.path("alias").asText();
            JsonNode before = found.remove(alias);
            if (before == null) {
                Answers.made(brokers.create(RealmJson.as(broker, IdentityProviderRepresentation.class)));
                corrected.add(new Difference("identityProviders", alias, ""));
                continue;
            }
            // Keycloak never shows the secret again, so it cannot be compared; any other change writes it anew.
            ObjectNode comparable = broker.deepCopy();
            ((ObjectNode) comparable.path("config")).remove("clientSecret");
            List<Difference> differences = Difference.between("identityProviders[" + alias + "]", comparable, before);
            if (!differences.isEmpty()) {
                brokers.get(alias)
                        .update(RealmJson.as(Difference.overlay(before, broker), IdentityProviderRepresentation.class));
                corrected.addAll(differences);
            }
        }
        found.forEach((alias, broker) -> {
            if (broker.path("enabled").asBoolean()) {
                brokers.get(alias)
                        .update(RealmJson.as(
                                Difference.overlay(broker, wrap("enabled", RealmJson.tree(false))),
                                IdentityProviderRepresentation.class));
                corrected.add(new Difference("identityProviders[" + alias + "].enabled", "false", "true"));
            }
        });
    }

    private static Map<String, JsonNode> scopes(RealmResource realm) {
        return byKey(
                realm.clientScopes().findAll().stream().map(RealmJson::tree).toList(), "name");
    }

    private static Map<String, JsonNode> byKey(Iterable<JsonNode> nodes, String key) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        nodes.forEach(node -> byKey.put(node.path(key).asText(), node));
        return byKey;
    }

    private static Set<String> texts(JsonNode nodes, String key) {
        return nodes.valueStream().map(node -> node.path(key).asText()).collect(toSet());
    }

    private static ObjectNode without(JsonNode node, String... members) {
        ObjectNode copy = node.deepCopy();
        copy.remove(List.of(members));
        return copy;
    }

    private static JsonNode wrap(String member, JsonNode value) {
        return RealmJson.MAPPER.createObjectNode().set(member, value);
    }

    private static String id(JsonNode representation) {
        return representation.path("id").asText();
    }
}
