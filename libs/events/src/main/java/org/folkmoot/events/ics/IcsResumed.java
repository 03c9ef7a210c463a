package org.folkmoot.events.ics;

import org.folkmoot.tenancy.Tenant;

/** CDI event: this ICS is served again, and the directory of ICSs says so within the transaction at hand. */
public record IcsResumed(Tenant tenant) {}
