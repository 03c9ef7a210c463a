package org.folkmoot.mandate.mandate;

import java.time.LocalDate;
import java.util.UUID;

/** Event {@code mandate.expiry.announced}: sixty days are left, and nothing renews by itself. */
public record MandateExpiryAnnounced(UUID mandate, UUID group, String title, LocalDate until) {}
