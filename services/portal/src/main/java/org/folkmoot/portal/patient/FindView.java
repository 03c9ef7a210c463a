package org.folkmoot.portal.patient;

import org.folkmoot.portal.frame.Form;

/**
 * Finding a patient.
 *
 * @param missed whether nobody of the number that was entered is there for the person
 */
public record FindView(boolean missed, Form form) {}
