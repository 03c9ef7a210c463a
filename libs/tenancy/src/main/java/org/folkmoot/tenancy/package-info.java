/**
 * Who is the tenant: from the verified token, through the session and the transaction, to every SQL statement.
 *
 * <p>One tenant is one Integrated Care System (ICS). Its id is the lower-case ODS code of its board. An HTTP request
 * gets its tenant from the issuer of its verified token and from nothing else; a consumed event from the name of its
 * topic; a scheduled job names it ({@link org.folkmoot.tenancy.TenantScope}). Work without a tenant fails.
 *
 * <p>Two walls stand between tenants: Hibernate's {@code @TenantId}, and PostgreSQL's row-level security, whose setting
 * this package makes at the begin of every transaction. See {@code docs/adr/0003-two-walls-between-tenants.md}.
 *
 * <p>What belongs to an ICS is an entity {@link org.folkmoot.tenancy.OfAnIcs}, or is reached by statements of
 * {@link org.folkmoot.tenancy.Sql} in the tenant's transaction.
 *
 * <p>What this package does not do: it knows nothing of events, of a service's own roles beyond their names, or of
 * which object a person may touch; a use case asks {@link org.folkmoot.tenancy.Caller} for that.
 */
@NullMarked
package org.folkmoot.tenancy;

import org.jspecify.annotations.NullMarked;
