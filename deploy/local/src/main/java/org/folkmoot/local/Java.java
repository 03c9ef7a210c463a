package org.folkmoot.local;

import java.nio.file.Path;

/** The Java that runs this process runs its children too. */
final class Java {

    private Java() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
