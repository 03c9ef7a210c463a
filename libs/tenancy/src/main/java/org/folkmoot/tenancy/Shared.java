package org.folkmoot.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an entity that belongs to no ICS: national public data, or the control plane's own. Every other entity carries
 * {@code @TenantId}; the house rules refuse an entity that has neither.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shared {

    /** Why no ICS owns it. */
    String value();
}
