package org.folkmoot.events.ics;

import org.folkmoot.tenancy.Tenant;

/** CDI event: this ICS has left the platform for good, and the directory of ICSs says so within the transaction at hand. */
public record IcsOffboarded(Tenant tenant) {}
