package org.folkmoot.benchmark;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks of the benchmarks: names, and options that each are {@code --name value}.
 *
 * @param names the benchmarks to run, in this order
 * @param pairs {@code --pairs}: how often ours and the peer's take turns; fewer than five say little
 * @param seconds {@code --seconds}: length of a turn, and of the warm-up before the first
 * @param rate {@code --rate}: changes a second (P4)
 * @param partitions {@code --partitions}: of each topic (P4)
 * @param rows {@code --rows}: organisations in the enlarged directory (P1, P2)
 * @param connections {@code --connections}: clients at once (P2, P3, P5, P6, P11)
 * @param people {@code --people}: readers of the first page at once (P9)
 * @param ballots {@code --ballots}: open at once (P3)
 * @param referrals {@code --referrals}: of the team whose worklist is asked for (P6)
 * @param hapi {@code --hapi}: the base address of a HAPI FHIR server (P5, P6); null if there is none
 */
record Options(
        List<String> names,
        int pairs,
        int seconds,
        int rate,
        int partitions,
        int rows,
        int connections,
        int people,
        int ballots,
        int referrals,
        @Nullable URI hapi) {

    private static final List<String> KNOWN = List.of("p1", "p2", "p3", "p4", "p5", "p6", "p9", "p10", "p11", "p12");

    private static final Map<String, Integer> DEFAULTS = Map.of(
            "--pairs", 5,
            "--seconds", 20,
            "--rate", 500,
            "--partitions", 6,
            "--rows", 1_000_000,
            "--connections", 8,
            "--people", 50,
            "--ballots", 200,
            "--referrals", 50_000);

    private static final String HAPI = "--hapi";

    /** @throws IllegalArgumentException when something is not understood */
    static Options of(List<String> arguments) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> values = new HashMap<>(DEFAULTS);
        URI hapi = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                names.add(known(argument));
                continue;
            }
            if ((!argument.equals(HAPI) && !DEFAULTS.containsKey(argument)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("not understood: " + argument + "; options, each with a number: "
                        + String.join(" ", DEFAULTS.keySet().stream().sorted().toList()) + "; and " + HAPI
                        + " with an address");
            }
            if (argument.equals(HAPI)) {
                hapi = address(arguments.get(++i));
                continue;
            }
            values.put(argument, number(argument, arguments.get(++i)));
        }
        return new Options(
                names.isEmpty() ? KNOWN : List.copyOf(names),
                values.getOrDefault("--pairs", 0),
                values.getOrDefault("--seconds", 0),
                values.getOrDefault("--rate", 0),
                values.getOrDefault("--partitions", 0),
                values.getOrDefault("--rows", 0),
                values.getOrDefault("--connections", 0),
                values.getOrDefault("--people", 0),
                values.getOrDefault("--ballots", 0),
                values.getOrDefault("--referrals", 0),
                hapi);
    }

    boolean asks(String name) {
        return names.contains(name);
    }

    private static String known(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(lower)) {
            throw new IllegalArgumentException("there is no benchmark " + name + ", only " + String.join(", ", KNOWN));
        }
        return lower;
    }

    private static URI address(String value) {
        URI address = URI.create(value);
        if (!"http".equals(address.getScheme()) || address.getHost() == null || address.getPort() < 0) {
            throw new IllegalArgumentException(
                    HAPI + " is to be an address such as http://localhost:8090/fhir, not " + value);
        }
        return address;
    }

    private static int number(String option, String value) {
        try {
            int number = Integer.parseInt(value.replace("_", ""));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " is to be a number, not " + value, e);
        }
        throw new IllegalArgumentException(option + " is to be more than nothing");
    }
}
