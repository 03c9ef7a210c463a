package org.folkmoot.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A socket on which a process waits for connections, as Linux tells it.
 *
 * @param address in hexadecimal, as in {@code /proc/net/tcp}: each four bytes in the machine's order
 */
record Listening(String address, int port) {

    private static final String STATE_LISTEN = "0A";
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(?<inode>\\d+)]");

    /** All sockets on which these processes, or those that they started, listen. */
    static List<Listening> of(Stream<ProcessHandle> processes) throws IOException {
        Set<String> inodes = new HashSet<>();
        for (ProcessHandle process : processes
                .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
                .toList()) {
            inodes.addAll(sockets(process.pid()));
        }
        List<Listening> found = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > 9 && fields[3].equals(STATE_LISTEN) && inodes.contains(fields[9])) {
                    String[] address = fields[1].split(":");
                    found.add(new Listening(address[0], Integer.parseInt(address[1], 16)));
                }
            }
        }
        return found;
    }

    boolean onLoopback() {
        return LOOPBACK.contains(address);
    }

    private static Set<String> sockets(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : open.toList()) {
                target(file)
                        .map(SOCKET::matcher)
                        .filter(Matcher::matches)
                        .map(socket -> socket.group("inode"))
                        .forEach(inodes::add);
            }
        } catch (NoSuchFileException e) {
            // It has ended meanwhile, as PostgreSQL's helpers do.
        }
        return inodes;
    }

    private static Stream<String> target(Path file) throws IOException {
        try {
            return Stream.of(Files.readSymbolicLink(file).toString());
        } catch (NoSuchFileException e) {
            return Stream.empty();
        }
    }
}
