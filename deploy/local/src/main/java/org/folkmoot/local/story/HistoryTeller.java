package org.folkmoot.local.story;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tells the registry how practices came to be organised as they are, from wherever it was left: each step as the person who
 * would take it, several histories at a time. A history that was told to its end is left to the people who read it.
 */
public final class HistoryTeller {

    /** Who is in every ICS already, by their roles. */
    private static final Map<String, String> OF_EVERY_ICS =
            Map.of("executive-manager", "manager", "lmc-executive", "lmc", "ics-admin", "admin");

    private final Path folder;
    private final Path memory;
    private final Function<String, Company> companies;
    private final Consumer<String> progress;
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * @param folder with the histories
     * @param memory a folder in which is kept how far each was told
     * @param companies the people of an ICS, who speak with its registry
     * @param progress is told which history has been told
     */
    public HistoryTeller(Path folder, Path memory, Function<String, Company> companies, Consumer<String> progress) {
        this.folder = folder;
        this.memory = memory;
        this.companies = companies;
        this.progress = progress;
    }

    /**
     * Tells the histories of these ICSs to their ends.
     *
     * @return how many steps that took
     * @throws StoryBroken when a step was refused; another telling goes on with it
     */
    public int tell(List<String> icss) {
        Together.all(History.in(folder).stream()
                .filter(history -> icss.contains(history.ics()))
                .<Runnable>map(history -> () -> tell(history))
                .toList());
        return taken.get();
    }

    private void tell(History history) {
        Company company = companies.apply(history.ics());
        var walk = new Walk(company, history.name(), memory);
        if (walk.isOver()) {
            return;
        }
        var admitted = new HashSet<String>();
        walk.go(history.steps(), step -> person(company, step, admitted));
        taken.addAndGet(walk.taken());
        progress.accept(history.title() + " (" + history.ics() + ")");
    }

    /** The username of whoever takes the step, who is made if they are of this history alone. */
    private static String person(Company company, History.Step step, Set<String> admitted) {
        String known = OF_EVERY_ICS.get(step.role());
        if (known != null) {
            return known;
        }
        String first = step.organisations().getFirst();
        String username = "voter-" + first.toLowerCase(Locale.ROOT);
        if (admitted.add(username)) {
            company.admit(new Person(username, "Voter", "of " + first, step.role(), step.organisations()));
        }
        return username;
    }
}
