package org.folkmoot.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;

/** Tells one request, or one state of a thing, from another: SHA-256 of its texts and its body. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint(@Nullable String query) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        part(query == null ? "" : query);
    }

    /**
     * The body, which is taken in while somebody reads it. A reader may stop, and close it, where its value ends; the
     * rest belongs to the fingerprint all the same.
     */
    InputStream reading(InputStream body) {
        return new DigestInputStream(body, digest) {
            private boolean closed;

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    transferTo(OutputStream.nullOutputStream());
                    super.close();
                }
            }
        };
    }

    /** An upload, which the platform has taken apart already: names, texts and files in the order of the request. */
    void form(FormData form) throws IOException {
        for (String name : form) {
            for (FormValue value : form.get(name)) {
                part(name);
                if (value.isFileItem()) {
                    part(String.valueOf(value.getFileName()));
                    reading(value.getFileItem().getInputStream()).close();
                } else {
                    part(value.getValue());
                }
            }
        }
    }

    /** In lower-case hexadecimal digits. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A text, with its length in front: otherwise "a" and "bc" would be "ab" and "c". */
    void part(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
