package org.folkmoot.tenancy;

/**
 * An ICS as every service knows it.
 *
 * @param tenant its id
 * @param name the board's name, as people know it
 * @param issuer the issuer of its realm's tokens, exactly as it stands in a token
 * @param state whether it is served
 */
public record Ics(Tenant tenant, String name, String issuer, IcsState state) {}
