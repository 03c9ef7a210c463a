package org.folkmoot.portal.capability;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Models.Body;

/**
 * The form to record what practices share.
 *
 * @param kinds those of which nothing else has to be said
 * @param bodies those that the ICS has defined: one may provide it, or carry a lease
 */
public record AddCapabilityView(List<CapabilityKind> kinds, List<Body> bodies, Form form) {}
