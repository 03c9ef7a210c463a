package org.folkmoot.portal.patient;

import org.folkmoot.portal.frame.Form;

/** Breaking the glass: the number of whom, and why. */
public record BreakView(Form form) {}
