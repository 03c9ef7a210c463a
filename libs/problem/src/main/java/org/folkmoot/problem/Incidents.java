package org.folkmoot.problem;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Joins what a caller is told about a failure of ours with what the log knows: one number, said in both.
 *
 * <p>The log gets method and path, never the query or the body, which may hold what a log must not; and of the path nothing
 * that is longer than a name or an id, since that is a secret by which somebody is known.
 */
final class Incidents {

    private static final Logger LOG = Logger.getLogger("org.folkmoot.problem");

    /** An id has 36 characters, a secret of 256 bits at least 43. */
    private static final Pattern SECRET = Pattern.compile("[^/]{40,}");

    private Incidents() {}

    /** The problem as it may leave: with a number if it is a failure of ours, which is logged here and only here. */
    static Problem report(Problem problem, Throwable failure, String method, String address) {
        String path = SECRET.matcher(address).replaceAll("…");
        if (problem.status() < 500) {
            LOG.debugf(failure, "%s %s is answered with %s", method, path, problem.type());
            return problem;
        }
        String incident = UUID.randomUUID().toString();
        if (problem.status() == CommonProblem.UNAVAILABLE.status()) {
            // Many at once while a database restarts: the line says enough, the stack trace is for the curious.
            LOG.warnf("Incident %s: %s %s cannot be served: %s", incident, method, path, causes(failure));
            LOG.debugf(failure, "Incident %s", incident);
        } else {
            LOG.errorf(failure, "Incident %s: %s %s failed", incident, method, path);
        }
        return problem.with("incident", incident);
    }

    /** What happened and what caused it: the last of them says which server it was. */
    private static String causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(Diagnosis.DEEPEST_CAUSE)
                .map(Throwable::toString)
                .distinct()
                .collect(Collectors.joining("; caused by "));
    }
}
