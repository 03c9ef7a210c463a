package org.folkmoot.portal.outside;

import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.ExternalSystems.ExternalSystem;

/**
 * The systems of the ICS.
 *
 * @param revoked whether those that were shut out are shown, in place of those that are let in
 */
public record SystemsView(boolean revoked, Listing<ExternalSystem> list) {}
