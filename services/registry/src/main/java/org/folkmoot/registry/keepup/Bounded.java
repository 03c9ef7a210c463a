package org.folkmoot.registry.keepup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies what was announced and no more. */
final class Bounded {

    private static final int PART = 64 * 1024;

    private Bounded() {}

    /** @throws SourceFault when it is longer or shorter than it was said to be */
    static void copy(InputStream in, OutputStream out, long size) throws IOException, SourceFault {
        byte[] part = new byte[PART];
        long copied = 0;
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            copied += read;
            if (copied > size) {
                break;
            }
            out.write(part, 0, read);
        }
        if (copied != size) {
            throw new SourceFault("A file became another one while it was read.");
        }
    }
}
