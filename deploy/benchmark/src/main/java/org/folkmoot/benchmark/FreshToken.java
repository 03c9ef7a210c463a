package org.folkmoot.benchmark;

import java.io.IOException;
import java.time.Duration;

/** A person's access token, asked for anew before the five minutes are over that it lives. For one thread. */
public final class FreshToken {

    private static final Duration GOOD = Duration.ofMinutes(4);

    private final LocalPlatform platform;
    private final String realm;
    private final String person;
    private String token = "";
    private long askedAt;

    /** Of that person, of that ICS or of the platform. */
    public FreshToken(LocalPlatform platform, String realm, String person) {
        this.platform = platform;
        this.realm = realm;
        this.person = person;
    }

    /** One that lives for a minute at least. */
    public String get() throws IOException {
        if (token.isEmpty() || System.nanoTime() - askedAt > GOOD.toNanos()) {
            askedAt = System.nanoTime();
            token = platform.token(realm, person);
        }
        return token;
    }
}
