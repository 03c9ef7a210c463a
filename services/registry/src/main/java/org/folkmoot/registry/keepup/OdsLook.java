package org.folkmoot.registry.keepup;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.registry.keepup.Runs.Told;
import org.folkmoot.registry.keepup.Runs.Waiting;
import org.folkmoot.registry.odsfile.ChangesFile;
import org.folkmoot.registry.odsfile.ChangesFile.Change;

/** Asks the Organisation Data Service what changed. */
@ApplicationScoped
class OdsLook implements Looks {

    /** The service keeps what changed for half a year; somebody who was away for longer needs whole files. */
    private static final int MEMORY = 180;

    private static final int ASKED_AT_ONCE = 100;

    /** Day of the file by which two answers are compared: those of two days may be the same. */
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private final Optional<Address> address;
    private final Optional<OdsApi> api;
    private final Duration every;
    private final int overlap;
    private final Runs runs;
    private final Clock clock;

    OdsLook(KeepUpSettings settings, Runs runs, Clock clock) {
        KeepUpSettings.OdsApi ours = settings.odsApi();
        this.address = ours.url().map(Address::new);
        this.api = address.map(base -> new OdsApi(
                base,
                ours.apiKey(),
                new OdsApi.Patience(ours.patience(), ours.attempts(), ours.pause(), ours.longestPause()),
                clock,
                Thread::sleep));
        this.every = ours.every();
        this.overlap = ours.overlap();
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Source source() {
        return Source.ODS_API;
    }

    @Override
    public boolean isConfigured() {
        return api.isPresent();
    }

    @Override
    public String place() {
        return address.map(base -> base.base().toString()).orElse("");
    }

    @Override
    public Duration every() {
        return every;
    }

    @Override
    public void look() throws SourceFault {
        LocalDate today = LondonTime.today(clock);
        LocalDate remembered = today.minusDays(MEMORY);
        LocalDate reached = runs.changedSince(remembered.plusDays(overlap))
                .orElseThrow(() -> new SourceFault("Changes need something to change: load a whole release first."));
        LocalDate since = (reached.isAfter(today) ? today : reached).minusDays(overlap);
        if (since.isBefore(remembered)) {
            throw new SourceFault(
                    "What changed is asked for since %s, and the service tells of half a year: load a whole release first."
                            .formatted(since));
        }
        OdsApi asked = api.orElseThrow();
        var told = new Gathered(today, Gathered.MOST);
        int pages = asked.changedSince(
                since,
                page -> told.add(page.stream()
                        .map(entry -> new FhirOrganisation(entry.path("resource")))
                        .toList()));
        askAgain(asked, told);
        take(told, since, today, pages);
    }

    /** For those that were kept aside, and that this answer does not tell of anyway. */
    private void askAgain(OdsApi asked, Gathered told) throws SourceFault {
        for (Waiting waiting : runs.waiting(ASKED_AT_ONCE)) {
            if (told.tellsOf(waiting.code())) {
                runs.askedInVain(waiting.id(), "It was told of again.");
                continue;
            }
            Optional<JsonNode> answer;
            try {
                answer = asked.organisation(waiting.code());
            } catch (SourceFault e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                // Nobody else waits for it; and if nothing can be had by itself now, others wait for the next look.
                runs.askedInVain(waiting.id(), e.why());
                return;
            }
            runs.askedInVain(
                    waiting.id(),
                    answer.isEmpty()
                            ? "The API knows of no such organisation."
                            : "The API answered; what it said is beside.");
            told.add(answer
                    .map(FhirOrganisation::new)
                    .filter(each -> each.isOrganisation() && each.code().equals(waiting.code()))
                    .stream()
                    .toList());
        }
    }

    private void take(Gathered gathered, LocalDate since, LocalDate today, int pages) throws SourceFault {
        List<Change> good = gathered.good();
        List<String> elsewhere = gathered.elsewhere();
        byte[] file = good.isEmpty() ? new byte[0] : ChangesFile.of(today, good);
        var told = new Told(
                place(),
                HexFormat.of().formatHex(TakeFromShelf.sha256().digest(ChangesFile.of(ANY_DAY, good))),
                since,
                today,
                pages,
                gathered.organisations(),
                elsewhere.size(),
                good.size(),
                file,
                good.stream().map(Change::code).toList(),
                elsewhere,
                gathered.unread());
        if (file.length == 0) {
            runs.take(told, null);
            return;
        }
        try {
            Path kept = Files.createTempFile("folkmoot-changes-", ".csv");
            try {
                runs.take(told, Files.write(kept, file));
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new SourceFault("What was told cannot be written down.", e);
        }
    }

    @PreDestroy
    void close() {
        api.ifPresent(OdsApi::close);
    }
}
