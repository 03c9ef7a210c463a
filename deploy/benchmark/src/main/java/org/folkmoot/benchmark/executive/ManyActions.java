package org.folkmoot.benchmark.executive;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.benchmark.LocalPlatform;

/** A group with very many actions, very long chains, and two meetings: one with forty items, one with none. */
final class ManyActions {

    static final String GROUP = "00000000-0000-7000-8000-000000000001";
    static final String FULL = "00000000-0000-7000-8000-000000000003";
    static final String EMPTY = "00000000-0000-7000-8000-000000000004";

    /** How many links there are from the beginning of a chain to its end. */
    static final int DEPTH = 8;

    /** How many actions a page has whose length nobody asked for; every organisation has more that nobody has begun. */
    static final int ACTIONS_ON_A_PAGE = 50;

    private static final String ICS = "qkk";
    private static final int ACTIONS = 100_000;
    private static final int CHAINS = 1_000_000 / DEPTH;
    private static final int ORGANISATIONS = 200;
    private static final int ITEMS = 40;

    private ManyActions() {}

    /** Makes them. */
    static void make(LocalPlatform platform) throws SQLException {
        try (Connection connection = platform.superuser("executive");
                Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql);
            }
        }
    }

    /** Asks for a page of the actions of one organisation that nobody has begun. */
    static String page(int number) {
        return "/actions?group=" + GROUP + "&state=open&organisation=" + organisation(number);
    }

    /** Asks for everything above the end of one chain. */
    static String walk(int number) {
        return "/authority/trial/" + DEPTH + "-" + (number + 1);
    }

    /** The same walk on a table that has nothing but links. */
    static String bareWalk(int number) {
        return """
                with recursive walk (step, id) as (
                    select 0, %d::bigint
                    union
                    select w.step + 1, l.upper from walk w join trial.link l on l.lower = w.id where w.step < 16)
                select step, id from walk""".formatted((long) DEPTH * CHAINS + number + 1).replace('\n', ' ');
    }

    private static String organisation(int number) {
        return "Y%05d".formatted(1 + number % ORGANISATIONS);
    }

    private static List<String> statements() {
        // What is pending in a series is a matter arising at its meetings: those of the packs have a series of their
        // own.
        String series = "00000000-0000-7000-8000-000000000002";
        String ofPacks = "00000000-0000-7000-8000-000000000005";
        return List.of(
                "insert into leadership_group values ('%s', '%s', 'Trial', now())".formatted(ICS, GROUP),
                ("insert into meeting_series (tenant_id, id, group_id, body, name, weeks, first_day, at_time,"
                                + " length_minutes, place, made_by, made_at)"
                                + " values ('%1$s', '%2$s', '%4$s', 'executive', 'Trial', 2, current_date, '13:00', 90, 'Here', 'trial', now()),"
                                + " ('%1$s', '%3$s', '%4$s', 'place', 'Trial', 2, current_date, '13:00', 90, 'Here', 'trial', now())")
                        .formatted(ICS, series, ofPacks, GROUP),
                "insert into meeting (tenant_id, id, series_id, group_id, body, name, starts_at, length_minutes, place, state)"
                        + IntStream.of(3, 4)
                                .mapToObj(end -> ("('%s', '00000000-0000-7000-8000-00000000000%d', '%s', '%s', 'place',"
                                                + " 'Trial', now() + interval '9 days', 90, 'Here', 'draft')")
                                        .formatted(ICS, end, ofPacks, GROUP))
                                .reduce((one, other) -> one + ", " + other)
                                .map(rows -> " values " + rows)
                                .orElseThrow(),
                ("insert into agenda_item (tenant_id, id, group_id, body, kind, title, words, proposed_at, meeting_id, position)"
                                + " select '%s', gen_random_uuid(), '%s', 'place', 'topic', 'Item ' || n,"
                                + " repeat('What is to be said about it, in a few words. ', 70), now(), '%s', n"
                                + " from generate_series(1, %d) n")
                        .formatted(ICS, GROUP, FULL, ITEMS),
                ("insert into action (tenant_id, id, group_id, series_id, meeting_id, title, words, owner, owner_name,"
                                + " organisation, due, steps, state, assigned_by, assigned_name, assigned_at)"
                                + " select '%s', gen_random_uuid(), '%s', '%s', '%s', 'Action ' || n, 'To be done.',"
                                + " 'person-' || n %% 500, 'Person ' || n %% 500, 'Y' || lpad((1 + n %% %d)::text, 5, '0'),"
                                + " current_date + n %% 365, '[]', case when n %% 3 = 0 then 'in-hand' else 'open' end,"
                                + " 'trial', 'Trial', now() from generate_series(1, %d) n")
                        .formatted(ICS, GROUP, series, FULL, ORGANISATIONS, ACTIONS),
                ("insert into authority_node (tenant_id, kind, id, title, at)"
                                + " select '%s', 'trial', step || '-' || n, 'Step ' || step, now()"
                                + " from generate_series(0, %d) step, generate_series(1, %d) n")
                        .formatted(ICS, DEPTH, CHAINS),
                ("insert into authority_link (tenant_id, upper_kind, upper_id, lower_kind, lower_id)"
                                + " select '%s', 'trial', (step - 1) || '-' || n, 'trial', step || '-' || n"
                                + " from generate_series(1, %d) step, generate_series(1, %d) n")
                        .formatted(ICS, DEPTH, CHAINS),
                "create schema trial",
                "create table trial.link (upper bigint not null, lower bigint not null)",
                ("insert into trial.link select (step - 1)::bigint * %d + n, step::bigint * %d + n"
                                + " from generate_series(1, %d) step, generate_series(1, %d) n")
                        .formatted(CHAINS, CHAINS, DEPTH, CHAINS),
                "create index on trial.link (lower, upper)",
                "grant usage on schema trial to executive_app",
                "grant select on trial.link to executive_app",
                "analyze");
    }
}
