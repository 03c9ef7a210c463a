package org.folkmoot.portal.release;

import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.FormErrors;

/**
 * The form to hand in a release. Files cannot be shown again: a browser asks for them anew.
 *
 * @param request says which request this is, so that sending the form twice hands in one release
 */
public record AddReleaseView(AsAtChoice asAt, boolean acceptShrink, String request, FormErrors errors) {}
