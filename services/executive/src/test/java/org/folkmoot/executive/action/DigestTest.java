package org.folkmoot.executive.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.executive.notice.Reminder;
import org.junit.jupiter.api.Test;

class DigestTest {

    @Test
    void a_digest_puts_each_action_where_it_belongs() {
        // Given
        LocalDate today = LocalDate.parse("2027-06-16");
        List<ActionView> pending = Stream.of(-7, -1, 0, 7, 8)
                .map(days -> action(days, today.plusDays(days), days == 8))
                .toList();

        // When
        Digest digest = Digest.of(pending, today);

        // Then
        assertThat(digest.overdue()).containsExactlyElementsOf(pending.subList(0, 2));
        assertThat(digest.dueToday()).containsExactly(pending.get(2));
        assertThat(digest.dueSoon()).containsExactly(pending.get(3));
        assertThat(digest.blocked()).containsExactly(pending.get(4).id());
        assertThat(digest.reminders())
                .containsExactly(
                        new Digest.Reminded(pending.get(0).id(), Reminder.OVERDUE),
                        new Digest.Reminded(pending.get(2).id(), Reminder.DUE),
                        new Digest.Reminded(pending.get(3).id(), Reminder.WEEK_AHEAD));
    }

    private static ActionView action(int number, LocalDate due, boolean blocked) {
        return new ActionView(
                new UUID(0, number),
                new UUID(1, 1),
                null,
                new UUID(2, 2),
                null,
                null,
                "Write",
                "Write to them.",
                "somebody",
                "Dr Somebody",
                null,
                due,
                false,
                List.of(),
                blocked,
                null,
                "open",
                "Dr Other",
                Instant.EPOCH,
                null,
                null,
                null);
    }
}
