package org.folkmoot.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Whether a port is free, and who holds one that is not. */
public final class Ports {

    /** Above those of the local stack, and below those from which a system takes its ends of connections. */
    private static final int FIRST = 10_000;

    private static final int BEYOND = 20_000;
    private static final int TRIES = 1_000;

    private Ports() {}

    static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A port of this machine on which nothing listens, and which no connection takes by chance before somebody does.
     *
     * @throws Refusal when there is none
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, BEYOND)
                .filter(port -> isFree("127.0.0.1", port))
                .findFirst()
                .orElseThrow(() -> new Refusal("no port from " + FIRST + " to " + (BEYOND - 1) + " is free"));
    }

    /** What listens there, as far as this user may see it: process number and command. */
    static String holder(int port) {
        return inode(port)
                .flatMap(Ports::process)
                .map(pid -> "process " + pid + " (" + command(pid) + ")")
                .orElse("a process that this user may not see");
    }

    private static Optional<String> inode(int port) {
        String hex = ":%04X".formatted(port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                Optional<String> inode = lines.map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields.length > 9 && fields[1].endsWith(hex) && fields[3].equals("0A"))
                        .map(fields -> fields[9])
                        .findFirst();
                if (inode.isPresent()) {
                    return inode;
                }
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> process(String inode) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, inode))
                .findFirst();
    }

    private static boolean holds(long pid, String inode) {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.anyMatch(file -> linksTo(file, "socket:[" + inode + "]"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean linksTo(Path file, String target) {
        try {
            return Files.readSymbolicLink(file).toString().equals(target);
        } catch (IOException e) {
            return false;
        }
    }

    private static String command(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ')
                    .strip();
            return line.length() > 100 ? line.substring(0, 100) + "…" : line;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
