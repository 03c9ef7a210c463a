package org.folkmoot.test;

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
 * A port that leads to a server's, to try how a service does without it. Shut, a new connection is cut at once, as if
 * nobody were there, and one that is open is cut when something comes through it; stalled, connections are taken and
 * nothing comes through, as with a process that was stopped. It begins open.
 */
public final class Gate implements AutoCloseable {

    private enum State {
        OPEN,
        SHUT,
        STALLED
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket entrance;
    private volatile State state = State.OPEN;

    /** A gate on a free port of the loopback; it leads nowhere yet. */
    public Gate() {
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets everything through. */
    public void open() {
        state = State.OPEN;
    }

    /** Cuts connections until it is opened. */
    public void shut() {
        state = State.SHUT;
    }

    /** Holds back what comes until it is opened. */
    public void stall() {
        state = State.STALLED;
    }

    /** Leads to that {@code host:port} from now on, and tells its own. */
    public String openTo(String server) {
        String[] address = server.split(":");
        threads.execute(() -> {
            while (!entrance.isClosed()) {
                try {
                    Socket guest = entrance.accept();
                    if (state == State.SHUT) {
                        guest.close();
                        continue;
                    }
                    Socket there = new Socket(address[0], Integer.parseInt(address[1]));
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
