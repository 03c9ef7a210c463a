package org.folkmoot.portal.representation;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Representation.Sitting;

/**
 * The form for what to say at a sitting, or for what was brought back.
 *
 * @param tag the version that the person looks at
 */
public record SittingFormView(Sitting sitting, String tag, Form form) {}
