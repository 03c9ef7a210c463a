/**
 * What the platform itself needs before there is any ICS: the operators' realm, and the topic on which services hear of
 * ICSs. Brought about when this service starts, however late Keycloak and Kafka are, and looked after from then on.
 */
@NullMarked
package org.folkmoot.tenants.platform;

import org.jspecify.annotations.NullMarked;
