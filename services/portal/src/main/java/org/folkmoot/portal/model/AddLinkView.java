package org.folkmoot.portal.model;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Models.Body;
import org.folkmoot.portal.service.Registry.Organisation;

/**
 * The form for a link of a practice.
 *
 * @param bodies those that the ICS has defined
 */
public record AddLinkView(Organisation practice, List<LinkKind> kinds, List<Body> bodies, Form form) {}
