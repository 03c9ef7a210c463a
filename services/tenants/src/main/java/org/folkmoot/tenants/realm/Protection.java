package org.folkmoot.tenants.realm;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.tenancy.Roles;

/**
 * What protects a realm, one by one, judged on what Keycloak says of itself.
 *
 * <p>This list is written apart from the templates and does not read them: a protection that somebody takes out of a
 * template is missed here, by name. Sources: the hardening that the platform's architecture asks for, OWASP ASVS 5.0
 * chapters 6, 7, 9 and 10, and RFC 9700 (best practice for OAuth 2.0).
 */
enum Protection {
    GUESSING_IS_SLOWED("wrong passwords lock an account for a while, never for good"),
    ACCESS_TOKENS_ARE_SHORT("an access token lives five minutes"),
    REFRESH_TOKENS_ROTATE("a refresh token works once"),
    SESSIONS_END("a session ends after half an hour unused and after a working day"),
    SESSIONS_END_IN_THE_PORTAL_TOO("the portal of this realm is told which session has ended"),
    NO_TOKEN_OUTLIVES_ITS_SESSION("nobody is given offline access"),
    TLS_IS_REQUIRED("sign-in from elsewhere needs TLS"),
    NOBODY_REGISTERS_THEMSELVES("accounts are made by administrators"),
    USERNAMES_STAY("a username cannot be changed by its holder"),
    NO_RESET_BY_MAIL("a mailbox alone does not open an account"),
    PASSWORDS_ARE_LONG("passwords have twelve characters or more and differ from the name"),
    ONE_TIME_CODES_WORK_ONCE("a one-time code works once"),
    SECOND_FACTOR_CAN_BE_SET_UP("whoever lacks a second factor is made to set one up"),
    ADMINISTRATORS_NEED_A_SECOND_FACTOR("whoever administers signs in with a second factor"),
    SIGN_INS_ARE_RECORDED("sign-ins and their failures are kept for ninety days"),
    ADMINISTRATION_IS_RECORDED("what administrators do in the realm is kept for ninety days"),
    PAGES_ARE_SHIELDED("sign-in pages cannot be framed, sniffed or indexed"),
    SIGNATURES_ARE_ASYMMETRIC("tokens are signed RS256"),
    NO_IMPLICIT_FLOW("no client receives a token in an address"),
    NO_PASSWORD_GRANT("no client takes a password"),
    PKCE_IS_REQUIRED("an authorization code needs its S256 proof"),
    PORTAL_KEEPS_A_SECRET("the portal proves itself with a secret"),
    REDIRECTS_ARE_EXACT("a code goes to the portal's own address and to no other"),
    SERVICES_SIGN_NOBODY_IN("the services' client signs nobody in"),
    TOKENS_NAME_THEIR_AUDIENCE("access tokens are for folkmoot"),
    TOKENS_NAME_ORGANISATIONS("access tokens name the organisations that a person acts for"),
    TOKENS_NAME_ROLES("access tokens name the person's roles"),
    TOKENS_CARRY_NO_OTHER_ROLE("access tokens carry the roles of Folkmoot and no other"),
    CLAIMS_COME_FROM_ONE_PLACE("no client adds claims of its own"),
    ROLES_ARE_THERE("every role of Folkmoot can be given"),
    ORGANISATIONS_ARE_GIVEN("only an administrator says for whom a person acts"),
    NAMES_ARE_GIVEN("only an administrator changes a person's name and address"),
    NO_OTHER_ATTRIBUTES("a person has the declared attributes and no other"),
    BROKERS_ARE_CHECKED("another identity provider is trusted only with a verified signature and PKCE"),
    BROKERS_ARE_OFF_UNTIL_SET_UP("an identity provider without an address is off"),
    NOBODY_ACTS_FOR_ANOTHER("no client of Folkmoot exchanges tokens or signs in on a second device");

    private final String promise;

    Protection(String promise) {
        this.promise = promise;
    }

    /** What it promises, in words. */
    String promise() {
        return promise;
    }

    /** Whether it holds in the realm as Keycloak describes it. */
    boolean holdsIn(RealmReading r) {
        return switch (this) {
            case GUESSING_IS_SLOWED ->
                isTrue(r, "bruteForceProtected")
                        && isFalse(r, "permanentLockout")
                        && between(r, "failureFactor", 1, 10)
                        && between(r, "waitIncrementSeconds", 30, 900)
                        && between(r, "maxFailureWaitSeconds", 300, 3600);
            case ACCESS_TOKENS_ARE_SHORT -> between(r, "accessTokenLifespan", 60, 300);
            case REFRESH_TOKENS_ROTATE -> isTrue(r, "revokeRefreshToken") && is(r, "refreshTokenMaxReuse", 0);
            case SESSIONS_END ->
                between(r, "ssoSessionIdleTimeout", 60, 1800)
                        && between(r, "ssoSessionMaxLifespan", 60, 36000)
                        && isFalse(r, "rememberMe")
                        && isTrue(r, "offlineSessionMaxLifespanEnabled")
                        && between(r, "offlineSessionMaxLifespan", 60, 36000);
            case SESSIONS_END_IN_THE_PORTAL_TOO ->
                r.client("folkmoot-portal")
                        .filter(c -> attribute(c, "backchannel.logout.url")
                                        .endsWith("/back-channel-logout/" + text(r, "realm"))
                                && attribute(c, "backchannel.logout.session.required")
                                        .equals("true"))
                        .isPresent();
            case NO_TOKEN_OUTLIVES_ITS_SESSION -> !r.defaultRoles().contains("offline_access");
            case TLS_IS_REQUIRED -> Set.of("external", "all").contains(text(r, "sslRequired"));
            case NOBODY_REGISTERS_THEMSELVES -> isFalse(r, "registrationAllowed");
            case USERNAMES_STAY -> isFalse(r, "editUsernameAllowed");
            case NO_RESET_BY_MAIL -> isFalse(r, "resetPasswordAllowed");
            case PASSWORDS_ARE_LONG ->
                text(r, "passwordPolicy").contains("length(12)")
                        && text(r, "passwordPolicy").contains("notUsername")
                        && text(r, "passwordPolicy").contains("notEmail");
            case ONE_TIME_CODES_WORK_ONCE -> isFalse(r, "otpPolicyCodeReusable");
            case SECOND_FACTOR_CAN_BE_SET_UP -> requiredAction(r, "CONFIGURE_TOTP");
            case ADMINISTRATORS_NEED_A_SECOND_FACTOR -> secondFactorOfAdministrators(r);
            case SIGN_INS_ARE_RECORDED ->
                isTrue(r, "eventsEnabled")
                        && between(r, "eventsExpiration", 86_400, 7_776_000)
                        && texts(r.settings().path("enabledEventTypes"))
                                .containsAll(Set.of("LOGIN", "LOGIN_ERROR", "LOGOUT", "UPDATE_CREDENTIAL"));
            case ADMINISTRATION_IS_RECORDED ->
                isTrue(r, "adminEventsEnabled")
                        && r.settings()
                                .path("attributes")
                                .path("adminEventsExpiration")
                                .asText()
                                .matches("[1-9][0-9]{0,6}");
            case PAGES_ARE_SHIELDED ->
                header(r, "contentSecurityPolicy").contains("frame-ancestors 'self'")
                        && header(r, "contentSecurityPolicy").contains("object-src 'none'")
                        && header(r, "xFrameOptions").equals("SAMEORIGIN")
                        && header(r, "xContentTypeOptions").equals("nosniff")
                        && header(r, "referrerPolicy").equals("no-referrer")
                        && header(r, "strictTransportSecurity").startsWith("max-age=31536000");
            case SIGNATURES_ARE_ASYMMETRIC ->
                text(r, "defaultSignatureAlgorithm").equals("RS256")
                        && ours(r).allMatch(c ->
                                attribute(c, "access.token.signed.response.alg").equals("RS256"));
            case NO_IMPLICIT_FLOW ->
                all(r).noneMatch(c -> c.path("implicitFlowEnabled").asBoolean())
                        && r.enforces("reject-implicit-grant", "any-client");
            case NO_PASSWORD_GRANT ->
                all(r).noneMatch(c -> c.path("directAccessGrantsEnabled").asBoolean() && !isLocal(r, c))
                        && r.enforces("reject-ropc-grant", "client-attributes");
            case PKCE_IS_REQUIRED ->
                r.enforces("pkce-enforcer", "any-client")
                        && r.client("folkmoot-portal")
                                .filter(c -> attribute(c, "pkce.code.challenge.method")
                                        .equals("S256"))
                                .isPresent();
            case PORTAL_KEEPS_A_SECRET ->
                r.client("folkmoot-portal")
                        .filter(c -> !c.path("publicClient").asBoolean(true)
                                && c.path("standardFlowEnabled").asBoolean())
                        .isPresent();
            case REDIRECTS_ARE_EXACT -> redirectsAreExact(r);
            case SERVICES_SIGN_NOBODY_IN ->
                r.client("folkmoot-services")
                        .filter(c -> Stream.of(
                                        "standardFlowEnabled",
                                        "implicitFlowEnabled",
                                        "directAccessGrantsEnabled",
                                        "serviceAccountsEnabled")
                                .noneMatch(flow -> c.path(flow).asBoolean()))
                        .isPresent();
            case TOKENS_NAME_THEIR_AUDIENCE ->
                r.mapper("oidc-audience-mapper", "included.custom.audience", "folkmoot")
                        .filter(Protection::inAccessToken)
                        .isPresent();
            case TOKENS_NAME_ORGANISATIONS ->
                r.mapper("oidc-usermodel-attribute-mapper", "claim.name", "organisations")
                        .filter(m ->
                                m.path("config").path("user.attribute").asText().equals("organisations")
                                        && m.path("config").path("multivalued").asBoolean()
                                        && inAccessToken(m))
                        .isPresent();
            case TOKENS_NAME_ROLES ->
                r.mapper("oidc-usermodel-realm-role-mapper", "claim.name", "realm_access.roles")
                        .filter(Protection::inAccessToken)
                        .isPresent();
            case TOKENS_CARRY_NO_OTHER_ROLE ->
                ours(r).noneMatch(c -> c.path("fullScopeAllowed").asBoolean(true))
                        && r.clientRoles().values().stream().allMatch(known(r)::containsAll)
                        && known(r).equals(r.clientRoles().get("folkmoot-portal"))
                        && r.scopeRoles().isEmpty();
            case CLAIMS_COME_FROM_ONE_PLACE ->
                ours(r).allMatch(c -> c.path("protocolMappers").isEmpty())
                        && r.scope().path("protocolMappers").size() == 6;
            case ROLES_ARE_THERE -> r.roles().containsAll(known(r));
            case ORGANISATIONS_ARE_GIVEN -> editors(r, "organisations").equals(Set.of("admin"));
            case NAMES_ARE_GIVEN ->
                Stream.of("username", "email", "firstName", "lastName")
                        .allMatch(name -> editors(r, name).equals(Set.of("admin")));
            case NO_OTHER_ATTRIBUTES ->
                r.userProfile().path("unmanagedAttributePolicy").asText("").isEmpty()
                        || r.userProfile()
                                .path("unmanagedAttributePolicy")
                                .asText()
                                .equals("ADMIN_VIEW");
            case BROKERS_ARE_CHECKED ->
                r.identityProviders()
                        .valueStream()
                        .filter(b -> b.path("enabled").asBoolean())
                        .allMatch(
                                b -> b.path("config").path("validateSignature").asBoolean()
                                        && b.path("config").path("pkceEnabled").asBoolean()
                                        && !b.path("trustEmail").asBoolean());
            case BROKERS_ARE_OFF_UNTIL_SET_UP ->
                r.identityProviders()
                        .valueStream()
                        .filter(b -> b.path("config")
                                .path("authorizationUrl")
                                .asText()
                                .contains(".invalid"))
                        .noneMatch(b -> b.path("enabled").asBoolean());
            case NOBODY_ACTS_FOR_ANOTHER ->
                ours(r).noneMatch(c -> Stream.of(
                                "oauth2.device.authorization.grant.enabled",
                                "oidc.ciba.grant.enabled",
                                "standard.token.exchange.enabled")
                        .anyMatch(grant -> attribute(c, grant).equals("true")));
        };
    }

    /** The protections that the realm lacks, in the order of this list. */
    static List<Protection> missing(RealmReading realm) {
        return Arrays.stream(values())
                .filter(protection -> !protection.holdsIn(realm))
                .toList();
    }

    /** The flow must ask the administrators' role for a one-time code, with no way around it at the same level. */
    private static boolean secondFactorOfAdministrators(RealmReading realm) {
        String role = platform(realm) ? Roles.PLATFORM_OPERATOR : Roles.ICS_ADMIN;
        return realm.signIn()
                .valueStream()
                .filter(step -> step.path("flow").asText().equals("forms"))
                .filter(forms -> forms.path("executions")
                        .valueStream()
                        .anyMatch(e ->
                                e.path("authenticator").asText().equals("auth-username-password-form") && required(e)))
                .flatMap(forms -> forms.path("executions").valueStream())
                .filter(part -> part.path("requirement").asText().equals("CONDITIONAL"))
                .map(part -> part.path("executions"))
                .anyMatch(steps -> steps.size() == 2
                        && steps.valueStream().allMatch(Protection::required)
                        && steps.path(0).path("authenticator").asText().equals("conditional-user-role")
                        && steps.path(0)
                                .path("config")
                                .path("condUserRole")
                                .asText()
                                .equals(role)
                        && !steps.path(0).path("config").path("negate").asBoolean()
                        && steps.path(1).path("authenticator").asText().equals("auth-otp-form"));
    }

    private static boolean redirectsAreExact(RealmReading realm) {
        return realm.client("folkmoot-portal")
                .map(c -> Stream.concat(
                                c.path("redirectUris").valueStream().map(JsonNode::asText),
                                Stream.of(attribute(c, "post.logout.redirect.uris")
                                        .split("##", -1)))
                        .toList())
                .filter(uris -> !uris.isEmpty())
                .filter(uris -> uris.stream()
                        .allMatch(uri -> !uri.contains("*")
                                && (uri.startsWith("https://")
                                        || uri.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]+)?(/.*)?"))))
                .isPresent();
    }

    private static boolean required(JsonNode execution) {
        return execution.path("requirement").asText().equals("REQUIRED");
    }

    private static boolean requiredAction(RealmReading realm, String alias) {
        return realm.requiredActions()
                .valueStream()
                .anyMatch(action -> action.path("alias").asText().equals(alias)
                        && action.path("enabled").asBoolean());
    }

    private static Set<String> known(RealmReading realm) {
        return platform(realm) ? Roles.OF_THE_PLATFORM : Roles.OF_AN_ICS;
    }

    private static boolean platform(RealmReading realm) {
        return text(realm, "realm").equals("platform");
    }

    private static Stream<JsonNode> all(RealmReading realm) {
        return realm.clients().valueStream();
    }

    private static Stream<JsonNode> ours(RealmReading realm) {
        return all(realm).filter(client -> client.path("clientId").asText().startsWith(RealmReading.OURS));
    }

    private static boolean isLocal(RealmReading realm, JsonNode client) {
        return realm.localClientsAllowed() && client.path("clientId").asText().equals("folkmoot-cli");
    }

    private static String attribute(JsonNode client, String name) {
        return client.path("attributes").path(name).asText();
    }

    private static boolean inAccessToken(JsonNode mapper) {
        return mapper.path("config").path("access.token.claim").asBoolean();
    }

    private static Set<String> editors(RealmReading realm, String attribute) {
        return realm.userProfile()
                .path("attributes")
                .valueStream()
                .filter(a -> a.path("name").asText().equals(attribute))
                .findFirst()
                .map(a -> texts(a.path("permissions").path("edit")))
                .orElse(Set.of());
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(toSet());
    }

    private static String header(RealmReading realm, String name) {
        return realm.settings().path("browserSecurityHeaders").path(name).asText();
    }

    private static String text(RealmReading realm, String setting) {
        return realm.settings().path(setting).asText();
    }

    private static boolean isTrue(RealmReading realm, String setting) {
        return realm.settings().path(setting).asBoolean(false);
    }

    private static boolean isFalse(RealmReading realm, String setting) {
        return !realm.settings().path(setting).asBoolean(true);
    }

    private static boolean is(RealmReading realm, String setting, long value) {
        return realm.settings().path(setting).asLong(-1) == value;
    }

    private static boolean between(RealmReading realm, String setting, long least, long most) {
        long value = realm.settings().path(setting).asLong(-1);
        return value >= least && value <= most;
    }
}
