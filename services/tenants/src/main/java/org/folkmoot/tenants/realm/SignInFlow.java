package org.folkmoot.tenants.realm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * The steps by which a person signs in at a realm's browser pages.
 *
 * <p>A flow that differs from the template is never repaired in place, since the realm would sign people in by a
 * half-built one meanwhile: a new one is built beside it, put in force in one call, and the old one removed.
 */
final class SignInFlow {

    /** Keycloak takes neither colon nor slash in these names. */
    private static final String BETWEEN = " - ";

    private final RealmResource realm;
    private final AuthenticationManagementResource flows;

    SignInFlow(RealmResource realm) {
        this.realm = realm;
        this.flows = realm.flows();
    }

    List<Difference> reconcile(JsonNode wanted) {
        String base = wanted.path("alias").asText();
        String inForce = realm.toRepresentation().getBrowserFlow();
        List<Difference> differences = new ArrayList<>();
        if (isOurs(inForce, base)) {
            differences.addAll(Difference.between("signIn.executions", wanted.path("executions"), read(inForce)));
        } else {
            differences.add(new Difference("signIn", base, inForce));
        }
        if (!differences.isEmpty()) {
            inForce = build(base, wanted);
            RealmRepresentation settings = realm.toRepresentation();
            settings.setBrowserFlow(inForce);
            realm.update(settings);
        }
        removeAllBut(inForce, base);
        return List.copyOf(differences);
    }

    /** The flow's executions in the template's form. */
    JsonNode read(String alias) {
        List<AuthenticationExecutionInfoRepresentation> flat = flows.getExecutions(alias);
        ArrayNode top = RealmJson.MAPPER.createArrayNode();
        List<ArrayNode> open = new ArrayList<>(List.of(top));
        for (AuthenticationExecutionInfoRepresentation execution : flat) {
            ObjectNode node = RealmJson.MAPPER.createObjectNode();
            boolean isFlow = Boolean.TRUE.equals(execution.getAuthenticationFlow());
            if (isFlow) {
                // Names of flows are unique in a realm, so a part of the second build carries that build's name before.
                node.put("flow", execution.getDisplayName().replace(alias + BETWEEN, ""));
            } else {
                node.put("authenticator", execution.getProviderId());
            }
            node.put("requirement", execution.getRequirement());
            if (execution.getAuthenticationConfig() != null) {
                node.set(
                        "config",
                        RealmJson.tree(flows.getAuthenticatorConfig(execution.getAuthenticationConfig())
                                .getConfig()));
            }
            open.subList(execution.getLevel() + 1, open.size()).clear();
            open.getLast().add(node);
            if (isFlow) {
                open.add(node.putArray("executions"));
            }
        }
        return top;
    }

    private String build(String base, JsonNode wanted) {
        Set<String> taken = flows.getFlows().stream()
                .map(AuthenticationFlowRepresentation::getAlias)
                .collect(Collectors.toSet());
        String alias = IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> n == 1 ? base : base + "-" + n)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(alias);
        flow.setDescription(wanted.path("description").asText());
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        Answers.made(flows.createFlow(flow));
        add(alias, alias, wanted.path("executions"));
        return alias;
    }

    private void add(String root, String parent, JsonNode executions) {
        for (JsonNode wanted : executions) {
            boolean isFlow = wanted.has("flow");
            String name = isFlow
                    ? root + BETWEEN + wanted.path("flow").asText()
                    : wanted.path("authenticator").asText();
            if (isFlow) {
                flows.addExecutionFlow(
                        parent, Map.of("alias", name, "type", "basic-flow", "provider", "", "description", ""));
            } else {
                flows.addExecution(parent, Map.of("provider", name));
            }
            // Just added, so the last of its level.
            AuthenticationExecutionInfoRepresentation added = flows.getExecutions(parent).stream()
                    .filter(execution -> execution.getLevel() == 0)
                    .reduce((first, second) -> second)
                    .orElseThrow();
            added.setRequirement(wanted.path("requirement").asText());
            flows.updateExecutions(parent, added);
            if (wanted.has("config")) {
                AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
                config.setAlias(parent + BETWEEN + name);
                config.setConfig(RealmJson.MAPPER.convertValue(wanted.path("config"), new TypeReference<>() {}));
                Answers.made(flows.newExecutionConfig(added.getId(), config));
            }
            if (isFlow) {
                add(root, name, wanted.path("executions"));
            }
        }
    }

    private void removeAllBut(String inForce, String base) {
        for (AuthenticationFlowRepresentation flow : flows.getFlows()) {
            if (isOurs(flow.getAlias(), base) && !flow.getAlias().equals(inForce)) {
                flows.deleteFlow(flow.getId());
            }
        }
    }

    private static boolean isOurs(String alias, String base) {
        return alias.equals(base) || alias.matches(Pattern.quote(base) + "-[0-9]+");
    }
}
