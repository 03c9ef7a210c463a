package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** From acceptance to closure exactly one case manager at every moment, or it does not stand. */
class CaseManagerPropertyTest {

    private static final Instant ACCEPTED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Ground GROUND = Ground.fresh();

    /** @param until null if nobody came after */
    record Turn(Instant from, @Nullable Instant until) {}

    /** @param closed null if it is not */
    record Care(List<Turn> turns, @Nullable Instant closed) {}

    /** What may be wrong with a sequence of turns. */
    enum Flaw {
        GAP,
        OVERLAP,
        LATE_BEGIN,
        EARLY_BEGIN,
        EARLY_END,
        LATE_END,
        NOBODY
    }

    @AfterContainer
    static void end() throws SQLException {
        GROUND.close();
    }

    @Property(tries = 200)
    void turns_that_follow_each_other_from_acceptance_to_closure_stand(@ForAll("cares") Care care) throws SQLException {
        assertThat(stands(care)).isTrue();
    }

    @Property(tries = 300)
    void a_moment_with_two_or_with_nobody_does_not(
            @ForAll("cares") Care care, @ForAll Flaw flaw, @ForAll("moments") Duration moment) throws SQLException {
        assertThat(stands(spoilt(care, flaw, moment)))
                .as("%s by %s of %s", flaw, moment, care)
                .isFalse();
    }

    @Property(tries = 100)
    void before_acceptance_there_is_nobody(@ForAll("cares") Care care) throws SQLException {
        // Given
        UUID referral = GROUND.referral();

        // When: turns, and nobody accepted
        boolean written = written(referral, care);

        // Then
        assertThat(written && GROUND.stands()).isFalse();
    }

    private static boolean stands(Care care) throws SQLException {
        UUID referral = GROUND.referral();
        GROUND.happened(referral, "accepted", ACCEPTED);
        if (care.closed() != null) {
            GROUND.happened(referral, "closed", care.closed());
        }
        return written(referral, care) && GROUND.stands();
    }

    /** Whether the database takes every row for itself. */
    private static boolean written(UUID referral, Care care) {
        try {
            for (Turn turn : care.turns()) {
                GROUND.managed(referral, UUID.randomUUID().toString(), turn.from(), turn.until());
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static Care spoilt(Care care, Flaw flaw, Duration moment) {
        var turns = new ArrayList<>(care.turns());
        Turn first = turns.getFirst();
        Turn last = turns.getLast();
        Instant closed = care.closed();
        switch (flaw) {
            case GAP -> {
                // Within a turn, so that there are two with nothing between them.
                Instant split = first.from().plusMillis(1);
                turns.set(0, new Turn(first.from(), split));
                turns.add(new Turn(split.plus(moment), first.until()));
            }
            case OVERLAP -> {
                Instant split = first.from().plusMillis(2);
                turns.set(0, new Turn(first.from(), split));
                turns.add(new Turn(split.minus(Duration.ofMillis(1)), first.until()));
            }
            case LATE_BEGIN -> turns.set(0, new Turn(first.from().plus(moment), first.until()));
            case EARLY_BEGIN -> turns.set(0, new Turn(first.from().minus(moment), first.until()));
            case EARLY_END -> {
                Instant until = closed == null ? last.from().plus(moment) : closed.minus(moment);
                turns.set(turns.size() - 1, new Turn(last.from(), until));
            }
            case LATE_END -> {
                if (closed == null) {
                    turns.add(new Turn(last.from().plus(moment), null));
                } else {
                    turns.set(turns.size() - 1, new Turn(last.from(), closed.plus(moment)));
                }
            }
            case NOBODY -> turns.clear();
        }
        return new Care(turns, closed);
    }

    /** Turns of an hour at least, so that a moment less or more is still within one. */
    @Provide
    Arbitrary<Care> cares() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(60, 60 * 24 * 40)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(6),
                        Arbitraries.of(true, false))
                .as((minutes, over) -> {
                    var turns = new ArrayList<Turn>();
                    Instant from = ACCEPTED;
                    for (int place = 0; place < minutes.size(); place++) {
                        Instant until = from.plus(Duration.ofMinutes(minutes.get(place)));
                        turns.add(new Turn(from, place + 1 == minutes.size() && !over ? null : until));
                        from = until;
                    }
                    return new Care(turns, over ? from : null);
                });
    }

    /** From one microsecond, which is the smallest thing that the database tells apart, to half an hour. */
    @Provide
    Arbitrary<Duration> moments() {
        return Arbitraries.longs().between(1, 30L * 60 * 1_000_000).map(micros -> Duration.ofNanos(micros * 1000));
    }
}
