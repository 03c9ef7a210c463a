package org.folkmoot.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person did and has to answer for: one entry of an audit trail.
 *
 * <p>Every object has a stream of its own. So "who did what to this referral" is one short log, and two people who work
 * on different objects never wait for each other's entry.
 *
 * @param actor the subject of the token
 * @param verb what was done, in the past tense, for example {@code read} or {@code withdrawn}
 * @param objectKind what it was done to, for example {@code referral}
 * @param objectId which one, by an identifier that says nothing about a patient
 * @param reason why, in the person's words, or null where none is asked for
 */
public record Act(
        String actor,
        String verb,
        String objectKind,
        String objectId,
        @Nullable String reason) {

    /** @throws IllegalArgumentException if anything but the reason is empty */
    public Act {
        if (actor.isEmpty() || verb.isEmpty() || objectKind.isEmpty() || objectId.isEmpty()) {
            throw new IllegalArgumentException("An act names who did what to which object");
        }
    }

    /** The stream of the object: {@code audit/referral/0198c3a2-…}. */
    public String stream() {
        return "audit/" + objectKind + "/" + objectId;
    }

    /** The entry to append to that stream; its kind is object and verb, such as {@code referral.read}. */
    public NewEntry entry() {
        return new NewEntry(actor, objectKind + "." + verb, LedgerJson.object("reason", reason));
    }
}
