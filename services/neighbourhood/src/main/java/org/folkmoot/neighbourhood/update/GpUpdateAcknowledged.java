package org.folkmoot.neighbourhood.update;

import java.util.UUID;

/**
 * Event {@code gpupdate.acknowledged}.
 *
 * @param practice ODS code of the one that did
 * @param awaited how many others have not yet
 */
public record GpUpdateAcknowledged(UUID update, UUID referral, UUID team, String practice, int awaited) {}
