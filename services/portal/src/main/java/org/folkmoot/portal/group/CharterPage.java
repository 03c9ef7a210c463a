package org.folkmoot.portal.group;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Group;
import org.jspecify.annotations.Nullable;

/**
 * A page of the form for a constitution: one thing to think about.
 *
 * @param topic what it is about
 * @param of which seat, by its place, or which kind of question it is about; empty where there is one such page
 */
public record CharterPage(Topic topic, String of) {

    /** What a page is about. */
    public enum Topic {
        NAME("What is the group called?"),
        FOOTPRINT("Whose practices does it speak for?"),
        SEATS("Which seats does it have?"),
        SEAT("A seat"),
        QUESTIONS("On what does the group decide?"),
        MAJORITY("Who votes, and how many must be for it?"),
        QUORUM("How many must take part?"),
        COUNTING("Ties, and what is seen of votes"),
        STANDING("When is the group mandated?"),
        MANDATES("How long may a mandate last?"),
        START("From when, and why?"),
        CHECK("Check your answers");

        private final String heading;

        Topic(String heading) {
            this.heading = heading;
        }

        private String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The order in which somebody who founds a group is asked. What is not in it is changed from the last page. */
    private static final List<CharterPage> FOUNDING = pages(
            Topic.NAME, Topic.FOOTPRINT, Topic.SEATS, Topic.QUESTIONS, Topic.STANDING, Topic.MANDATES, Topic.START);

    /** The order in which somebody who proposes a new version is asked: the one in force is there to be changed. */
    private static final List<CharterPage> PROPOSING = pages(Topic.START);

    /** The last page, with all answers. */
    static final CharterPage LAST = about(Topic.CHECK);

    private static final int MOST_SEATS = 200;

    /** The order for a group, or for one that is yet to be founded. */
    static List<CharterPage> order(@Nullable Group group) {
        return group == null ? FOUNDING : PROPOSING;
    }

    static CharterPage about(Topic topic) {
        return new CharterPage(topic, "");
    }

    static CharterPage seat(int at) {
        return new CharterPage(Topic.SEAT, Integer.toString(at));
    }

    /** The page of that name; empty if there is none. */
    static Optional<CharterPage> named(String name) {
        return Arrays.stream(Topic.values())
                .filter(topic -> name.equals(topic.slug()) || name.startsWith(topic.slug() + "-"))
                .map(topic -> new CharterPage(
                        topic,
                        name.equals(topic.slug())
                                ? ""
                                : name.substring(topic.slug().length() + 1)))
                .filter(CharterPage::isThere)
                .findFirst();
    }

    private boolean isThere() {
        return switch (topic) {
            case SEAT -> of.matches("0|[1-9][0-9]{0,2}") && place() < MOST_SEATS;
            case MAJORITY, QUORUM, COUNTING ->
                RuleWords.QUESTIONS.stream().map(Named::code).anyMatch(of::equals);
            case NAME, FOOTPRINT, SEATS, QUESTIONS, STANDING, MANDATES, START, CHECK -> of.isEmpty();
        };
    }

    /** Its name in an address. */
    public String name() {
        return of.isEmpty() ? topic.slug() : topic.slug() + "-" + of;
    }

    /** What stands above it. */
    public String heading() {
        return topic.heading;
    }

    /** Which seat it is about. */
    int place() {
        return Integer.parseInt(of);
    }

    /** The kind of question that it is about, in words; empty where it is about none. */
    public String question() {
        return switch (topic) {
            case MAJORITY, QUORUM, COUNTING -> RuleWords.question(of);
            case NAME, FOOTPRINT, SEATS, SEAT, QUESTIONS, STANDING, MANDATES, START, CHECK -> "";
        };
    }

    /** Whether a field stands on it. */
    boolean has(String field) {
        return switch (topic) {
            case NAME -> field.equals("name");
            case FOOTPRINT -> field.equals("kind") || field.equals("codes") || field.equals(CharterForm.PLACES);
            case SEAT -> field.startsWith("seat-" + of + "-");
            case QUESTIONS -> field.equals(CharterForm.QUESTIONS);
            case MAJORITY -> field.startsWith(of + "-class-");
            case QUORUM -> field.startsWith(of + "-quorum-");
            case COUNTING ->
                field.equals(of + "-tie") || field.equals(of + "-visibility") || field.equals(of + "-transfer");
            case STANDING -> field.startsWith("standing-");
            case MANDATES -> field.equals("mandateMonths") || field.equals("annulledBy");
            case START -> field.startsWith("effectiveFrom-") || field.equals("reason");
            case SEATS, CHECK -> false;
        };
    }

    /** All answers, with what was sent from this page in place of what had been answered on it. */
    Entered taken(Entered answers, Entered sent) {
        return answers.without(this::has).with(sent.only(this::has).fields());
    }

    /** The page after this one. */
    CharterPage next(List<CharterPage> order, boolean changing) {
        return switch (topic) {
            case SEAT -> about(Topic.SEATS);
            case NAME, FOOTPRINT, SEATS, QUESTIONS, MAJORITY, QUORUM, COUNTING, STANDING, MANDATES, START, CHECK -> {
                int at = order.indexOf(this);
                yield changing || at < 0 || at + 1 == order.size() ? LAST : order.get(at + 1);
            }
        };
    }

    /** The page before this one; empty on the first. */
    Optional<CharterPage> back(List<CharterPage> order, boolean changing) {
        return switch (topic) {
            case SEAT -> Optional.of(about(Topic.SEATS));
            case CHECK -> Optional.of(order.getLast());
            case NAME, FOOTPRINT, SEATS, QUESTIONS, MAJORITY, QUORUM, COUNTING, STANDING, MANDATES, START -> {
                int at = order.indexOf(this);
                yield changing || at < 0
                        ? Optional.of(LAST)
                        : at == 0 ? Optional.empty() : Optional.of(order.get(at - 1));
            }
        };
    }

    private static List<CharterPage> pages(Topic... topics) {
        return Arrays.stream(topics).map(CharterPage::about).toList();
    }
}
