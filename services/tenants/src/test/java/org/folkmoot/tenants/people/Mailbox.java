package org.folkmoot.tenants.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A mail server (RFC 5321) that takes every mail and keeps it for the test. */
final class Mailbox implements AutoCloseable {

    private final ServerSocket entrance;
    private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();

    Mailbox() {
        try {
            entrance = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** The next mail, headers and all. */
    String take() throws InterruptedException {
        String mail = mails.poll(30, TimeUnit.SECONDS);
        if (mail == null) {
            throw new AssertionError("no mail came");
        }
        return mail;
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!entrance.isClosed()) {
            try (Socket guest = entrance.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(guest.getInputStream(), StandardCharsets.ISO_8859_1))) {
                converse(guest, in);
            } catch (IOException e) {
                // Closed, or the sender has hung up.
            }
        }
    }

    private void converse(Socket guest, BufferedReader in) throws IOException {
        say(guest, "220 ready");
        String line = in.readLine();
        while (line != null) {
            switch (line.split("[ :]")[0].toUpperCase(Locale.ROOT)) {
                case "DATA" -> {
                    say(guest, "354 go on");
                    mails.add(mail(in));
                    say(guest, "250 kept");
                }
                case "QUIT" -> {
                    say(guest, "221 bye");
                    return;
                }
                default -> say(guest, "250 ok");
            }
            line = in.readLine();
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            mail.append(line).append('\n');
            line = in.readLine();
        }
        return mail.toString();
    }

    private static void say(Socket guest, String line) throws IOException {
        guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
