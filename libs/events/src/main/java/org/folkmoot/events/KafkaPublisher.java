package org.folkmoot.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The idempotent producer, kept to one rule: at the first failure it is thrown away.
 *
 * <p>A producer that gives up one record renumbers those behind it and sends them all the same; a later event of an
 * aggregate would overtake an earlier one. So it never gives up by itself (no delivery timeout), and whatever fails, or
 * takes longer than a batch may, closes it before it can go on; the next batch has a new one.
 */
final class KafkaPublisher implements Publisher {

    /** After how many batches in a row of which nothing was acknowledged, though Kafka answers, their topics count as refusing. */
    private static final int HELD_UP_TRIES = 2;

    private static final Logger LOG = Logger.getLogger(KafkaPublisher.class);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final Duration timeout;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> heldUp = new HashMap<>();
    private @Nullable Producer<String, byte[]> producer;
    private @Nullable Admin admin;

    /** @param kafka how to reach Kafka: addresses and credentials */
    KafkaPublisher(Map<String, Object> kafka, Duration timeout) {
        this.kafka = Map.copyOf(kafka);
        this.timeout = timeout;
    }

    private record Failure(String topic, Exception cause) {}

    @Override
    public Sent send(List<Announcement> batch) {
        Set<String> topics = new LinkedHashSet<>();
        batch.forEach(announcement -> topics.add(announcement.topic()));
        if (!known.containsAll(topics)) {
            // A producer waits long for a topic that does not exist, and everything waits with it: ask first.
            Sent asked = ask(topics);
            if (!(asked instanceof Sent.Everything)) {
                return asked;
            }
        }
        var failure = new AtomicReference<@Nullable Failure>();
        Set<String> unacknowledged = sendAll(batch, failure);
        Failure first = failure.get();
        if (first == null && unacknowledged.isEmpty()) {
            topics.forEach(heldUp::remove);
            return new Sent.Everything();
        }
        abandon();
        if (first != null && isOfTopic(first.cause())) {
            return new Sent.Refused(Map.of(first.topic(), name(first.cause())));
        }
        return whyNot(topics, unacknowledged, first);
    }

    /**
     * Gives the topics from which no acknowledgement came. Counts callbacks and does not wait for futures: those of a
     * batch that is split again and again wait for one another without end, whatever the timeout.
     */
    private Set<String> sendAll(List<Announcement> batch, AtomicReference<@Nullable Failure> failure) {
        Set<Long> pending = ConcurrentHashMap.newKeySet();
        batch.forEach(announcement -> pending.add(announcement.seq()));
        var outcome = new CountDownLatch(1);
        try {
            Producer<String, byte[]> current = producer();
            for (Announcement announcement : batch) {
                if (failure.get() != null) {
                    break;
                }
                var unused = current.send(announcement.toRecord(), (metadata, cause) -> {
                    if (cause == null) {
                        pending.remove(announcement.seq());
                    } else if (failure.compareAndSet(null, new Failure(announcement.topic(), cause))) {
                        // Runs on the producer's own thread: nothing more leaves after this.
                        current.close(Duration.ZERO);
                    }
                    if (cause != null || pending.isEmpty()) {
                        outcome.countDown();
                    }
                });
            }
            if (!outcome.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.debug("Kafka has not answered for the whole batch in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.compareAndSet(null, new Failure("", e));
        } catch (KafkaException | IllegalStateException e) {
            failure.compareAndSet(null, new Failure("", e));
        }
        Set<String> unacknowledged = new LinkedHashSet<>();
        for (Announcement announcement : batch) {
            if (pending.contains(announcement.seq())) {
                unacknowledged.add(announcement.topic());
            }
        }
        return unacknowledged;
    }

    private Sent whyNot(Set<String> topics, Set<String> unacknowledged, @Nullable Failure first) {
        String why = first == null ? "no acknowledgement within " + timeout : name(first.cause());
        if (Thread.currentThread().isInterrupted()) {
            return new Sent.Away(why);
        }
        Sent asked = ask(topics);
        if (!(asked instanceof Sent.Everything)) {
            return asked;
        }
        if (first != null) {
            return new Sent.Away(why);
        }
        Map<String, String> refusing = new HashMap<>();
        for (String topic : unacknowledged) {
            // Where other topics of the batch were served it is not Kafka that is slow.
            boolean itself = unacknowledged.size() < topics.size();
            if (itself || heldUp.merge(topic, 1, Integer::sum) >= HELD_UP_TRIES) {
                refusing.put(topic, why);
                heldUp.remove(topic);
            }
        }
        return refusing.isEmpty() ? new Sent.Away(why) : new Sent.Refused(refusing);
    }

    @Override
    public List<String> ready(List<String> topics) {
        return switch (ask(new LinkedHashSet<>(topics))) {
            case Sent.Everything everything -> topics;
            case Sent.Refused refused ->
                topics.stream().filter(t -> !refused.topics().containsKey(t)).toList();
            case Sent.Away away -> List.of();
        };
    }

    /** Whether Kafka has these topics for us. */
    private Sent ask(Set<String> topics) {
        try {
            Map<String, KafkaFuture<TopicDescription>> answers = admin().describeTopics(
                            topics, new DescribeTopicsOptions().timeoutMs((int) ANSWER.toMillis()))
                    .topicNameValues();
            Map<String, String> refusing = new HashMap<>();
            for (var answer : answers.entrySet()) {
                try {
                    answer.getValue().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
                    known.add(answer.getKey());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof Exception cause) || !isOfTopic(cause)) {
                        return away(Objects.requireNonNullElse(e.getCause(), e));
                    }
                    refusing.put(answer.getKey(), name(cause));
                }
            }
            return refusing.isEmpty() ? new Sent.Everything() : new Sent.Refused(refusing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sent.Away("interrupted");
        } catch (TimeoutException | KafkaException e) {
            return away(e);
        }
    }

    private Sent away(Throwable cause) {
        abandon();
        closeAdmin();
        return new Sent.Away(name(cause));
    }

    private static boolean isOfTopic(Exception cause) {
        return cause instanceof UnknownTopicOrPartitionException
                || cause instanceof TopicAuthorizationException
                || cause instanceof InvalidTopicException
                || cause instanceof RecordTooLargeException
                || cause instanceof RecordBatchTooLargeException
                || cause instanceof PolicyViolationException;
    }

    private static String name(Throwable cause) {
        return cause.getClass().getSimpleName();
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> current = producer;
        if (current == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
            settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis());
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
            settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
            settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
            current = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = current;
        }
        return current;
    }

    private Admin admin() {
        Admin current = admin;
        if (current == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put("reconnect.backoff.max.ms", 1_000);
            current = Admin.create(settings);
            admin = current;
        }
        return current;
    }

    /** What it has not yet sent, it never will. */
    private void abandon() {
        Producer<String, byte[]> current = producer;
        producer = null;
        known.clear();
        if (current != null) {
            current.close(Duration.ZERO);
        }
    }

    private void closeAdmin() {
        Admin current = admin;
        admin = null;
        if (current != null) {
            current.close(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        abandon();
        closeAdmin();
    }
}
