package org.folkmoot.registry.keepup;

import java.nio.file.Path;
import java.util.Map;

/** Where a release goes that was found. */
interface HandsIn {

    /** Whether exactly this was taken before. */
    boolean isKnown(String fingerprint);

    /** Hands a release in. */
    void handIn(Source source, String place, String fingerprint, Map<String, Path> files);
}
