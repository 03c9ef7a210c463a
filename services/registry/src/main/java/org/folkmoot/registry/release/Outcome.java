package org.folkmoot.registry.release;

import java.util.Locale;

/** How a load ended. */
enum Outcome {
    /** Facts were written. */
    LOADED,
    /** The directory knew all of it. */
    UNCHANGED,
    /** Nothing of it was loaded. */
    REFUSED;

    private final String slug = name().toLowerCase(Locale.ROOT);

    String slug() {
        return slug;
    }
}
