package org.folkmoot.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service says to PostgreSQL while it answers a request, as PostgreSQL's own log tells it: so the peer is given the
 * same SQL, whatever the service's code becomes.
 */
public final class SpokenSql {

    /** After the name of the role. */
    private static final String SPOKEN =
            "[^\\n]*? LOG:  (?:execute [^:\\n]*|statement): (.*?)(?=^\\d{4}-\\d\\d-\\d\\d )";

    private static final Pattern PARAMETERS =
            Pattern.compile("(?ms)\\A[^\\n]*? DETAIL:  Parameters: (.*?)(?=^\\d{4}-\\d\\d-\\d\\d )");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')");

    private final LocalPlatform platform;
    private final String service;

    /** What that service says. */
    public SpokenSql(LocalPlatform platform, String service) {
        this.platform = platform;
        this.service = service;
    }

    /** A request that is watched. */
    public interface Request {
        /** Sends it, and waits for the answer. */
        void send() throws IOException;
    }

    /** The statements, in their order, with the parameters written into them. */
    public List<String> during(Request request) throws IOException, SQLException {
        var log = new LogTail(platform.log("postgres"));
        request.send();
        Pause.of(Duration.ofMillis(60));
        return statements(service, log.text());
    }

    /** The statements of that service in a piece of the log. */
    static List<String> statements(String service, String log) {
        // What ends a line of the log is the next one's date.
        String closed = log + "0000-00-00 ";
        List<String> statements = new ArrayList<>();
        Matcher spoken =
                Pattern.compile("(?ms)^[^\\n]*?" + service + "_app" + SPOKEN).matcher(closed);
        while (spoken.find()) {
            String sql = spoken.group(1).strip();
            Matcher detail = PARAMETERS.matcher(closed.substring(spoken.end()));
            statements.add(detail.find() ? with(sql, detail.group(1)) : sql);
        }
        return statements;
    }

    /** Tells PostgreSQL whether to log what the service says. */
    public void listen(boolean on) throws SQLException {
        try (var connection = platform.superuser(service);
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
