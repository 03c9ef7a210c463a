package org.folkmoot.test;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Stands between the service and PostgreSQL and counts round trips where they take place: on the wire, whatever a driver
 * or a framework says of itself. Each Sync and each simple query is one, with all the statements before it.
 */
public final class WireTap {

    private static final int SSL_REQUEST = 80_877_103;
    private static final AtomicLong TRANSACTIONS = new AtomicLong();

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final List<Trip> trips = new CopyOnWriteArrayList<>();

    /**
     * One round trip.
     *
     * @param user who asked
     * @param statements what went with it
     * @param planned how many of them PostgreSQL was given anew; of the others it has kept the plan
     * @param transaction in which it took place; a number of its own where there was none
     */
    public record Trip(String user, List<String> statements, int planned, long transaction) {

        public Trip {
            statements = List.copyOf(statements);
        }
    }

    /** @param address {@code host:port} of PostgreSQL */
    public WireTap(String address) {
        int colon = address.lastIndexOf(':');
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
        try {
            this.door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::welcome);
    }

    /** Where the service is to look for PostgreSQL. */
    public String address() {
        return "localhost:" + door.getLocalPort();
    }

    /** The trips that were made meanwhile, by anybody. */
    public List<Trip> during(Runnable work) {
        int before = trips.size();
        work.run();
        return List.copyOf(trips.subList(before, trips.size()));
    }

    /** The transactions until now in which somebody asked something with these words in it. */
    public Set<Long> transactionsWith(String words) {
        return trips.stream()
                .filter(trip -> trip.statements().stream().anyMatch(statement -> statement.contains(words)))
                .map(Trip::transaction)
                .collect(Collectors.toSet());
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket service = door.accept();
                Socket database = new Socket(host, port);
                service.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> answers(database, service));
                Thread.ofVirtual().start(() -> questions(service, database));
            } catch (IOException e) {
                // PostgreSQL is away or the test over; the service notices by itself.
            }
        }
    }

    private static void answers(Socket database, Socket service) {
        try (database;
                service) {
            database.getInputStream().transferTo(service.getOutputStream());
        } catch (IOException e) {
            // One of the two has hung up, which closes the other.
        }
    }

    private void questions(Socket service, Socket database) {
        try (service;
                database) {
            var in = new DataInputStream(service.getInputStream());
            var out = new DataOutputStream(new BufferedOutputStream(database.getOutputStream(), 64 * 1024));
            String user = greet(in, out);
            var prepared = new HashMap<String, String>();
            var underWay = new UnderWay(user);
            while (true) {
                int kind = in.readUnsignedByte();
                byte[] body = new byte[in.readInt() - Integer.BYTES];
                in.readFully(body);
                listen((char) kind, body, prepared, underWay);
                out.writeByte(kind);
                out.writeInt(body.length + Integer.BYTES);
                out.write(body);
                if (service.getInputStream().available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            // One of the two has hung up, which closes the other.
        }
    }

    /** Passes the greeting on and gives the user's name. A request for encryption comes before it and is refused. */
    private static String greet(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            byte[] body = new byte[in.readInt() - Integer.BYTES];
            in.readFully(body);
            out.writeInt(body.length + Integer.BYTES);
            out.write(body);
            out.flush();
            if (ByteBuffer.wrap(body).getInt() != SSL_REQUEST) {
                List<String> words =
                        List.of(new String(body, Integer.BYTES, body.length - Integer.BYTES, StandardCharsets.UTF_8)
                                .split("\0"));
                return words.get(words.indexOf("user") + 1);
            }
        }
    }

    private void listen(char kind, byte[] body, Map<String, String> prepared, UnderWay underWay) {
        switch (kind) {
            case 'P' -> {
                List<String> words = texts(body, 2);
                prepared.put(words.get(0), words.get(1));
                underWay.planned++;
            }
            case 'B' ->
                underWay.statements.add(prepared.getOrDefault(texts(body, 2).get(1), "?"));
            case 'Q' -> {
                underWay.statements.add(texts(body, 1).getFirst());
                trips.add(underWay.arrive());
            }
            case 'S' -> trips.add(underWay.arrive());
            default -> {
                // Belongs to the trip that one of these ends.
            }
        }
    }

    /** What a connection has sent since its last round trip. */
    private static final class UnderWay {

        private final String user;
        private final List<String> statements = new ArrayList<>();
        private int planned;
        private boolean within;
        private long transaction;

        UnderWay(String user) {
            this.user = user;
        }

        Trip arrive() {
            boolean begins = statements.contains("BEGIN");
            if (begins || !within) {
                transaction = TRANSACTIONS.incrementAndGet();
            }
            var trip = new Trip(user, statements, planned, transaction);
            within = (within || begins) && !statements.contains("COMMIT") && !statements.contains("ROLLBACK");
            statements.clear();
            planned = 0;
            return trip;
        }
    }

    private static List<String> texts(byte[] body, int count) {
        var texts = new ArrayList<String>();
        int from = 0;
        for (int at = 0; texts.size() < count; at++) {
            if (body[at] == 0) {
                texts.add(new String(body, from, at - from, StandardCharsets.UTF_8));
                from = at + 1;
            }
        }
        return texts;
    }
}
