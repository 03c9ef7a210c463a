package org.folkmoot.registry.keepup;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The base address of another system. Only by TLS, but for this machine's own. */
record Address(URI base) {

    /** @throws IllegalArgumentException when the service must not speak to such an address */
    Address {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        if (base.getHost() == null
                || base.getUserInfo() != null
                || base.getQuery() != null
                || base.getFragment() != null
                || !(scheme.equals("https") || (scheme.equals("http") && isThisMachine(base.getHost())))) {
            throw new IllegalArgumentException("not an address with https, a host and a path alone: " + base.getHost());
        }
        base = URI.create(base.toString().replaceFirst("/+$", ""));
    }

    /** An address below it. */
    URI at(String path) {
        return URI.create(base + path);
    }

    /** What a link means that stood in an answer from here; empty when it leads anywhere else. */
    Optional<URI> below(URI answered, String link) {
        if (link.isBlank()) {
            return Optional.empty();
        }
        try {
            URI target = answered.resolve(link).normalize();
            boolean same = base.getScheme().equalsIgnoreCase(target.getScheme())
                    && base.getHost().equalsIgnoreCase(target.getHost())
                    && port(base) == port(target)
                    && target.getUserInfo() == null
                    && isBelow(target.getRawPath());
            return same ? Optional.of(target) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isBelow(@Nullable String path) {
        return path != null && path.startsWith(Objects.requireNonNullElse(base.getRawPath(), "") + "/");
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /** Only what says so itself: a name is not looked up, since it may be given another address tomorrow. */
    private static boolean isThisMachine(String host) {
        String plain = host.replaceAll("[\\[\\]]", "");
        if (plain.equalsIgnoreCase("localhost")) {
            return true;
        }
        if (!plain.matches("[0-9.]+|[0-9a-fA-F:]+:[0-9a-fA-F:.]*")) {
            return false;
        }
        try {
            return InetAddress.getByName(plain).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
