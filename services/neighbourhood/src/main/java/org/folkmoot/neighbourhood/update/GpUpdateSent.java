package org.folkmoot.neighbourhood.update;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Event {@code gpupdate.sent}.
 *
 * @param on the day in London
 * @param practices ODS codes
 */
public record GpUpdateSent(UUID update, UUID referral, UUID team, LocalDate on, List<String> practices) {

    public GpUpdateSent {
        practices = List.copyOf(practices);
    }
}
