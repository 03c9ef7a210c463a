package org.folkmoot.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.folkmoot.tenancy.Tenant;

/**
 * The token in every form: it shows that the form was made here, for this person of this ICS.
 *
 * <p>It says who without a session, so that a form which comes after its session has ended still belongs to somebody.
 */
@ApplicationScoped
public class FormTokens {

    private static final Duration LIFETIME = Duration.ofHours(12);

    private final Vault vault;
    private final Clock clock;

    FormTokens(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** A token for forms that this person is about to fill in. */
    public String issue(Tenant tenant, String subject) {
        byte[] who = subject.getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + who.length)
                .putLong(clock.instant().getEpochSecond())
                .put(who)
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.seal(Vault.Purpose.FORM, tenant.id(), plain));
    }

    /** Whose token that is; empty if it is none of ours, of another tenant, or too old. */
    public Optional<String> subject(Tenant tenant, String token) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return vault.open(Vault.Purpose.FORM, tenant.id(), sealed)
                .map(ByteBuffer::wrap)
                .filter(plain ->
                        Instant.ofEpochSecond(plain.getLong()).plus(LIFETIME).isAfter(clock.instant()))
                .map(plain -> StandardCharsets.UTF_8.decode(plain).toString());
    }
}
