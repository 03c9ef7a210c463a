package org.folkmoot.portal.enquiry;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Enquiries.Enquiry;

/**
 * The form to acknowledge an enquiry.
 *
 * @param tag the version that the person looks at
 */
public record AcknowledgeView(Enquiry enquiry, String tag, Form form) {}
