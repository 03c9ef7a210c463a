package org.folkmoot.portal.outside;

import java.util.UUID;
import org.folkmoot.portal.service.ExternalSystems.Issued;

/**
 * A new credential with its password, shown this once. It needs nothing else: whatever had to be asked for could be missing,
 * and the password with it.
 *
 * @param system whose it is
 */
public record IssuedView(UUID system, Issued issued) {}
