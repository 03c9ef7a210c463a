package org.folkmoot.portal.outside;

import org.folkmoot.portal.service.ExternalSystems.ExternalSystem;
import org.jspecify.annotations.Nullable;

/**
 * A system.
 *
 * @param done what has just been done, in a sentence; null if nothing
 */
public record SystemView(ExternalSystem system, @Nullable String done) {}
