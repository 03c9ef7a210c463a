package org.folkmoot.portal.capability;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Capabilities.Capability;

/**
 * The form that says that something is shared no longer.
 *
 * @param tag the version that the person looks at
 */
public record EndCapabilityView(Capability capability, String tag, Form form) {}
