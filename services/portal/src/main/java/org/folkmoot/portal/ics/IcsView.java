package org.folkmoot.portal.ics;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.Tenants.Ics;
import org.folkmoot.portal.service.Tenants.Step;
import org.jspecify.annotations.Nullable;

/**
 * An ICS and what is being done for it.
 *
 * @param tag the version that the person looks at
 */
public record IcsView(Ics ics, String tag, FormErrors errors) {

    /** One piece of work. */
    public record Work(
            String words,
            String state,
            String colour,
            int attempts,
            @Nullable String error,
            Instant at) {

        static Work of(Step step) {
            return new Work(
                    words(step.step()),
                    switch (step.state().toLowerCase(Locale.ROOT)) {
                        case "done" -> "Done";
                        case "failed" -> "Failed";
                        default -> "To do";
                    },
                    switch (step.state().toLowerCase(Locale.ROOT)) {
                        case "done" -> "green";
                        case "failed" -> "red";
                        default -> "blue";
                    },
                    step.attempts(),
                    step.lastError(),
                    step.changedAt());
        }

        private static String words(String step) {
            return switch (step.toLowerCase(Locale.ROOT)) {
                case "realm" -> "A place to sign in";
                case "administrator" -> "An account for the first administrator";
                case "topics" -> "Topics for its events";
                case "acls" -> "Who may read and write them";
                case "announcement" -> "Telling the services";
                case "sessions" -> "Ending sessions";
                case "export" -> "Writing the export";
                default -> step;
            };
        }
    }

    /** Where it stands. */
    public IcsState state() {
        return IcsState.of(ics.state());
    }

    /** What is being done, step by step. */
    public List<Work> work() {
        return ics.steps().stream().map(Work::of).toList();
    }
}
