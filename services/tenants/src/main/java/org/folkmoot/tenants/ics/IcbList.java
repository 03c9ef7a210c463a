package org.folkmoot.tenants.ics;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.nhs.OdsCode;

/**
 * The integrated care boards of England by ODS code, as NHS England lists them. An ICS is onboarded under its board's
 * real name, and a code that is no board's is refused, so that a typing mistake does not become a tenant.
 */
@ApplicationScoped
class IcbList {

    private static final String FILE = "/ods/icbs.tsv";

    private final Map<OdsCode, String> names;

    IcbList() {
        try (InputStream in = IcbList.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in this release");
            }
            names = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toUnmodifiableMap(columns -> OdsCode.of(columns[0]), columns -> columns[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The board's name, or empty for a code that is no board's. */
    Optional<String> nameOf(OdsCode code) {
        return Optional.ofNullable(names.get(code));
    }

    int size() {
        return names.size();
    }
}
