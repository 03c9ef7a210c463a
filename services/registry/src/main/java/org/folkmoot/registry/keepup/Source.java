package org.folkmoot.registry.keepup;

import java.util.Arrays;
import java.util.Locale;

/** Where the directory is kept up from. */
enum Source {
    /** A folder that the service sees. */
    FOLDER,
    /** A bucket of an object store. */
    OBJECT_STORE,
    /** The FHIR API of the Organisation Data Service. */
    ODS_API;

    static final String PATTERN = "^(folder|object-store|ods-api)$";

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    String slug() {
        return slug;
    }

    /** The source of that name, which is one of the pattern's. */
    static Source of(String slug) {
        return Arrays.stream(values())
                .filter(source -> source.slug.equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
