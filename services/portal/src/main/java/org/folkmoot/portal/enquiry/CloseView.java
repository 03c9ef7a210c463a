package org.folkmoot.portal.enquiry;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Enquiries.Enquiry;

/**
 * The form to close an enquiry.
 *
 * @param tag the version that the person looks at
 */
public record CloseView(Enquiry enquiry, String tag, Form form) {

    /** Why it ends without an answer. */
    public List<Named> outcomes() {
        return EnquiryWords.OUTCOMES;
    }
}
