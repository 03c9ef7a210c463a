package org.folkmoot.events;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** Which failures pass by themselves, and what may be said of one without quoting data. */
final class Failures {

    /**
     * Classes of SQLSTATE (PostgreSQL 18, appendix A): 08 connection, 25006 a server that was demoted, 40 serialization
     * and deadlock, 53 resources, 55P03 lock timeout, 57P shutdown and restart, 58 system.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "58");

    private Failures() {}

    /** Whether to try again for as long as it takes: the fault is not the event's. */
    static boolean passes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> chain = new ArrayDeque<>();
        chain.push(failure);
        while (!chain.isEmpty()) {
            Throwable each = chain.pop();
            if (!seen.add(each)) {
                continue;
            }
            if (each instanceof SQLException sql && passes(sql)) {
                return true;
            }
            // Two that change one row at once: the one that lost will find the new version.
            if (each instanceof OptimisticLockException) {
                return true;
            }
            if (each.getCause() != null) {
                chain.push(each.getCause());
            }
            for (Throwable suppressed : each.getSuppressed()) {
                chain.push(suppressed);
            }
        }
        return false;
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.isEmpty()) {
            // The pool's own: no connection to be had in time.
            return true;
        }
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || PASSING.contains(state.substring(0, 2))
                || state.startsWith("57P")
                || state.equals("55P03")
                || state.equals("25006");
    }

    /** The class of the innermost failure; never its message, which may quote the event. */
    static String error(Throwable failure) {
        Class<?> kind = innermost(failure).getClass();
        return kind.isAnonymousClass() ? kind.getName() : kind.getSimpleName();
    }

    /** The place of ours nearest to where it failed, or else the very place. */
    static String place(Throwable failure) {
        StackTraceElement[] trace = innermost(failure).getStackTrace();
        for (StackTraceElement frame : trace) {
            if (frame.getClassName().startsWith("org.folkmoot.")) {
                return frame.toString();
            }
        }
        return trace.length == 0 ? "unknown" : trace[0].toString();
    }

    private static Throwable innermost(Throwable failure) {
        Throwable innermost = failure;
        // Causes can go round in a circle; nobody nests them this deep.
        for (int depth = 0; depth < 100 && innermost.getCause() != null; depth++) {
            innermost = innermost.getCause();
        }
        return innermost;
    }
}
