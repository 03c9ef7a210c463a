package org.folkmoot.events;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of the current tenant, and what a person does about them: replay one once its cause is gone, or
 * discard it for good. Who did which, when and why is kept.
 *
 * <p>The letters of one aggregate are settled in the order in which they came, so only the first open one can be chosen;
 * those that wait behind it follow by themselves until one fails.
 */
@ApplicationScoped
public class DeadLetters {

    private final DeadLetterStore store;
    private final RecordReader records;
    private final List<EventHandler> handlers;

    DeadLetters(DeadLetterStore store, RecordReader records, @All List<EventHandler> handlers) {
        this.store = store;
        this.records = records;
        this.handlers = handlers;
    }

    /** What became of a wish to settle a letter. */
    public sealed interface Settlement {

        /** It is settled, and so many that waited behind it had their effect. */
        record Settled(int followers) implements Settlement {}

        /**
         * It is settled, but one that waited behind it failed and is parked now.
         *
         * @param followers how many had their effect before
         */
        record FollowerParked(int followers, UUID parked) implements Settlement {}

        /** It failed again, with this class of failure. */
        record FailedAgain(String error) implements Settlement {}

        /** An earlier letter of its aggregate comes first. */
        record NotFirst(UUID first) implements Settlement {}

        /** It was settled before. */
        record AlreadySettled(DeadLetter.State state) implements Settlement {}

        /** Kafka no longer has the record: all that is left is to discard the letter. */
        record Gone() implements Settlement {}

        /** No consumer of that name is left in this service. */
        record NoConsumer(String consumer) implements Settlement {}

        /** This tenant has no such letter. */
        record Unknown() implements Settlement {}
    }

    private enum Action {
        REPLAY(DeadLetter.State.REPLAYED),
        DISCARD(DeadLetter.State.DISCARDED);

        private final DeadLetter.State outcome;

        Action(DeadLetter.State outcome) {
            this.outcome = outcome;
        }
    }

    private record By(String actor, String reason) {}

    /** The tenant's letters, oldest first. */
    public List<DeadLetter> list(boolean openOnly, long afterPosition, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> store.list(openOnly, afterPosition, limit));
    }

    /** One letter of the tenant. */
    public Optional<DeadLetter> find(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> store.find(id));
    }

    /**
     * Lets the event have its effect now, and those that waited behind it.
     *
     * @param actor who wishes it: the subject of the token
     * @param reason why, in the person's words, 3 to 500 characters
     * @throws org.apache.kafka.common.KafkaException when Kafka does not answer; nothing has changed then
     */
    public Settlement replay(UUID id, String actor, String reason) {
        return settle(id, Action.REPLAY, new By(actor, reason));
    }

    /** Decides that the event shall have no effect, and lets those that waited behind it go on. See {@link #replay}. */
    public Settlement discard(UUID id, String actor, String reason) {
        return settle(id, Action.DISCARD, new By(actor, reason));
    }

    private Settlement settle(UUID id, Action action, By by) {
        Optional<DeadLetter> found = find(id);
        if (found.isEmpty()) {
            return new Settlement.Unknown();
        }
        DeadLetter letter = found.get();
        Optional<EventHandler> handler = handlers.stream()
                .filter(each -> each.consumer().equals(letter.consumer()))
                .findFirst();
        if (handler.isEmpty() && action == Action.REPLAY) {
            return new Settlement.NoConsumer(letter.consumer());
        }
        Settlement first = step(letter, action, by, handler);
        if (!(first instanceof Settlement.Settled) || letter.aggregate() == null || handler.isEmpty()) {
            return first;
        }
        return follow(letter, handler.get());
    }

    /** Those that waited, one transaction each, until none is left or one fails. */
    private Settlement follow(DeadLetter settled, EventHandler handler) {
        for (int followers = 0; ; followers++) {
            Optional<DeadLetter> next = QuarkusTransaction.requiringNew().call(() -> store.lockFirst(settled));
            if (next.isEmpty()) {
                return new Settlement.Settled(followers);
            }
            DeadLetter follower = next.get();
            switch (step(follower, Action.REPLAY, null, Optional.of(handler))) {
                case Settlement.Settled done -> {
                    // Its turn is over; the next one's has come.
                }
                case Settlement.AlreadySettled byAnother -> followers--;
                case Settlement.NotFirst overtaken -> followers--;
                case Settlement.FailedAgain failed -> {
                    return new Settlement.FollowerParked(followers, follower.id());
                }
                case Settlement.Gone gone -> {
                    return new Settlement.FollowerParked(followers, follower.id());
                }
                case Settlement.FollowerParked never -> throw new IllegalStateException("a step has no followers");
                case Settlement.NoConsumer never -> throw new IllegalStateException("the consumer is at hand");
                case Settlement.Unknown never -> throw new IllegalStateException("a letter is never deleted");
            }
        }
    }

    /** @param by who wishes it, or null where the letter only follows one that a person settled */
    private Settlement step(DeadLetter letter, Action action, @Nullable By by, Optional<EventHandler> handler) {
        Optional<ConsumerRecord<String, byte[]>> record = action == Action.REPLAY
                ? records.read(letter.topic(), letter.partition(), letter.offset())
                : Optional.empty();
        if (action == Action.REPLAY && record.isEmpty()) {
            return failed(letter, by, "record-gone", "kafka", new Settlement.Gone());
        }
        Reading reading = record.map(each -> handler.orElseThrow().read(each)).orElse(null);
        if (reading instanceof Reading.Malformed(String rule)) {
            return failed(letter, by, rule, "envelope", new Settlement.FailedAgain(rule));
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<DeadLetter> first = store.lockFirst(letter);
                if (first.isEmpty() || !first.get().id().equals(letter.id())) {
                    return notItsTurn(letter, first);
                }
                if (reading instanceof Reading.Whole(Event event)) {
                    handler.orElseThrow().handle(event);
                }
                store.settle(letter, action.outcome);
                if (by != null) {
                    store.audit(letter, action.outcome.column(), by.actor(), by.reason());
                }
                return new Settlement.Settled(0);
            });
        } catch (RuntimeException e) {
            if (Failures.passes(e)) {
                throw e;
            }
            String error = Failures.error(e);
            return failed(letter, by, error, Failures.place(e), new Settlement.FailedAgain(error));
        }
    }

    private Settlement notItsTurn(DeadLetter letter, Optional<DeadLetter> first) {
        DeadLetter now = store.find(letter.id()).orElse(letter);
        return first.isPresent() && now.state().isOpen()
                ? new Settlement.NotFirst(first.get().id())
                : new Settlement.AlreadySettled(now.state());
    }

    private Settlement failed(DeadLetter letter, @Nullable By by, String error, String place, Settlement outcome) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<DeadLetter> first = store.lockFirst(letter);
            if (first.isEmpty() || !first.get().id().equals(letter.id())) {
                return notItsTurn(letter, first);
            }
            store.parkAgain(first.get(), error, place);
            if (by != null) {
                store.audit(letter, "tried", by.actor(), by.reason());
            }
            return outcome;
        });
    }
}
