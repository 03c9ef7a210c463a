package org.folkmoot.tenants.realm;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.folkmoot.tenants.ics.ExportPart;
import org.folkmoot.tenants.ics.IcsAtHand;

/** The realm's settings for an export; no secret is among them. */
@ApplicationScoped
class RealmExport implements ExportPart {

    private final Realms realms;
    private final KeycloakWords words;

    RealmExport(Realms realms, KeycloakWords words) {
        this.realms = realms;
        this.words = words;
    }

    @Override
    public String name() {
        return "realm";
    }

    @Override
    public JsonNode read(IcsAtHand ics) {
        try {
            return realms.read(ics.tenant()).withoutSecrets();
        } catch (WebApplicationException | ProcessingException e) {
            throw new ExportUnavailable(words.of(e), e);
        }
    }
}
