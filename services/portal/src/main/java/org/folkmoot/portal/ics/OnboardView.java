package org.folkmoot.portal.ics;

import org.folkmoot.portal.frame.FormErrors;

/**
 * The form to take an ICS onto the platform, as entered so far.
 *
 * @param request says which request this is, so that sending the form twice onboards one ICS
 */
public record OnboardView(
        String code,
        String username,
        String email,
        String firstName,
        String lastName,
        String request,
        FormErrors errors,
        boolean restored) {}
