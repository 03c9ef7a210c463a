package org.folkmoot.portal.group;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.group.CharterForm.Part;
import org.folkmoot.portal.group.CharterForm.QuestionFields;
import org.folkmoot.portal.group.CharterPage.Topic;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.jspecify.annotations.Nullable;

/**
 * A page of the form for a constitution, but the last.
 *
 * @param way from where to where the form leads
 * @param charter all answers
 * @param goesBack whether there is a page before it
 * @param places those of the ICS by their ids, where the page asks for them
 * @param notice what else there is to say
 */
public record CharterPageView(
        CharterWay way,
        CharterPage page,
        CharterForm charter,
        boolean goesBack,
        List<Named> places,
        @Nullable CharterNotice notice) {

    public CharterPageView {
        places = List.copyOf(places);
    }

    /** The answers on this page. */
    public Form form() {
        return charter.form();
    }

    /** What stands small above the heading. */
    public String caption() {
        if (!page.question().isEmpty()) {
            return page.question();
        }
        int at = way.order().indexOf(page);
        return at < 0 || way.changing() || way.order().size() == 1
                ? way.title()
                : "%s: step %d of %d".formatted(way.title(), at + 1, way.order().size());
    }

    /** Whether seats can be added here. */
    public boolean listsSeats() {
        return page.topic() == Topic.SEATS;
    }

    /** Whether there is a seat here that can be removed. */
    public boolean removesSeat() {
        return page.topic() == Topic.SEAT && charter.seats().contains(seat());
    }

    /** The fields of the seat that the page is about. */
    public Part seat() {
        return charter.seatAt(page.of());
    }

    /** The seats with the addresses at which each is changed. */
    public List<SeatLine> seats() {
        return SeatLine.of(charter, way);
    }

    /** The kind of question that the page is about. */
    public QuestionFields question() {
        return charter.question(page.of());
    }

    /** Whether it asks for somebody out of several, so that papers are counted by preference. */
    public boolean ranked() {
        return page.of().equals("seat");
    }

    /** When codes are entered, and how; places are spoken of only where there are any to choose. */
    public String codesHint() {
        return "Unless it is the whole ICS" + (places.isEmpty() ? "" : " or places")
                + ": of the locations, PCNs or practices, with spaces or commas between them";
    }

    /** For whose practices a group may speak, but those of places: these are chosen from {@link #places}. */
    public List<Named> footprints() {
        return GroupWords.FOOTPRINTS.stream()
                .filter(each -> !each.code().equals(CharterForm.PLACES))
                .toList();
    }
}
