package org.folkmoot.portal.enquiry;

import java.util.Map;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Enquiries.Ask;

/**
 * What practices are asked because of enquiries.
 *
 * @param state where it stands: empty for what waits for an answer, {@code all}, or a state
 * @param ofAll whether the person sees what every practice is asked, and not their own alone
 */
public record AsksView(String state, boolean ofAll, Listing<Row> list) {

    /**
     * What a practice is asked.
     *
     * @param practice what it is called
     * @param from what the organisation is called that enquires
     */
    public record Row(String href, Ask ask, String practice, String from, EnquiryWords state) {

        static Row of(String base, Ask ask, Map<String, String> names) {
            return new Row(
                    base + "/asks/" + ask.id() + "/",
                    ask,
                    names.getOrDefault(ask.practice(), ask.practice()),
                    names.getOrDefault(ask.organisation(), ask.organisation()),
                    EnquiryWords.of(ask));
        }
    }
}
