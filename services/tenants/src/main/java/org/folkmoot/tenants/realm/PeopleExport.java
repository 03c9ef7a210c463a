package org.folkmoot.tenants.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.tenants.ics.ExportPart;
import org.folkmoot.tenants.ics.IcsAtHand;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Who has an account at an ICS, in which roles and for which organisations; no password and no second factor. */
@ApplicationScoped
class PeopleExport implements ExportPart {

    private static final int PAGE = 100;

    private final Keycloak keycloak;
    private final KeycloakWords words;

    PeopleExport(Keycloak keycloak, KeycloakWords words) {
        this.keycloak = keycloak;
        this.words = words;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public JsonNode read(IcsAtHand ics) {
        try {
            RealmResource realm = keycloak.realm(ics.tenant().id());
            ArrayNode people = RealmJson.MAPPER.createArrayNode();
            List<UserRepresentation> page;
            int first = 0;
            do {
                page = realm.users().list(first, PAGE);
                page.forEach(account -> people.add(person(realm, account)));
                first += PAGE;
            } while (page.size() == PAGE);
            return people;
        } catch (WebApplicationException | ProcessingException e) {
            throw new ExportUnavailable(words.of(e), e);
        }
    }

    private static ObjectNode person(RealmResource realm, UserRepresentation account) {
        ObjectNode person = RealmJson.MAPPER
                .createObjectNode()
                .put("subject", account.getId())
                .put("username", account.getUsername())
                .put("email", account.getEmail())
                .put("firstName", account.getFirstName())
                .put("lastName", account.getLastName())
                .put("enabled", account.isEnabled());
        var attributes = Objects.requireNonNullElse(account.getAttributes(), Map.<String, List<String>>of());
        person.set("organisations", RealmJson.tree(attributes.getOrDefault("organisations", List.of())));
        person.set(
                "roles",
                RealmJson.tree(realm.users().get(account.getId()).roles().realmLevel().listAll().stream()
                        .map(RoleRepresentation::getName)
                        .filter(role -> !role.startsWith("default-roles-"))
                        .sorted()
                        .toList()));
        return person;
    }
}
