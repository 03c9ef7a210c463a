package org.folkmoot.portal.release;

import java.util.List;
import java.util.Optional;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Registry.DirectoryRun;
import org.folkmoot.portal.service.Registry.DirectorySource;
import org.folkmoot.portal.service.Registry.QuarantinedOrganisation;
import org.jspecify.annotations.Nullable;

/**
 * How the directory keeps up: its sources, what was taken from them, and what could not be read.
 *
 * @param held changes that wait for a confirmation; null where none do
 * @param done what was just asked for: {@code look}, {@code ask} or {@code confirm}; else empty
 */
public record KeepingUpView(
        Panel<List<Source>> sources,
        Panel<List<Run>> runs,
        @Nullable Held held,
        Panel<List<Unread>> quarantine,
        FormErrors errors,
        String done) {

    /**
     * A source in the list.
     *
     * @param state how it does, in words
     */
    public record Source(DirectorySource source, String name, String state) {

        static Source of(DirectorySource source) {
            String state = !source.configured()
                    ? "Not set up"
                    : source.failingSince() != null
                            ? "Cannot be looked at"
                            : source.succeededAt() == null ? "Not looked at yet" : "Works";
            return new Source(source, words(source.source()), state);
        }
    }

    /** What was taken. */
    public record Run(DirectoryRun run, String name, String state) {

        static Run of(DirectoryRun run) {
            return new Run(run, words(run.source()), state(run));
        }

        private static String state(DirectoryRun run) {
            return switch (run.state()) {
                case "loading" -> "Being loaded";
                case "loaded" -> "Loaded";
                case "unchanged" -> "Nothing new";
                case "refused" -> "Refused";
                case "held" -> "Waits for you";
                case "overtaken" -> "Later changes took its place";
                default -> run.state();
            };
        }
    }

    /** Changes that wait, and the version of them that was seen. */
    public record Held(DirectoryRun run, String tag) {}

    /** An organisation that could not be read. */
    public record Unread(QuarantinedOrganisation organisation, String reason) {

        static Unread of(QuarantinedOrganisation organisation) {
            return new Unread(organisation, organisation.reason().replace('-', ' '));
        }
    }

    /** What was just asked for, in a sentence; empty where nothing was. */
    public String doneWords() {
        return switch (done) {
            case "look" -> "It is looked at now. What is found there appears below.";
            case "ask" -> "The organisation is asked for again now.";
            case "confirm" -> "The changes are being loaded.";
            default -> "";
        };
    }

    static Optional<DirectoryRun> held(List<Run> runs) {
        return runs.stream()
                .map(Run::run)
                .filter(run -> run.state().equals("held"))
                .findFirst();
    }

    private static String words(String source) {
        return switch (source) {
            case "folder" -> "Folder of releases";
            case "object-store" -> "Object store of releases";
            case "ods-api" -> "Organisation Data Service";
            default -> source;
        };
    }
}
