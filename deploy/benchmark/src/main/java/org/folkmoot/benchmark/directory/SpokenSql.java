package org.folkmoot.benchmark.directory;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.LogTail;
import org.folkmoot.benchmark.Pause;

/**
 * What the registry says to PostgreSQL while it answers a request, as PostgreSQL's own log tells it: so the peer is
 * given the same SQL, whatever the registry's code becomes.
 */
final class SpokenSql {

    private static final Pattern SPOKEN = Pattern.compile(
            "(?ms)^[^\\n]*?registry_app[^\\n]*? LOG:  (?:execute [^:\\n]*|statement): (.*?)(?=^\\d{4}-\\d\\d-\\d\\d )");
    private static final Pattern PARAMETERS =
            Pattern.compile("(?ms)\\A[^\\n]*? DETAIL:  Parameters: (.*?)(?=^\\d{4}-\\d\\d-\\d\\d )");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')");

    private final LocalPlatform platform;

    SpokenSql(LocalPlatform platform) {
        this.platform = platform;
    }

    /** A request that is watched. */
    interface Request {
        void send() throws IOException;
    }

    /** The statements, in their order, with the parameters written into them. */
    List<String> during(Request request) throws IOException, SQLException {
        var log = new LogTail(platform.log("postgres"));
        request.send();
        Pause.of(Duration.ofMillis(60));
        return statements(log.text());
    }

    /** The statements in a piece of the log. */
    static List<String> statements(String log) {
        // What ends a line of the log is the next one's date.
        String closed = log + "0000-00-00 ";
        List<String> statements = new ArrayList<>();
        Matcher spoken = SPOKEN.matcher(closed);
        while (spoken.find()) {
            String sql = spoken.group(1).strip();
            Matcher detail = PARAMETERS.matcher(closed.substring(spoken.end()));
            statements.add(detail.find() ? with(sql, detail.group(1)) : sql);
        }
        return statements;
    }

    /** Tells PostgreSQL whether to log what the registry says. */
    void listen(boolean on) throws SQLException {
        try (var connection = platform.superuser("registry");
                var statement = connection.createStatement()) {
            for (String setting : List.of(
                    "log_statement = " + (on ? "'all'" : "default"),
                    "log_parameter_max_length = -1",
                    "log_line_prefix = '%m [%p] %u '")) {
                statement.execute("alter system set " + setting);
            }
            statement.execute("select pg_reload_conf()");
        }
        Pause.of(Duration.ofMillis(500));
    }

    private static String with(String sql, String parameters) {
        List<String> values = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(parameters);
        while (parameter.find()) {
            values.add(parameter.group(2));
        }
        return Pattern.compile("\\$(\\d+)").matcher(sql).replaceAll(number -> {
            int index = Integer.parseInt(number.group(1)) - 1;
            return Matcher.quoteReplacement(values.get(index));
        });
    }
}
