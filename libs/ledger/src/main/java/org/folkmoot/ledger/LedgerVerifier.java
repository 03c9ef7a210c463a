package org.folkmoot.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks a log without the database that it came from.
 *
 * <p>It recomputes every hash, follows the chain from the first entry, and compares the entries with what witnesses saw.
 * Nothing that a file holds makes it fail: what cannot be read is a finding. It keeps some 300 bytes of memory for an
 * entry, whatever the size of its payload.
 */
public final class LedgerVerifier {

    private static final int CHUNK = 64 * 1024;

    private final Map<String, PublicKey> trusted;

    /** A verifier that believes checkpoints signed with these keys. */
    public LedgerVerifier(Collection<PublicKey> trusted) {
        this.trusted = trusted.stream()
                .collect(Collectors.toUnmodifiableMap(CheckpointKeys::idOf, key -> key, (first, same) -> first));
    }

    /**
     * Checks a log as {@link Ledger#export} writes it: JSON lines in UTF-8.
     *
     * @throws IOException if the input fails, not for anything that it holds
     */
    public Verdict verify(InputStream jsonLines, List<Witness> witnesses) throws IOException {
        var examination = new Examination(trusted, witnesses);
        var line = new ByteArrayOutputStream();
        long number = 1;
        byte[] chunk = new byte[CHUNK];
        for (int length = jsonLines.read(chunk); length >= 0; length = jsonLines.read(chunk)) {
            int from = 0;
            for (int index = 0; index < length; index++) {
                if (chunk[index] == '\n') {
                    line.write(chunk, from, index - from);
                    examine(examination, number++, line.toByteArray());
                    line.reset();
                    from = index + 1;
                }
            }
            line.write(chunk, from, length - from);
        }
        if (line.size() > 0) {
            examine(examination, number, line.toByteArray());
        }
        return examination.verdict();
    }

    /** Checks a log that was read already. */
    public Verdict verify(List<LedgerEntry> entries, List<Witness> witnesses) {
        var examination = new Examination(trusted, witnesses);
        for (int index = 0; index < entries.size(); index++) {
            examine(examination, index + 1L, entries.get(index));
        }
        return examination.verdict();
    }

    private static void examine(Examination examination, long line, byte[] utf8) {
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            examine(examination, line, LedgerEntry.fromJson(json));
        } catch (CharacterCodingException e) {
            examination.unreadable(line, "Not UTF-8");
        } catch (IllegalArgumentException e) {
            examination.unreadable(line, String.valueOf(e.getMessage()));
        }
    }

    private static void examine(Examination examination, long line, LedgerEntry entry) {
        try {
            examination.entry(line, entry);
        } catch (IllegalArgumentException e) {
            examination.unreadable(line, String.valueOf(e.getMessage()));
        }
    }
}
