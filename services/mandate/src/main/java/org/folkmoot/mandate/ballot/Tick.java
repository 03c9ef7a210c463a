package org.folkmoot.mandate.ballot;

import org.folkmoot.tenancy.Tenant;

/**
 * Time has passed: whoever does something because of that does it now. Fired for each ICS in turn, as its tenant, outside
 * any transaction; what fails for one observer or ICS is tried again the next time.
 *
 * @param tenant whose turn it is
 */
public record Tick(Tenant tenant) {}
