package org.folkmoot.portal.concentration;

import org.folkmoot.portal.frame.Form;

/**
 * The form that says from which share on a concentration is marked.
 *
 * @param tag the version that the person looks at
 */
public record ThresholdView(String tag, Form form) {}
