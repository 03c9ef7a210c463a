package org.folkmoot.benchmark.directory;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.folkmoot.benchmark.Latencies;

/**
 * Asks for pages as fast as they are answered, over a number of connections that stay open. It speaks just as much HTTP
 * as that takes: what generates the load runs on the machine that is measured, and should use little of it.
 */
final class Reading {

    private final String host;
    private final int port;

    Reading(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /**
     * What was measured.
     *
     * @param perSecond answers a second, of all connections
     * @param latencies of each answer, from the request's first byte to the answer's last
     */
    record Result(double perSecond, Latencies latencies) {}

    /**
     * Asks, each connection for one path after the other by chance.
     *
     * @throws IllegalStateException when an answer is other than 200
     */
    Result ask(List<String> paths, String token, int connections, Duration time) {
        List<byte[]> requests = paths.stream().map(path -> request(path, token)).toList();
        List<Future<long[]>> all = new ArrayList<>();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                int seed = i;
                all.add(threads.submit(() -> ask(requests, new SplittableRandom(seed), end)));
            }
        }
        long[] micros =
                all.stream().map(Reading::result).flatMapToLong(LongStream::of).toArray();
        return new Result(micros.length / ((System.nanoTime() - begin) / 1e9), Latencies.of(micros));
    }

    /** One request, outside any measurement; gives the body. */
    String askOnce(String path, String token) throws IOException {
        try (var connection = new Connection()) {
            connection.ask(request(path, token));
            return new String(connection.body, 0, connection.length, StandardCharsets.UTF_8);
        }
    }

    private long[] ask(List<byte[]> requests, SplittableRandom random, long end) throws IOException {
        var micros = new long[1024];
        int count = 0;
        try (var connection = new Connection()) {
            for (long now = System.nanoTime(); now < end; ) {
                connection.ask(requests.get(random.nextInt(requests.size())));
                long answered = System.nanoTime();
                if (count == micros.length) {
                    micros = Arrays.copyOf(micros, count * 2);
                }
                micros[count++] = (answered - now) / 1_000;
                now = answered;
            }
        }
        return Arrays.copyOf(micros, count);
    }

    private byte[] request(String path, String token) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nAccept: application/json\r\n"
                        + "Authorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long[] result(Future<long[]> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading failed: " + e.getCause(), e);
        }
    }

    private final class Connection implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private byte[] body = new byte[64 * 1024];
        private int length;

        Connection() throws IOException {
            this.socket = new Socket(host, port);
            socket.setTcpNoDelay(true);
            this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            this.out = new BufferedOutputStream(socket.getOutputStream(), 4 * 1024);
        }

        void ask(byte[] request) throws IOException {
            out.write(request);
            out.flush();
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
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IOException(status + ": " + new String(body, 0, length, StandardCharsets.UTF_8));
            }
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
}
