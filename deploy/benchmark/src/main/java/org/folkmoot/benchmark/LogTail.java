package org.folkmoot.benchmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What is added to a log from the moment at which this was made. */
public final class LogTail {

    private final Path log;
    private final long from;

    /** From now on. */
    public LogTail(Path log) {
        this.log = log;
        this.from = log.toFile().length();
    }

    /** All that was added so far. */
    public String text() throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
