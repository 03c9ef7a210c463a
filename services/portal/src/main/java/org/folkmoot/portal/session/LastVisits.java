package org.folkmoot.portal.session;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.folkmoot.portal.session.VisitNotes.Past;

/**
 * What a person has seen, for their next visit. The browser keeps it and the portal does not: sealed for one account of
 * one ICS, so that nobody else at that browser can read it or pass it off as theirs. A visit is a session. At another
 * browser a person comes for the first time.
 */
@ApplicationScoped
public class LastVisits {

    /** The longest that browsers keep a cookie. */
    private static final Duration KEPT = Duration.ofDays(400);

    /** Browsers drop a cookie of more than 4,096 characters, its name and attributes counted. */
    private static final int LONGEST = 3_500;

    private static final int MARK_BYTES = 8;

    private final CurrentVertxRequest request;
    private final Vault vault;
    private final PortalConfig config;
    private final Clock clock;

    LastVisits(CurrentVertxRequest request, Vault vault, PortalConfig config, Clock clock) {
        this.request = request;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
    }

    /** The visit before this one, with what was noted in it; empty where the browser knows of none. */
    public Optional<Past> before(Visit visit) {
        return session(visit).flatMap(session -> kept(visit).flatMap(notes -> notes.before(session)));
    }

    /**
     * Notes what was seen in this visit, in place of what was noted in it before. What is too long is not noted.
     *
     * @param seen one line
     */
    public void note(Visit visit, String seen) {
        session(visit).ifPresent(session -> {
            String text = VisitNotes.next(kept(visit), session, new Past(clock.instant(), seen))
                    .text();
            String sealed = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            vault.seal(Vault.Purpose.VISITS, place(visit), text.getBytes(StandardCharsets.UTF_8)));
            if (sealed.length() <= LONGEST) {
                request.getCurrent()
                        .response()
                        .addCookie(Cookie.cookie(cookie(visit), sealed)
                                .setPath(visit.base() + "/")
                                .setHttpOnly(true)
                                .setSameSite(CookieSameSite.LAX)
                                .setSecure(config.isSecure())
                                .setMaxAge(KEPT.toSeconds()));
            }
        });
    }

    private Optional<VisitNotes> kept(Visit visit) {
        return value(cookie(visit))
                .flatMap(LastVisits::decoded)
                .flatMap(bytes -> vault.open(Vault.Purpose.VISITS, place(visit), bytes))
                .flatMap(plain -> VisitNotes.of(new String(plain, StandardCharsets.UTF_8)));
    }

    /** A name for the session, out of which its cookie cannot be made. Empty for a program that brings its token. */
    private Optional<String> session(Visit visit) {
        return value(Sessions.cookie(visit.tenant())).map(LastVisits::mark);
    }

    private Optional<String> value(String cookie) {
        return Optional.ofNullable(request.getCurrent().request().getCookie(cookie))
                .map(Cookie::getValue);
    }

    private static String cookie(Visit visit) {
        return "seen_" + visit.tenant() + "_" + mark(visit.subject());
    }

    private static String mark(String text) {
        return HexFormat.of().formatHex(Vault.digest(text), 0, MARK_BYTES);
    }

    private static String place(Visit visit) {
        return visit.tenant() + "|" + visit.subject();
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
