package org.folkmoot.local.story;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several things at the same time. */
final class Together {

    private static final int AT_A_TIME = 3;

    private Together() {}

    /**
     * Does them, a few at a time, and waits for all.
     *
     * @throws StoryBroken when one of them broke, after the others have ended
     */
    static void all(List<Runnable> things) {
        try (var hands = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> doing = new ArrayList<>();
            things.forEach(thing -> doing.add(hands.submit(thing)));
            for (Future<?> one : doing) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoryBroken broken
                    ? broken
                    : new StoryBroken("something could not be done: " + e.getCause(), e);
        }
    }
}
