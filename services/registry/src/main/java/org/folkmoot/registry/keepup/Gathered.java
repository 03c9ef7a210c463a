package org.folkmoot.registry.keepup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.folkmoot.registry.keepup.Runs.Unread;
import org.folkmoot.registry.odsfile.ChangesFile;
import org.folkmoot.registry.odsfile.ChangesFile.Change;
import org.folkmoot.registry.odsfile.Reason;

/**
 * What the API told, each organisation once and as the newest telling has it. Most of what it tells is of pharmacies and
 * sites, and of those the code alone is held; of the directory's the row that is made of them; what was told itself only of
 * those that cannot be read. And all of that has a bound, for memory has.
 */
final class Gathered {

    /** In letters: a row of the file has some 300, so it is enough for every cost centre there is. */
    static final long MOST = 24L * 1024 * 1024;

    /** What one weighs that has nothing. */
    private static final int WEIGHT = 200;

    /** An organisation: a row, or why there is none, or neither of one that is elsewhere. */
    private record Held(FhirOrganisation.Age age, Optional<Change> change, Optional<Unread> unread) {

        long weight() {
            return WEIGHT
                    + age.lastUpdated().length()
                    + change.map(Gathered::letters).orElse(0L)
                    + unread.map(each -> (long) each.raw().length()).orElse(0L);
        }
    }

    private final LocalDate today;
    private final long most;
    private final Map<String, Held> newest = new TreeMap<>();
    private final List<Unread> nameless = new ArrayList<>();
    private long weight;

    /** @param most how many letters are held */
    Gathered(LocalDate today, long most) {
        this.today = today;
        this.most = most;
    }

    /**
     * Adds what was told of some.
     *
     * @throws SourceFault when it is more than can be held
     */
    void add(List<FhirOrganisation> told) throws SourceFault {
        var page = new TreeMap<String, FhirOrganisation>();
        for (FhirOrganisation each : told) {
            String code = each.code();
            if (each.isOrganisation() && !code.isEmpty()) {
                page.merge(code, each, (one, other) -> one.age().compareTo(other.age()) > 0 ? one : other);
            } else {
                var unread = new Unread(code.isEmpty() ? "?" : code, Reason.MISSING_VALUE, raw(each));
                nameless.add(unread);
                weigh(WEIGHT + unread.raw().length());
            }
        }
        List<FhirOrganisation> ours =
                page.values().stream().filter(each -> !each.isElsewhere()).toList();
        List<Change> changes = ours.stream().map(FhirOrganisation::change).toList();
        Map<Integer, Reason> refused = ChangesFile.refused(today, changes);
        for (int place = 0; place < changes.size(); place++) {
            FhirOrganisation one = ours.get(place);
            Reason reason = refused.get(place);
            hold(
                    one.code(),
                    reason == null
                            ? new Held(one.age(), Optional.of(changes.get(place)), Optional.empty())
                            : new Held(
                                    one.age(),
                                    Optional.empty(),
                                    Optional.of(new Unread(one.code(), reason, raw(one)))));
        }
        for (FhirOrganisation one : page.values()) {
            if (one.isElsewhere()) {
                hold(one.code(), new Held(one.age(), Optional.empty(), Optional.empty()));
            }
        }
    }

    /** Whether anything was told of it. */
    boolean tellsOf(String code) {
        return newest.containsKey(code)
                || nameless.stream().anyMatch(each -> each.code().equals(code));
    }

    /** How many there are. */
    int organisations() {
        return newest.size();
    }

    /** The rows of those that are good, in the order of their codes. */
    List<Change> good() {
        return newest.values().stream().flatMap(held -> held.change().stream()).toList();
    }

    /** Codes of those that are none of the directory's. */
    List<String> elsewhere() {
        return newest.entrySet().stream()
                .filter(held -> held.getValue().change().isEmpty()
                        && held.getValue().unread().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Unread> unread() {
        return Stream.concat(nameless.stream(), newest.values().stream().flatMap(held -> held.unread().stream()))
                .toList();
    }

    private void hold(String code, Held held) throws SourceFault {
        Held before = newest.get(code);
        if (before == null || before.age().compareTo(held.age()) <= 0) {
            newest.put(code, held);
            weigh(held.weight() - (before == null ? 0 : before.weight()));
        }
    }

    private void weigh(long more) throws SourceFault {
        weight += more;
        if (weight > most) {
            throw new SourceFault("More changed than can be taken at once: load a whole release first.");
        }
    }

    private static long letters(Change change) {
        return Stream.concat(
                        Stream.of(
                                change.code(),
                                change.name(),
                                change.status(),
                                change.primaryRole(),
                                change.roles(),
                                change.opened(),
                                change.closed(),
                                change.postcode(),
                                change.phone()),
                        change.address().stream())
                .mapToLong(String::length)
                .sum();
    }

    private static String raw(FhirOrganisation organisation) {
        String raw = organisation.resource().toString();
        return raw.length() > Runs.LONGEST_RAW ? raw.substring(0, Runs.LONGEST_RAW) : raw;
    }
}
