package org.folkmoot.executive.notice;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.executive.notice.Duties.Owed;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Sql;

/** Writes the notices of a day for the current ICS, once. */
@ApplicationScoped
class WriteNotices {

    private final Sql sql;
    private final Work work;
    private final Clock clock;
    private final LocalTime hour;

    /** @param hour in London, from which on people are told on a day */
    WriteNotices(
            Sql sql,
            Work work,
            Clock clock,
            @ConfigProperty(name = "folkmoot.mail.reminders-from", defaultValue = "07:00") LocalTime hour) {
        this.sql = sql;
        this.work = work;
        this.clock = clock;
        this.hour = hour;
    }

    @Transactional
    void due() {
        ZonedDateTime now = clock.instant().atZone(LondonTime.ZONE);
        LocalDate today = now.toLocalDate();
        if (EnglishWorkingDays.isWorkingDay(today) && !now.toLocalTime().isBefore(hour)) {
            write(today);
        }
    }

    @Transactional
    void write(LocalDate day) {
        boolean first = sql.change("""
                insert into notice_round (tenant_id, day, made_at) values (folkmoot.current_tenant(), ?, clock_timestamp())
                on conflict do nothing
                """, day) == 1;
        if (!first) {
            return;
        }
        List<Owed> owed = work.owed(day);
        List<String> managers = managers();
        write(day, NoticeKind.REMINDER, whose(owed.stream().filter(Owed::reminder), managers));
        if (isFirstOfItsWeek(day)) {
            List<Owed> soon = owed.stream()
                    .filter(each -> WorkLetter.isSoon(each.due(), day))
                    .toList();
            write(day, NoticeKind.DIGEST, whose(soon.stream(), List.of()));
            if (!soon.isEmpty()) {
                write(day, NoticeKind.OFFICE, managers);
            }
        }
    }

    /** Those whose it is; what is nobody's is these persons'. */
    private static Set<String> whose(Stream<Owed> owed, List<String> ofNobody) {
        return owed.flatMap(each -> each.owner() == null ? ofNobody.stream() : Stream.of(each.owner()))
                .collect(Collectors.toSet());
    }

    /** Whether people work on no earlier day of that week. */
    static boolean isFirstOfItsWeek(LocalDate day) {
        return EnglishWorkingDays.plus(day, -1).isBefore(day.with(previousOrSame(MONDAY)));
    }

    private List<String> managers() {
        return sql.list(
                row -> row.getString("subject"),
                "select subject from mailbox where tenant_id = folkmoot.current_tenant() and ? = any(roles)",
                Roles.EXECUTIVE_MANAGER);
    }

    /** For those of them who can be reached and want it. */
    private void write(LocalDate day, NoticeKind kind, Collection<String> subjects) {
        sql.change("""
                insert into notice (tenant_id, day, kind, subject, not_before)
                select m.tenant_id, ?, ?, m.subject, clock_timestamp() from mailbox m
                where m.tenant_id = folkmoot.current_tenant() and m.subject = any(?) and m.mail is not null and m.%s
                """.formatted(kind.slug()), day, kind.slug(), List.copyOf(subjects));
    }
}
