package org.folkmoot.portal.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.service.Motions.Candidate;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who stands for a seat, or may, as the form of a motion has them.
 *
 * @param subject the person's account
 * @param name as it is written
 * @param acts for whom the person acts, in words; null if that is not known or for nobody
 */
public record Candidacy(
        String subject, String name, @Nullable String acts) {

    /** The field of those who stand: all of them. */
    static final String FIELD = "candidate";

    private static final char MARK = '|';

    static Candidacy of(PersonName person) {
        return new Candidacy(person.id(), person.name(), person.acts());
    }

    /** What the form sends for them. */
    public String value() {
        return subject + MARK + name;
    }

    /** Those who were chosen. */
    static List<Candidacy> chosen(Entered entered) {
        return entered.all(FIELD).stream()
                .map(Candidacy::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Candidacy> read(String value) {
        int mark = value.indexOf(MARK);
        return mark <= 0 || mark == value.length() - 1
                ? Optional.empty()
                : Optional.of(new Candidacy(value.substring(0, mark), value.substring(mark + 1), null));
    }

    /** Those who were chosen, and then those who were found beside them. */
    static List<Candidacy> choices(List<Candidacy> chosen, List<Candidacy> found) {
        var choices = new ArrayList<>(chosen);
        found.stream()
                .filter(person ->
                        chosen.stream().noneMatch(each -> each.subject().equals(person.subject())))
                .forEach(choices::add);
        return choices;
    }

    /** As they stand on the ballot paper: those of the same name are told apart by a number. */
    static List<Candidate> candidates(List<Candidacy> chosen) {
        Map<String, Long> bearers =
                chosen.stream().collect(Collectors.groupingBy(Candidacy::name, Collectors.counting()));
        var candidates = new ArrayList<Candidate>();
        for (Candidacy person : chosen) {
            boolean alone = bearers.getOrDefault(person.name(), 1L) == 1;
            candidates.add(new Candidate(
                    alone ? person.name() : person.name() + " (" + (candidates.size() + 1) + ")", person.subject()));
        }
        return candidates;
    }
}
