package org.folkmoot.portal.enquiry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Enquiries.Enquiry;
import org.jspecify.annotations.Nullable;

/**
 * Enquiries, as far as the person may see them.
 *
 * @param state where they stand: empty for all that wait for an answer, {@code all}, or a state
 * @param clock how their time goes, or empty
 * @param organisation who asks, or empty
 * @param mine whether only those are wanted to which the person sees
 * @param sort the order: {@code newest}, or empty for those that are to be answered first
 * @param maySeeAsks whether the person may see what practices are asked
 */
public record EnquiriesView(
        String state,
        String clock,
        String organisation,
        boolean mine,
        String sort,
        boolean maySeeAsks,
        Found<Row> found) {

    public List<Named> states() {
        return EnquiryWords.STATES;
    }

    public List<Named> clocks() {
        return EnquiryWords.CLOCKS;
    }

    /**
     * An enquiry in the list.
     *
     * @param from what the organisation is called that asks
     * @param clock how its time goes; null where nothing is to come any more
     * @param left what is left of the time for the answer
     */
    public record Row(
            String href,
            Enquiry enquiry,
            String from,
            EnquiryWords state,
            @Nullable EnquiryWords clock,
            String left) {

        static Row of(String base, Enquiry enquiry, Map<String, String> names, LocalDate today) {
            return new Row(
                    base + "/enquiries/" + enquiry.id() + "/",
                    enquiry,
                    names.getOrDefault(enquiry.organisation(), enquiry.organisation()),
                    EnquiryWords.of(enquiry),
                    EnquiryWords.clock(enquiry.clock()),
                    EnquiryWords.left(enquiry.answering(), today));
        }
    }
}
