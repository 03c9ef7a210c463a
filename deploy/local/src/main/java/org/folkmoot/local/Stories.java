package org.folkmoot.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.folkmoot.local.story.ExecutiveStory;
import org.folkmoot.local.story.HistoryTeller;
import org.folkmoot.local.story.NeighbourhoodStory;
import org.folkmoot.local.story.OutwardStory;
import org.folkmoot.local.story.StoryBroken;
import org.folkmoot.local.story.Storyteller;

/**
 * The stories of the local stack: how practices came to be organised as they are, and a group at work in one ICS. Each part is
 * told once: what people make of it from its end on is theirs.
 */
final class Stories {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Settings settings;
    private final People people;
    private final PartnerCredentials partners;
    private final Supplier<String> seconds;
    private final Consumer<String> say;
    private final Consumer<String> progress;

    /**
     * @param seconds how many have passed since the command began
     * @param say is told what a person should read
     * @param progress is told what happens
     */
    Stories(
            Settings settings,
            People people,
            PartnerCredentials partners,
            Supplier<String> seconds,
            Consumer<String> say,
            Consumer<String> progress) {
        this.settings = settings;
        this.people = people;
        this.partners = partners;
        this.seconds = seconds;
        this.say = say;
        this.progress = progress;
    }

    /** Something of a story. */
    private interface Telling {
        void tell() throws IOException;
    }

    /** Tells them. What fails leaves a stack that runs, is said, and makes this false. */
    boolean tell(List<String> icbs) {
        boolean whole = told("what happened to practices", () -> tellHistories(icbs));
        if (icbs.contains(Storyteller.ICS)) {
            // Its people are in all that comes after it.
            boolean peopled = told("the story of " + Storyteller.ICS, this::tellStory);
            whole &= peopled && told("what the teams of " + Storyteller.ICS + " did", this::tellOfTheTeams);
            whole &= peopled
                    && told("what its executive did", this::tellOfTheExecutive)
                    && told("what its executive had to do with others", this::tellOfOthers);
        }
        return whole;
    }

    private boolean told(String what, Telling telling) {
        try {
            telling.tell();
            return true;
        } catch (StoryBroken | Refusal | IOException | UncheckedIOException broken) {
            say.accept("everything runs, but " + what + " was not told to its end: " + broken.getMessage()
                    + "\nThe next ./folkmoot up goes on with it; --no-story leaves it out.");
            return false;
        }
    }

    private void tellHistories(List<String> icbs) {
        int steps = new HistoryTeller(
                        settings.root().resolve("deploy/local/data/histories"),
                        settings.data("histories"),
                        ics -> new Townsfolk(settings, people, ics, "registry"),
                        progress)
                .tell(icbs);
        if (steps > 0) {
            progress.accept(
                    "These are histories of English general practice, of which none happened to the practices that"
                            + " lend their codes: " + steps + " steps (after " + seconds.get() + " s)");
        }
    }

    private void tellStory() throws IOException {
        tellOnce("", () -> {
            say.accept("A story for " + Storyteller.ICS
                    + ": its people and decisions are made up, its practices are real.");
            return new Storyteller(townsfolk("mandate"), CLOCK, progress).tell();
        });
    }

    private void tellOfTheExecutive() throws IOException {
        tellOnce(
                "-executive",
                () -> new ExecutiveStory(townsfolk("mandate"), townsfolk("executive"), CLOCK, progress).tell());
    }

    private void tellOfOthers() throws IOException {
        tellOnce(
                "-others",
                () -> new OutwardStory(
                                townsfolk("mandate"),
                                townsfolk("executive"),
                                new PartnerOnKafka(
                                        partners.client(Storyteller.ICS, PartnerCredentials.Whose.PARTNERS),
                                        Storyteller.ICS,
                                        CLOCK),
                                CLOCK,
                                progress)
                        .tell());
    }

    private void tellOfTheTeams() throws IOException {
        tellOnce(
                "-teams",
                () -> new NeighbourhoodStory(
                                townsfolk("registry"),
                                townsfolk("neighbourhood"),
                                settings.root().resolve("deploy/local/data/patients"),
                                settings.data("teams"),
                                CLOCK,
                                progress)
                        .tell());
    }

    /** What people make of a story from its end on is theirs: it is not told again over it. */
    private void tellOnce(String part, Supplier<String> story) throws IOException {
        Path told = settings.data("story-" + Storyteller.ICS + part);
        if (!Files.exists(told)) {
            String end = story.get();
            Files.writeString(told, CLOCK.instant() + "\n");
            progress.accept(end + " (after " + seconds.get() + " s)");
        }
    }

    private Townsfolk townsfolk(String service) {
        return new Townsfolk(settings, people, Storyteller.ICS, service);
    }
}
