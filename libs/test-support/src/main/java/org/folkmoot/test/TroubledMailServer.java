package org.folkmoot.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that listens at a port of this machine and is in some trouble. It never takes a mail. */
public final class TroubledMailServer implements AutoCloseable {

    /** What is wrong with it. */
    public enum Trouble {
        /** It ends every connection without a word: what a balancer does whose servers are down. */
        HANGS_UP,
        /** It is going down. */
        GOES_AWAY,
        /** It knows the user, but another password. */
        WRONG_PASSWORD,
        /** It offers encryption, and breaks off when that begins. */
        TLS_BREAKS,
        /** It takes mails of others only. */
        REFUSES_SENDER,
        /** It breaks off when a recipient is named. */
        BREAKS_AT_RECIPIENT,
        /** It knows no such recipient. */
        REFUSES_RECIPIENT,
        /** It asks to come again. */
        PUTS_OFF,
        /** It breaks off before the mail itself can be sent. */
        BREAKS_AT_DATA,
        /** It breaks off after the mail was sent and before it says whether it was taken. */
        BREAKS_AFTER_DATA,
        /** It read the mail, and does not want it. */
        REFUSES_CONTENT
    }

    private final ServerSocket socket;
    private final Trouble trouble;
    private final AtomicInteger calls = new AtomicInteger();
    private final Thread thread;

    /** Begins to listen; 0 for any port. */
    public TroubledMailServer(int port, Trouble trouble) {
        this.trouble = trouble;
        try {
            this.socket = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.thread = Thread.ofVirtual().start(this::serve);
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** How many connections have ended in the trouble. */
    public int calls() {
        return calls.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException ignored) {
                // The client has gone, or the test is over: the loop sees which.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        if (trouble == Trouble.HANGS_UP) {
            calls.incrementAndGet();
            return;
        }
        say(client, trouble == Trouble.GOES_AWAY ? "421 troubled.example is going down" : "220 troubled.example");
        if (trouble == Trouble.GOES_AWAY) {
            calls.incrementAndGet();
            return;
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String answer = answer(line.split("[ :]", 2)[0]);
            if (answer.equals("354 Go on")) {
                say(client, answer);
                answer = afterContent(lines);
            }
            if (answer.isEmpty()) {
                calls.incrementAndGet();
                return;
            }
            say(client, answer);
            if (answer.charAt(0) >= '4' || line.startsWith("STARTTLS")) {
                calls.incrementAndGet();
            }
        }
    }

    /** What it says to a command; nothing where it breaks off. */
    private String answer(String command) {
        return switch (command) {
            case "EHLO", "HELO" ->
                trouble == Trouble.TLS_BREAKS
                        ? "250-troubled.example\r\n250 STARTTLS"
                        : "250-troubled.example\r\n250 AUTH PLAIN LOGIN";
            case "STARTTLS" -> "220 Go ahead\r\nthis is no handshake";
            case "AUTH" ->
                trouble == Trouble.WRONG_PASSWORD ? "535 5.7.8 Authentication credentials invalid" : "235 Welcome";
            case "MAIL" -> trouble == Trouble.REFUSES_SENDER ? "550 5.7.1 Not from you" : "250 OK";
            case "RCPT" ->
                switch (trouble) {
                    case REFUSES_RECIPIENT -> "550 5.1.1 No such recipient";
                    case PUTS_OFF -> "450 4.2.1 Come again";
                    case BREAKS_AT_RECIPIENT -> "";
                    default -> "250 OK";
                };
            case "DATA" -> trouble == Trouble.BREAKS_AT_DATA ? "" : "354 Go on";
            case "QUIT" -> "221 Bye";
            default -> "250 OK";
        };
    }

    private String afterContent(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(".")) {
            line = lines.readLine();
        }
        return trouble == Trouble.REFUSES_CONTENT ? "554 5.6.0 We do not want it" : "";
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The port is free for another after it. */
    @Override
    public void close() {
        try {
            socket.close();
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
