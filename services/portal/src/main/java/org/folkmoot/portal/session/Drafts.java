package org.folkmoot.portal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.tenancy.Tenant;

/**
 * Forms that are not finished: that arrived after their session had ended, or go over several pages. Kept encrypted, for
 * the person who fills them in and for the page that they belong to.
 */
@ApplicationScoped
public class Drafts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final SessionStore store;
    private final Vault vault;
    private final PortalConfig config;
    private final Clock clock;

    Drafts(SessionStore store, Vault vault, PortalConfig config, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
    }

    /** Keeps the fields and gives the name by which they are found again. */
    String keep(Tenant tenant, String subject, String path, Map<String, List<String>> fields) {
        String name = Vault.unguessable();
        keep(tenant, subject, path, name, fields);
        return name;
    }

    /** Keeps the fields of a form that goes on, and gives the name by which they are found again. */
    public String keep(Visit visit, String path, Map<String, List<String>> fields) {
        return keep(visit.tenant(), visit.subject(), path, fields);
    }

    /** Keeps the fields in place of those of that name, which must be the person's and the page's; else nothing is kept. */
    public void keepAgain(Visit visit, String path, String name, Map<String, List<String>> fields) {
        keep(visit.tenant(), visit.subject(), path, name, fields);
    }

    private void keep(Tenant tenant, String subject, String path, String name, Map<String, List<String>> fields) {
        byte[] digest = Vault.digest(name);
        try {
            byte[] sealed = vault.seal(Vault.Purpose.DRAFT, place(tenant, digest), JSON.writeValueAsBytes(fields));
            store.transaction(tenant, connection -> {
                store.keep(
                        connection,
                        tenant,
                        digest,
                        new SessionStore.Draft(subject, path, sealed),
                        clock.instant().plus(config.draftLifetime()));
                return true;
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }

    /** The fields of that draft; empty if it is gone, another person's, or another page's. */
    public Optional<Map<String, List<String>>> of(Visit visit, String path, String name) {
        byte[] digest = Vault.digest(name);
        return store.transaction(
                        visit.tenant(), connection -> store.draft(connection, visit.tenant(), digest, clock.instant()))
                .filter(draft ->
                        draft.subject().equals(visit.subject()) && draft.path().equals(path))
                .flatMap(draft -> vault.open(Vault.Purpose.DRAFT, place(visit.tenant(), digest), draft.sealed()))
                .map(Drafts::fields);
    }

    private static Map<String, List<String>> fields(byte[] plain) {
        try {
            return JSON.readValue(plain, FIELDS);
        } catch (IOException e) {
            throw new IllegalStateException("what was sealed as a draft is none", e);
        }
    }

    private static String place(Tenant tenant, byte[] digest) {
        return tenant + "|" + HexFormat.of().formatHex(digest);
    }
}
