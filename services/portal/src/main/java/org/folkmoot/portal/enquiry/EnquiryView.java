package org.folkmoot.portal.enquiry;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.portal.action.ActionWords;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Actions.Action;
import org.folkmoot.portal.service.Enquiries.Enquiry;
import org.folkmoot.portal.service.Enquiries.Term;
import org.folkmoot.portal.service.Groups.Group;
import org.jspecify.annotations.Nullable;

/**
 * An enquiry with its clock and its history.
 *
 * @param tag the version that the person looks at
 * @param from what the organisation is called that asks
 * @param group the group for which it is answered; null if that is open, or groups are not for the person
 * @param asks what practices are asked; null where that is not for the person
 * @param actions what is done because of it; null where that is not for the person
 * @param history what has happened, the first first
 * @param may what the person may do with it now
 * @param done what has just been done, in a sentence; null if nothing
 */
public record EnquiryView(
        Enquiry enquiry,
        String tag,
        String from,
        EnquiryWords state,
        Clock acknowledge,
        Clock answer,
        @Nullable Panel<Group> group,
        @Nullable Panel<List<AsksView.Row>> asks,
        @Nullable Panel<List<Work>> actions,
        List<HistoryLine> history,
        May may,
        @Nullable String done) {

    /**
     * A time that is to be kept.
     *
     * @param state how it goes; null where nothing is to come any more
     * @param left what is left of it, in words; empty where nothing is to come any more
     */
    public record Clock(Term term, @Nullable EnquiryWords state, String left) {

        static Clock of(Term term, LocalDate today) {
            return new Clock(term, EnquiryWords.clock(term.state()), EnquiryWords.left(term, today));
        }
    }

    /** An action that comes from it. */
    public record Work(Action action, ActionWords state, String href) {

        static Work of(String base, Action action) {
            return new Work(action, ActionWords.of(action), base + "/actions/" + action.id() + "/");
        }
    }

    /**
     * What the person may do with it.
     *
     * @param work whether they may assign an action that comes from it
     */
    public record May(
            boolean acknowledge,
            boolean assign,
            boolean ask,
            boolean pause,
            boolean reply,
            boolean answer,
            boolean close,
            boolean work) {

        /** Whether there is anything. */
        public boolean any() {
            return acknowledge || assign || ask || pause || reply || answer || close;
        }
    }

    /** How many of the practices that are asked have answered. */
    public String replied() {
        return "%d of %d have answered".formatted(or0(enquiry.replied()), or0(enquiry.asked()));
    }

    private static int or0(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /** The address of something that is done with it. */
    public String to(String base, String what) {
        return base + "/enquiries/" + enquiry.id() + "/" + what + "/";
    }
}
