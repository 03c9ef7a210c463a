package org.folkmoot.portal.enquiry;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Enquiries.Enquiry;

/**
 * The form to ask an enquirer something.
 *
 * @param tag the version that the person looks at
 */
public record PauseView(Enquiry enquiry, String tag, Form form) {

    public List<Named> reasons() {
        return EnquiryWords.REASONS;
    }
}
