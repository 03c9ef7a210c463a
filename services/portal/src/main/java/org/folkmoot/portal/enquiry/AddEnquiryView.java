package org.folkmoot.portal.enquiry;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Group;

/**
 * The form to ask general practice something.
 *
 * @param organisations for whom the person may ask; empty where they write down what anybody asked
 * @param groups those that can be asked; empty where the person need not say
 */
public record AddEnquiryView(List<Named> organisations, List<Group> groups, Form form) {}
