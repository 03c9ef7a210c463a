package org.folkmoot.events.ics;

import org.folkmoot.tenancy.Tenant;

/** CDI event: this ICS is refused until it is resumed, and the directory of ICSs says so within the transaction at hand. */
public record IcsSuspended(Tenant tenant) {}
