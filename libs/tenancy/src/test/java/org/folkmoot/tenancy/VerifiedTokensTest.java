package org.folkmoot.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant BEGIN = Instant.parse("2026-05-01T09:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private Instant now = BEGIN;
    private final VerifiedTokens tokens = new VerifiedTokens(new Verifier(), clock());

    /** Takes every token that does not begin with "bad", for five minutes. */
    private final class Verifier implements IdentityProvider<TokenAuthenticationRequest> {

        @Override
        public Class<TokenAuthenticationRequest> getRequestType() {
            return TokenAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            String token = request.getToken().getToken();
            asked.add(token);
            if (token.startsWith("bad")) {
                return Uni.createFrom().failure(new AuthenticationFailedException(token));
            }
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder()
                            .setPrincipal(new Token(BEGIN.plusSeconds(300)))
                            .addCredential(request.getToken())
                            .addRole("ics-admin")
                            .addAttribute("tenant-id", "qkk")
                            .addAttribute(RoutingContext.class.getName(), "the request of " + asked.size())
                            .build());
        }
    }

    private record Token(Instant expires) implements JsonWebToken {

        @Override
        public String getName() {
            return "somebody";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of(Claims.exp.name());
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
        public <T> @Nullable T getClaim(String claim) {
            return claim.equals(Claims.exp.name()) ? (T) Long.valueOf(expires.getEpochSecond()) : null;
        }
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private SecurityIdentity ask(String token) {
        return ask(new AccessTokenCredential(token));
    }

    private SecurityIdentity ask(TokenCredential credential) {
        return tokens.authenticate(new TokenAuthenticationRequest(credential), new Context())
                .await()
                .indefinitely();
    }

    private static final class Context implements AuthenticationRequestContext {
        @Override
        public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> work) {
            return Uni.createFrom().item(work);
        }
    }

    @Test
    void a_token_is_verified_once_and_means_the_same_each_time() {
        // When
        SecurityIdentity first = ask("one");
        SecurityIdentity second = ask("one");

        // Then
        assertThat(asked).containsExactly("one");
        assertThat(second.getPrincipal()).isSameAs(first.getPrincipal());
        assertThat(second.getRoles()).containsExactly("ics-admin");
        assertThat(second.<String>getAttribute("tenant-id")).isEqualTo("qkk");
        assertThat(second.getCredential(AccessTokenCredential.class).getToken()).isEqualTo("one");
    }

    @Test
    void nobody_meets_the_request_of_another() {
        // When
        SecurityIdentity first = ask("one");
        SecurityIdentity second = ask("one");

        // Then
        assertThat(first.<String>getAttribute(RoutingContext.class.getName())).isEqualTo("the request of 1");
        assertThat(second.<Object>getAttribute(RoutingContext.class.getName())).isNull();
    }

    @Test
    void one_character_more_is_another_token() {
        // When
        ask("one");
        ask("one ");

        // Then
        assertThat(asked).containsExactly("one", "one ");
    }

    @Test
    void what_has_expired_is_not_remembered() {
        // Given
        ask("one");

        // When
        now = BEGIN.plusSeconds(299);
        ask("one");
        now = BEGIN.plusSeconds(300);
        ask("one");

        // Then
        assertThat(asked).containsExactly("one", "one");
    }

    @Test
    void what_was_refused_is_verified_again() {
        // When
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(AuthenticationFailedException.class).isThrownBy(() -> ask("bad"));
        }

        // Then
        assertThat(asked).containsExactly("bad", "bad");
        assertThat(tokens.remembered()).isZero();
    }

    @Test
    void what_is_no_access_token_is_for_others() {
        assertThat(ask(new IdTokenCredential("one"))).isNull();
        assertThat(asked).isEmpty();
    }
}
