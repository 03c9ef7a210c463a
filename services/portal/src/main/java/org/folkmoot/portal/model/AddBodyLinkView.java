package org.folkmoot.portal.model;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Models.Body;

/**
 * The form for a link of a body.
 *
 * @param kinds what it can have to do with others, as it sees it
 * @param bodies the others that the ICS has defined
 */
public record AddBodyLinkView(Body body, List<LinkEnd> kinds, List<Body> bodies, Form form) {}
