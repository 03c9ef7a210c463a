package org.folkmoot.portal.outside;

import java.util.UUID;
import org.folkmoot.portal.service.ExternalSystems.ExternalSystem;
import org.jspecify.annotations.Nullable;

/**
 * A credential was asked for, and no answer came.
 *
 * @param id of the system
 * @param system as it is now; null if that is not known either
 */
public record LostView(UUID id, @Nullable ExternalSystem system) {}
