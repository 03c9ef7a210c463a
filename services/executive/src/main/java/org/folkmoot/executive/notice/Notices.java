package org.folkmoot.executive.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.MailQueue;
import org.folkmoot.mail.Waiting;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Sql;

/** The notices that wait to be sent. */
@ApplicationScoped
class Notices {

    private static final String TOLD = """
            select t.day, t.kind, t.subject, t.tries, m.mail,
                coalesce(case t.kind when 'reminder' then m.reminder when 'digest' then m.digest else m.office end, false)
                    as wanted,
                coalesce('%s' = any (m.roles), false) as manager
            from taken t
            left join mailbox m on m.tenant_id = t.tenant_id and m.subject = t.subject
            """.formatted(Roles.EXECUTIVE_MANAGER);

    private final MailQueue<Notice> queue;

    Notices(Sql sql) {
        this.queue = new MailQueue<>(sql, "notice", List.of("day", "kind", "subject"), TOLD, Notices::notice);
    }

    /** Takes one that is due; see {@link MailQueue#take}. */
    Optional<Waiting> take(BiFunction<Notice, String, Optional<Mail>> mail) {
        return queue.take(mail);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("day", LocalDate.class),
                NoticeKind.of(row.getString("kind")),
                row.getString("subject"),
                row.getString("mail"),
                row.getBoolean("wanted"),
                row.getBoolean("manager"));
    }
}
