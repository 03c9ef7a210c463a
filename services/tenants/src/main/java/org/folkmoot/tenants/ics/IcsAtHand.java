package org.folkmoot.tenants.ics;

import java.util.Optional;
import org.folkmoot.tenancy.Tenant;

/**
 * What a {@link Step} is told of the ICS that it works for.
 *
 * @param tenant its id
 * @param name its board's name
 * @param issuer of its realm's tokens
 * @param life the state in which it is, which says what the step should bring about
 * @param administrator who is to be its first administrator, as long as that account has not been made
 */
public record IcsAtHand(
        Tenant tenant, String name, String issuer, IcsLife life, Optional<FirstAdministrator> administrator) {}
