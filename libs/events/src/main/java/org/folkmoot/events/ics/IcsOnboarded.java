package org.folkmoot.events.ics;

import org.folkmoot.tenancy.Tenant;

/** CDI event: this ICS may be served from now on, and the directory of ICSs says so within the transaction at hand. */
public record IcsOnboarded(Tenant tenant) {}
