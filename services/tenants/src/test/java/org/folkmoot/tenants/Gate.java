package org.folkmoot.tenants;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** A port that leads to a server's, until it is shut: then a new connection is cut at once, as if nobody were there. */
final class Gate implements AutoCloseable {

    private final AtomicBoolean shut = new AtomicBoolean();
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

    private static void pour(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One side has hung up; closing both tells the other.
        }
    }
}
