package org.folkmoot.neighbourhood.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The installation's keys: the one that wraps now, and former ones that still open. */
@ApplicationScoped
class MasterKeys {

    private static final int FINGERPRINT = 16;

    private final Map<String, SecretBytes> keys = new LinkedHashMap<>();
    private final String present;

    MasterKeys(
            @ConfigProperty(name = "folkmoot.neighbourhood.master-key") String key,
            @ConfigProperty(name = "folkmoot.neighbourhood.former-master-key") Optional<List<String>> former) {
        present = add(key);
        former.orElse(List.of()).forEach(this::add);
    }

    /** By what the key that wraps now is known. */
    String present() {
        return present;
    }

    byte[] wrap(SecretBytes key, String context) {
        return of(present).wrap(key, context);
    }

    SecretBytes unwrap(String fingerprint, byte[] wrapped, String context) {
        return of(fingerprint).unwrap(wrapped, context);
    }

    private SecretBytes of(String fingerprint) {
        SecretBytes key = keys.get(fingerprint);
        if (key == null) {
            throw new IllegalStateException("the installation has no master key " + fingerprint + " any more");
        }
        return key;
    }

    private String add(String base64) {
        var key = new SecretBytes(bytes(base64));
        String fingerprint = HexFormat.of()
                .formatHex(key.hash("folkmoot.neighbourhood.master-key"))
                .substring(0, FINGERPRINT);
        keys.putIfAbsent(fingerprint, key);
        return fingerprint;
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // The message of the exception would quote a piece of the key.
            throw new IllegalStateException("a master key is 32 bytes in Base64");
        }
    }
}
