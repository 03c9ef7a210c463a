/**
 * Shared capabilities: what a group of practices shares from a day on. Workforce, back office, estates, IT, HR, finance, new
 * income; staff who rotate between sectors; premises, and who carries the lease.
 *
 * <p>Posts and whole-time equivalents are recorded, never who fills them. What no longer is shared is ended with its last
 * day and the reason.
 */
@NullMarked
package org.folkmoot.registry.capability;

import org.jspecify.annotations.NullMarked;
