package org.folkmoot.test;

import org.folkmoot.local.Ports;

/** Ports for what a test starts. */
public final class FreePort {

    private FreePort() {}

    /** One on which nothing listens. */
    public static int find() {
        return Ports.free();
    }
}
