package org.folkmoot.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.folkmoot.portal.session.Vault.Purpose;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final byte[] SECRET = "a token".getBytes(StandardCharsets.UTF_8);

    private final Vault vault = new Vault(config("one key of the tests, long enough to be taken"));

    @Test
    void what_was_sealed_is_opened_again_at_its_place() {
        // When
        byte[] sealed = vault.seal(Purpose.TOKENS, "qkk|1", SECRET);

        // Then
        assertThat(vault.open(Purpose.TOKENS, "qkk|1", sealed)).contains(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("a token");
    }

    @Test
    void nothing_is_opened_elsewhere_or_for_another_purpose_or_with_another_key() {
        // Given
        byte[] sealed = vault.seal(Purpose.TOKENS, "qkk|1", SECRET);

        // When
        Vault other = new Vault(config("another key of the tests, long enough as well"));

        // Then
        assertThat(vault.open(Purpose.TOKENS, "qr1|1", sealed)).isEmpty();
        assertThat(vault.open(Purpose.DRAFT, "qkk|1", sealed)).isEmpty();
        assertThat(other.open(Purpose.TOKENS, "qkk|1", sealed)).isEmpty();
    }

    @Test
    void nothing_is_opened_that_was_altered_by_one_bit_or_cut() {
        // Given
        byte[] sealed = vault.seal(Purpose.TOKENS, "qkk|1", SECRET);

        for (int i = 0; i < sealed.length; i++) {
            // When
            byte[] altered = sealed.clone();
            altered[i] ^= 1;

            // Then
            assertThat(vault.open(Purpose.TOKENS, "qkk|1", altered)).isEmpty();
            assertThat(vault.open(Purpose.TOKENS, "qkk|1", java.util.Arrays.copyOf(sealed, i)))
                    .isEmpty();
        }
    }

    @Test
    void the_same_thing_is_never_sealed_alike() {
        // When
        byte[] first = vault.seal(Purpose.TOKENS, "qkk|1", SECRET);
        byte[] second = vault.seal(Purpose.TOKENS, "qkk|1", SECRET);

        // Then
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void a_short_key_is_not_taken() {
        // When / Then
        assertThatThrownBy(() -> new Vault(config("short")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("folkmoot.portal.session-key");
    }

    private static PortalConfig config(String key) {
        return new PortalConfig() {
            @Override
            public String url() {
                return "http://localhost:8080";
            }

            @Override
            public String clientSecret() {
                return "secret";
            }

            @Override
            public String sessionKey() {
                return key;
            }

            @Override
            public Duration sessionIdle() {
                return Duration.ofMinutes(30);
            }

            @Override
            public Duration draftLifetime() {
                return Duration.ofHours(2);
            }

            @Override
            public Duration sweepEvery() {
                return Duration.ofMinutes(10);
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Duration patienceWithKafka() {
                return Duration.ofSeconds(30);
            }
        };
    }
}
