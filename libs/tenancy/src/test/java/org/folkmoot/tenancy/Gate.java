package org.folkmoot.tenancy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A port that leads to a server's. Shut, connections are cut, as if nobody were there; stalled, they stand and nothing
 * comes through, as with a process that was stopped.
 */
final class Gate implements AutoCloseable {

    private enum State {
        OPEN,
        SHUT,
        STALLED
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket entrance;
    private volatile State state = State.OPEN;

    Gate() {
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open() {
        state = State.OPEN;
    }

    void shut() {
        state = State.SHUT;
    }

    void stall() {
        state = State.STALLED;
    }

    /** Leads to that server from now on, and tells its own {@code host:port}. */
    String openTo(String host, int port) {
        threads.execute(() -> {
            while (!entrance.isClosed()) {
                try {
                    Socket guest = entrance.accept();
                    if (state == State.SHUT) {
                        guest.close();
                        continue;
                    }
                    Socket there = new Socket(host, port);
                    threads.execute(() -> pour(guest, there));
                    threads.execute(() -> pour(there, guest));
                } catch (IOException e) {
                    // Shut down, or the server is away: the guest sees a connection that ends.
                }
            }
        });
        return "127.0.0.1:" + entrance.getLocalPort();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pour(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[8192];
            int read = in.read(some);
            while (read >= 0 && state != State.SHUT) {
                while (state == State.STALLED) {
                    Thread.sleep(Duration.ofMillis(20));
                }
                out.write(some, 0, read);
                read = in.read(some);
            }
        } catch (IOException e) {
            // One side has hung up; closing both tells the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
