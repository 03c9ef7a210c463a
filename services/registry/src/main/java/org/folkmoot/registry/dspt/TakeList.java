package org.folkmoot.registry.dspt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.folkmoot.events.Chronicle;

/** A list of the toolkit is taken in, as a whole or not at all. */
@ApplicationScoped
class TakeList {

    /** Lists are taken in one after the other. */
    static final String TURN = "dspt-list";

    /** What came of it. */
    sealed interface Result {
        record Taken(DsptReport report) implements Result {}

        record NotTheList(String explanation) implements Result {}
    }

    private final DsptStatuses statuses;
    private final TellDsptStates states;
    private final Chronicle chronicle;

    TakeList(DsptStatuses statuses, TellDsptStates states, Chronicle chronicle) {
        this.statuses = statuses;
        this.states = states;
        this.chronicle = chronicle;
    }

    @Transactional
    Result take(Path file, LocalDate asAt) {
        // A byte that is no UTF-8 spoils a name, and no name is taken.
        try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            return switch (DsptReader.read(text, asAt)) {
                case DsptFile.NotTheList(String explanation) -> new Result.NotTheList(explanation);
                case DsptFile.Read read -> {
                    long recorded = statuses.add(read.facts(), asAt);
                    // Of whom it says nothing new, too: what was recorded before may never have been told.
                    states.tell(
                            read.facts().stream().map(DsptFact::organisation).toList());
                    chronicle.wrote("recorded", "dspt-list", asAt, null);
                    yield new Result.Taken(new DsptReport(
                            asAt,
                            read.facts().size() + read.unread(),
                            recorded,
                            read.facts().size() - recorded,
                            read.unread(),
                            read.firstUnread()));
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
