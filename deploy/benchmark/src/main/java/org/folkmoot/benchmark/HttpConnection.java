package org.folkmoot.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A connection to a server on this machine that stays open. It speaks just as much HTTP as a benchmark takes: what
 * generates the load runs on the machine that is measured, and should use little of it.
 */
public final class HttpConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] body = new byte[64 * 1024];
    private int length;

    /** Connects. */
    public HttpConnection(String host, int port) throws IOException {
        this.socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        this.out = new BufferedOutputStream(socket.getOutputStream(), 4 * 1024);
    }

    /**
     * A GET request's bytes.
     *
     * @param headers each a name, a colon, a value
     */
    public static byte[] get(String path, String... headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * A PUT request's bytes.
     *
     * @param headers each a name, a colon, a value
     */
    public static byte[] put(String path, String json, String... headers) {
        return with("PUT", path, json, headers);
    }

    /** A POST request's bytes, as those of {@link #put}. */
    public static byte[] post(String path, String json, String... headers) {
        return with("POST", path, json, headers);
    }

    private static byte[] with(String method, String path, String json, String... headers) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return (method + " " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends, and reads the answer to its last byte. */
    public void ask(byte[] request) throws IOException {
        send(request);
        receive();
    }

    /** Sends. */
    public void send(byte[] request) throws IOException {
        out.write(request);
        out.flush();
    }

    /**
     * Reads the answer to what was sent, to its last byte.
     *
     * @throws IOException also when the answer is a refusal
     */
    public void receive() throws IOException {
        String status = line();
        int stated = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                stated = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        length = 0;
        if (chunked) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                take(size);
                line();
            }
            line();
        } else {
            take(stated);
        }
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException(status + ": " + body());
        }
    }

    /** The last answer's body, taken for UTF-8. */
    public String body() {
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }

    /** How many bytes the last answer's body had, as they were transferred. */
    public int length() {
        return length;
    }

    private void take(int size) throws IOException {
        while (body.length < length + size) {
            body = Arrays.copyOf(body, body.length * 2);
        }
        if (in.readNBytes(body, length, size) < size) {
            throw new EOFException("the answer breaks off");
        }
        length += size;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer breaks off");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
