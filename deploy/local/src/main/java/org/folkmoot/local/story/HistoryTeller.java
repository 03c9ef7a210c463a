package org.folkmoot.local.story;

import java.nio.file.Path;
import java.util.HashMap;
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
        var told = new Told(memory.resolve(history.name()));
        if (told.toItsEnd()) {
            return;
        }
        Company company = companies.apply(history.ics());
        var admitted = new HashSet<String>();
        var ids = new HashMap<String, String>();
        int before = told.steps();
        for (int step = 0; step < history.steps().size(); step++) {
            History.Step next = history.steps().get(step);
            if (step >= before) {
                String person = person(company, next, admitted);
                // The step with which it goes on may have been taken, and the answer not have come.
                told.took(take(company, person, next.with(ids), history.name() + "/" + step, step == before));
            }
            if (next.keep() != null) {
                ids.put(next.keep(), told.id(step));
            }
        }
        told.end();
        progress.accept(history.title() + " (" + history.ics() + ")");
    }

    private String take(Company company, String person, History.Step step, String key, boolean maybeAgain) {
        var headers = new HashMap<>(Map.of("If-Match", "*"));
        boolean creates = step.method().equals("POST");
        if (creates) {
            headers.put("Idempotency-Key", "history/" + key);
        }
        Company.Answer answer = company.send(person, step.method(), step.path(), step.body(), headers);
        boolean done = switch (answer.status()) {
            case 200, 201 -> true;
            case 409 -> !creates && maybeAgain;
            default -> false;
        };
        if (!done) {
            throw new StoryBroken("step %s, %s %s as %s, was answered with %d: %s"
                    .formatted(key, step.method(), step.path(), person, answer.status(), answer.body()));
        }
        taken.incrementAndGet();
        return answer.body().path("id").asText();
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
