package org.folkmoot.portal.service;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form with files, as one body that is read from disk while it is sent (RFC 7578). */
final class Multipart {

    private static final String LINE = "\r\n";

    private final String boundary = "folkmoot-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();

    Multipart field(String name, String value) {
        parts.add(text("--" + boundary + LINE + "Content-Disposition: form-data; name=\"" + quoted(name) + "\"" + LINE
                + LINE + value + LINE));
        return this;
    }

    Multipart file(String name, String fileName, Path file) {
        try {
            parts.add(text("--" + boundary + LINE + "Content-Disposition: form-data; name=\"" + quoted(name)
                    + "\"; filename=\"" + quoted(fileName) + "\"" + LINE + "Content-Type: application/octet-stream"
                    + LINE + LINE));
            parts.add(BodyPublishers.ofFile(file));
            parts.add(text(LINE));
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException("a file that was uploaded is not there", e);
        }
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        var all = new ArrayList<>(parts);
        all.add(text("--" + boundary + "--" + LINE));
        return HttpRequest.BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    /** A name that somebody chose must not end its quotation or its line. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}
