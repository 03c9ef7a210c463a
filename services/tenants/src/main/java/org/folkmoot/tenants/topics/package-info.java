/**
 * Topics in Kafka and the rights to them: what is there for an ICS, what for the platform, and who may do what.
 *
 * <p>{@code TopicPlan} says which topics a tenant needs, {@code AclPlan} who may read and write them; both are plain
 * values. The rest brings it about by Kafka's administration and may be repeated at any time. No topic is ever removed or
 * resized, and a right is removed only if it is to something of ours and nobody meant to give it.
 */
@NullMarked
package org.folkmoot.tenants.topics;

import org.jspecify.annotations.NullMarked;
