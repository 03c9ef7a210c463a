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
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Tenant;

/**
 * Forms that are not finished: that arrived after their session had ended, or go over several pages. Kept encrypted, for
 * the person who fills them in and for the page that they belong to.
 */
@ApplicationScoped
public class Drafts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    /** In bytes, of a form that goes on: each of its pages may bring as much, and all of them together no more. */
    private static final int LONGEST = 1024 * 1024;

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
        keep(tenant, subject, path, name, bytes(fields));
        return name;
    }

    /**
     * Keeps the fields of a form that goes on, and gives the name by which they are found again.
     *
     * @throws ProblemException body too large, if they are longer than any form
     */
    public String keep(Visit visit, String path, Map<String, List<String>> fields) {
        String name = Vault.unguessable();
        keepAgain(visit, path, name, fields);
        return name;
    }

    /**
     * Keeps the fields in place of those of that name, which must be the person's and the page's; else nothing is kept.
     *
     * @throws ProblemException body too large, if they are longer than any form
     */
    public void keepAgain(Visit visit, String path, String name, Map<String, List<String>> fields) {
        byte[] plain = bytes(fields);
        if (plain.length > LONGEST) {
            throw new ProblemException(Problem.of(CommonProblem.BODY_TOO_LARGE)
                    .withDetail("What you entered on all pages of this form together is too long. What you sent last is"
                            + " not kept. Go back and shorten it."));
        }
        keep(visit.tenant(), visit.subject(), path, name, plain);
    }

    private void keep(Tenant tenant, String subject, String path, String name, byte[] plain) {
        byte[] digest = Vault.digest(name);
        byte[] sealed = vault.seal(Vault.Purpose.DRAFT, place(tenant, digest), plain);
        store.transaction(tenant, connection -> {
            store.keep(
                    connection,
                    tenant,
                    digest,
                    new SessionStore.Draft(subject, path, sealed),
                    clock.instant().plus(config.draftLifetime()));
            return true;
        });
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

    private static byte[] bytes(Map<String, List<String>> fields) {
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
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
