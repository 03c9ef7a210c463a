package org.folkmoot.tenants;

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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A port that leads to a server's. Shut, a new connection is cut at once, as if nobody were there, and one that is open is
 * cut when something comes through it; stalled, connections are taken and nothing comes through, as with a process that
 * was stopped.
 */
public final class Gate implements AutoCloseable {

    private final AtomicBoolean shut = new AtomicBoolean();
    private final AtomicBoolean stalled = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket entrance;

    Gate() {
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AtomicBoolean shut() {
        return shut;
    }

    /** Does the work while nobody seems to be there. */
    public void shutWhile(Runnable work) {
        during(shut, work);
    }

    /** Does the work while the server seems to be stopped. */
    public void stalledWhile(Runnable work) {
        during(stalled, work);
    }

    /** Leads to that {@code host:port} from now on, and tells its own. */
    String openTo(String server) {
        String[] address = server.split(":");
        threads.execute(() -> {
            while (!entrance.isClosed()) {
                try {
                    Socket guest = entrance.accept();
                    if (shut.get()) {
                        guest.close();
                        continue;
                    }
                    Socket host = new Socket(address[0], Integer.parseInt(address[1]));
                    threads.execute(() -> pour(guest, host));
                    threads.execute(() -> pour(host, guest));
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

    private static void during(AtomicBoolean state, Runnable work) {
        state.set(true);
        try {
            work.run();
        } finally {
            state.set(false);
        }
    }

    private void pour(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[8192];
            int read = in.read(some);
            while (read >= 0 && !shut.get()) {
                while (stalled.get()) {
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
