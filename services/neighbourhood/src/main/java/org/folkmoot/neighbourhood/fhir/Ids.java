package org.folkmoot.neighbourhood.fhir;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The ids of this service, in the ways in which FHIR writes them. */
final class Ids {

    private Ids() {}

    /** The id out of {@code 0192…}, or out of {@code urn:uuid:0192…}; empty if it is another text. */
    static Optional<UUID> parse(String text) {
        String bare = text.startsWith(Systems.UUID_URN) ? text.substring(Systems.UUID_URN.length()) : text;
        return ExchangeHeaders.isUuid(bare)
                ? Optional.of(UUID.fromString(bare.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
