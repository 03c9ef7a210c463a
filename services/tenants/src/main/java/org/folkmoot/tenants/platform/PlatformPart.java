package org.folkmoot.tenants.platform;

import org.folkmoot.tenants.ics.StepOutcome;

/** Something that the platform itself needs outside this service, before any ICS: a realm, topics. */
public interface PlatformPart {

    /** In words; the health page names it so. */
    String name();

    /** Makes it what it should be. Done again and again, by every replica; on what is right it changes nothing. */
    StepOutcome reconcile();
}
