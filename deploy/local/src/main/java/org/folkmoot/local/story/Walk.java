package org.folkmoot.local.story;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes steps one after the other, each once however often it is begun: every create has a key of its own, and a file says how
 * far it came.
 */
final class Walk {

    private final Company company;
    private final String name;
    private final Told told;
    private int taken;

    /** @param memory a folder in which is kept how far it came */
    Walk(Company company, String name, Path memory) {
        this.company = company;
        this.name = name;
        this.told = new Told(memory.resolve(name));
    }

    boolean isOver() {
        return told.toItsEnd();
    }

    /** How many steps were taken this time. */
    int taken() {
        return taken;
    }

    /**
     * Goes to the end of it.
     *
     * @param person the username of whoever takes a step, for one that is to be taken
     * @return the ids that were kept, by their names
     * @throws StoryBroken when a step was refused; another walk goes on with it
     */
    Map<String, String> go(List<History.Step> steps, Function<History.Step, String> person) {
        boolean over = told.toItsEnd();
        int before = over ? steps.size() : told.steps();
        var ids = new HashMap<String, String>();
        for (int step = 0; step < steps.size(); step++) {
            History.Step next = steps.get(step);
            if (step >= before) {
                // The step with which it goes on may have been taken, and the answer not have come.
                told.took(take(person.apply(next), next.with(ids), step, step == before));
            }
            if (next.keep() != null) {
                ids.put(next.keep(), told.id(step));
            }
        }
        if (!over) {
            told.end();
        }
        return ids;
    }

    private String take(String person, History.Step step, int place, boolean maybeAgain) {
        var headers = new HashMap<>(Map.of("If-Match", "*"));
        boolean creates = step.method().equals("POST");
        if (creates) {
            headers.put("Idempotency-Key", "history/" + name + "/" + place);
        }
        Company.Answer answer = company.send(person, step.method(), step.path(), step.body(), headers);
        boolean done = switch (answer.status()) {
            case 200, 201 -> true;
            case 409 -> !creates && maybeAgain;
            default -> false;
        };
        if (!done) {
            throw new StoryBroken("step %s/%d, %s %s as %s, was answered with %d: %s"
                    .formatted(name, place, step.method(), step.path(), person, answer.status(), answer.body()));
        }
        taken++;
        return answer.body().path("id").asText();
    }
}
