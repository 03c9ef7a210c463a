package org.folkmoot.registry.keepup;

import java.time.Duration;

/** A source that can be looked at. What is found is handed in; whoever calls works as the platform. */
interface Looks {

    Source source();

    /** Whether it is configured. */
    boolean isConfigured();

    /** Where it is, for an operator: without anything secret. */
    String place();

    /** How often it is looked at. */
    Duration every();

    /**
     * Looks.
     *
     * @throws SourceFault when it cannot be looked at
     */
    void look() throws SourceFault;
}
