package org.folkmoot.events;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Kafka in memory: takes everything, unless told to fail, and then takes only a beginning as the real one may. */
final class FakePublisher implements Publisher {

    /** Everything taken, twice where it was sent twice. */
    final List<Announcement> taken = new CopyOnWriteArrayList<>();

    /** Failures to come; each is given once. */
    final Queue<Function<List<Announcement>, Sent>> failures = new ConcurrentLinkedQueue<>();

    /** What happens once a batch was taken and before the relay learns of it. */
    volatile Runnable afterTaking = () -> {};

    @Override
    public Sent send(List<Announcement> batch) {
        Function<List<Announcement>, Sent> failure = failures.poll();
        if (failure != null) {
            Sent answer = failure.apply(batch);
            if (!(answer instanceof Sent.Everything)) {
                return answer;
            }
        }
        taken.addAll(batch);
        afterTaking.run();
        return new Sent.Everything();
    }

    /** Takes the first half, then is gone. */
    void breakInTheMiddle() {
        failures.add(batch -> {
            taken.addAll(batch.subList(0, batch.size() / 2));
            return new Sent.Away("cut");
        });
    }

    @Override
    public List<String> ready(List<String> topics) {
        return topics;
    }

    @Override
    public void close() {
        // Nothing to let go of.
    }
}
