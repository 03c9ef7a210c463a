/**
 * Meetings of groups, their executives and places: series, agendas, minutes, and what waits for an agenda. What must stand on an
 * agenda, and when it can still be changed, is the executive service's to say.
 */
@NullMarked
package org.folkmoot.portal.meeting;

import org.jspecify.annotations.NullMarked;
